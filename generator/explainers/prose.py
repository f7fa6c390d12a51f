"""The numbers an author typed by hand: each is an error, since a figure comes from a fact or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from generator.diagnostics import Diagnostic, Place
from generator.model.ledger import Ledger
from generator.model.names import numbered_names, without_names
from generator.quantities import quantities_in
from generator.reading.pages import AuthoredPage
from generator.reading.yaml_nodes import MapNode, TextNode

FREE_FOLDERS = ("docs/decisions/",)
"""Documentation of the project itself, where numbers are measurements of the code, not statements about the world."""

_NOT_PROSE = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}"  # calls of the author
    r"|^(?P<fence>```+|~~~+).*?^(?P=fence)"  # code
    r"|`[^`\n]*`"
    r"|\]\([^)\n]*\)|<[^>\n]*>|https?://\S+"  # addresses and tags
    r"|^\s*\d+[.)]\s",  # list numbers
    re.DOTALL | re.MULTILINE,
)
_CALLS = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_SHOWN = re.compile(r"<[^>\n]*?\s(?:title|alt|aria-label|data-[\w-]+)=([\"'])(?P<text>[^\"'\n]*)\1")
_REFERENCE = re.compile(r"&(?:#\d+|#x[\da-fA-F]+|\w+);")
_READ_ALOUD = ("title", "question", "summary", "description")


def typed_numbers(page: AuthoredPage, ledger: Ledger) -> Iterator[Diagnostic]:
    """`number-typed`, in the body and in those entries of the front matter that readers see."""
    if page.path.startswith(FREE_FOLDERS):
        return
    names = numbered_names(ledger.entities.values())
    body = _NOT_PROSE.sub(lambda found: re.sub(r"[^\n]", "\x00", found[0]), page.body)
    for found in quantities_in(without_names(body, names)):
        yield typed(page.body[found.start : found.end], _place(page, found.start, found.end))
    yield from _hidden_numbers(page, names)
    entries = page.front.entries if isinstance(page.front, MapNode) else {}
    for key in _READ_ALOUD:
        node = entries[key][1] if key in entries else None
        if isinstance(node, TextNode):
            for found in quantities_in(without_names(node.text, names)):
                yield typed(node.text[found.start : found.end], node.place)


def _hidden_numbers(page: AuthoredPage, names: re.Pattern[str]) -> Iterator[Diagnostic]:
    """Numbers in what a tag shows (titles, labels), and those written with character references."""
    for found in _SHOWN.finditer(_CALLS.sub("", page.body)):
        for each in quantities_in(without_names(unescape(found["text"]), names)):
            place = page.place(page.body.count("\n", 0, page.body.find(found[0])) + 1, found["text"])
            yield typed(unescape(found["text"])[each.start : each.end], place)
    for number, line in enumerate(page.body.split("\n"), start=1):
        plain = _NOT_PROSE.sub(" ", line)
        if _REFERENCE.search(plain):
            read = unescape(plain)
            known = {plain[each.start : each.end] for each in quantities_in(plain)}
            shown = {read[each.start : each.end] for each in quantities_in(without_names(read, names))}
            for text in sorted(shown - known):
                yield typed(text, page.place(number))


def typed(text: str, place: Place) -> Diagnostic:
    """The diagnostic for a number that an author typed."""
    headline = f"“{' '.join(text.split())}” is typed by hand"
    hint = 'write {{ fact("…") }} with the id of the fact that says so, or {{ plain("…", because="…") }}'
    return Diagnostic("number-typed", place, headline, hint)


def _place(page: AuthoredPage, start: int, end: int) -> Place:
    def at(offset: int) -> tuple[int, int]:
        line = page.body.count("\n", 0, offset)
        return page.body_line + line, offset - (page.body.rfind("\n", 0, offset) + 1) + 1

    (line, column), (end_line, end_column) = at(start), at(end)
    return Place(page.path, line, column, end_line, end_column)
