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
_SCHEME = r"(?!(?:https|mailto):)[A-Za-z][A-Za-z0-9+.-]{0,30}:"
_LEADS = re.compile(rf"\s*{_SCHEME}")
_LINK = re.compile(rf"(?:\]\(\s*<?\s*|^\[[^\]\n]{{1,200}}\]:\s*<?)({_SCHEME})", re.MULTILINE)
"""A link of Markdown that leads by another scheme than the two that pages use."""
_LIST = re.compile(
    r"\{:?[^{}\n]{0,500}?(?<![\w-])((?:on\w+|style|dir|srcdoc)\s*=)[^{}\n]{0,500}\}", re.IGNORECASE
)
"""A list of attributes as the extension `attr_list` reads it, with one that is not for pages."""
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
        for key, value in attributes:
            if key == "href" and _LEADS.match(value or ""):
                yield _scheme(page, line, value or "")
    bare = _bare(page)
    for found in _LINK.finditer(bare):
        yield _scheme(page, bare.count("\n", 0, found.start(1)) + 1, found[1])
    for found in _LIST.finditer(bare):
        line = bare.count("\n", 0, found.start(1)) + 1
        headline = f"the attribute `{found[1].rstrip('= ')}` is not for pages"
        yield Diagnostic("unknown-element", page.place(line, found[1]), headline, "leave it out")


def _scheme(page: AuthoredPage, line: int, address: str) -> Diagnostic:
    headline = f"a link to `{address.strip().partition(':')[0]}:` is not for pages"
    hint = "link to a page of the site or to an `https:` address"
    return Diagnostic("unknown-element", page.place(line, address.strip()), headline, hint)


def shown_by_tags(page: AuthoredPage) -> Iterator[tuple[int, str]]:
    """The values of attributes that a reader may see or hear, each with its line in the body."""
    for line, _, attributes in _tags(page):
        yield from ((line, value) for key, value in attributes if value and key not in _UNSAID)


def _tags(page: AuthoredPage) -> tuple[Tag, ...]:
    reader = _Tags()
    reader.feed(_bare(page))
    return tuple(reader.found)


def _bare(page: AuthoredPage) -> str:
    """The body with code and calls blanked out."""
    return _NO_HTML.sub(lambda found: re.sub(r"[^\n]", "\x00", found[0]), page.body)


class _Tags(HTMLParser):
    """The tags of a text: line, name and attributes of each, character references read."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Tag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember a tag."""
        self.found.append((self.getpos()[0], tag, attrs))
