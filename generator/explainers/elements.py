"""The HTML of a page: which elements it may hold, and what their attributes show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from generator.diagnostics import Diagnostic
from generator.reading.pages import AuthoredPage

ELEMENTS = frozenset(
    "a abbr b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i ins kbd li "
    "mark ol p pre q s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr".split()
)
"""What HTML a page may hold: nothing that runs, loads, takes input or turns the order of what is read."""
NOT_ATTRIBUTES = re.compile(r"on\w*|style|dir|srcdoc")
"""What would run, hide or turn round."""
_UNSAID = frozenset({"href", "id", "class", "markdown", "lang", "rel", "role", "datetime"})
_NO_HTML = re.compile(
    r"^(`{3,20}|~{3,20})[^\n]*\n.*?^\1|(?<![\\`])`[^`\n]{1,500}`(?!`)|\{\{(?:(?!\{\{|\}\}).){0,4000}\}\}",
    re.DOTALL | re.MULTILINE,
)
"""Code, and the calls of the author."""
Tag = tuple[int, str, list[tuple[str, str | None]]]


def unknown_elements(page: AuthoredPage) -> Iterator[Diagnostic]:
    """`unknown-element`, for elements and attributes that are not for pages."""
    for line, name, attributes in _tags(page):
        if name not in ELEMENTS:
            headline, hint = f"`<{name}>` is not for pages", "write it as Markdown, or leave it out"
            yield Diagnostic("unknown-element", page.place(line, f"<{name}"), headline, hint)
        for key, _ in attributes:
            if NOT_ATTRIBUTES.fullmatch(key):
                headline = f"the attribute `{key}` is not for pages"
                yield Diagnostic("unknown-element", page.place(line, key), headline, "leave it out")


def shown_by_tags(page: AuthoredPage) -> Iterator[tuple[int, str]]:
    """The values of attributes that a reader may see or hear, each with its line in the body."""
    for line, _, attributes in _tags(page):
        yield from ((line, value) for key, value in attributes if value and key not in _UNSAID)


def _tags(page: AuthoredPage) -> tuple[Tag, ...]:
    reader = _Tags()
    reader.feed(_NO_HTML.sub(lambda found: re.sub(r"[^\n]", "\x00", found[0]), page.body))
    return tuple(reader.found)


class _Tags(HTMLParser):
    """The tags of a text: line, name and attributes of each, character references read."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Tag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember a tag."""
        self.found.append((self.getpos()[0], tag, attrs))
