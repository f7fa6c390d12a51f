"""The numbers an author typed by hand: each is an error, since a figure comes from a fact or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from generator.diagnostics import Diagnostic, Place
from generator.explainers.coding import CODE
from generator.explainers.touching import CALLS, attached
from generator.model.ledger import Ledger
from generator.model.names import numbered_names, without_names
from generator.quantities import quantities_in
from generator.reading.pages import AuthoredPage
from generator.reading.yaml_nodes import MapNode, TextNode

FREE_FOLDERS = ("docs/decisions/",)
"""Documentation of the project itself, where numbers are measurements of the code, not statements about the world."""

_TAG = r"</?[A-Za-z][^<>]{0,2000}>|<!--(?:(?!-->).){0,2000}-->|<https://[^<>\s]{1,500}>"
_NOT_PROSE = re.compile(
    rf"{CALLS.pattern}"  # calls of the author
    rf"|{CODE}"
    rf"|\]\((?:[a-z0-9#/.][^)\s]{{0,500}})(?=[)\s])|{_TAG}|https://[\w./?&=%#~+-]{{1,500}}"  # addresses and tags
    r"|^\s{0,9}\d{1,2}[.)]\s",  # list numbers
    re.DOTALL | re.MULTILINE,
)
_MARKUP = re.compile(
    rf"{_TAG}|[*_~`]|\\(?=[^\w\s])|\u00ad|\ufe0f|\u20e3|(?<=\])\([^)\s]{{0,500}}|[\[\]]", re.DOTALL
)
"""What is not seen of a paragraph when it is shown; the title of a link is."""
_CODE = re.compile(CODE, re.DOTALL | re.MULTILINE)
_READ_ALOUD = ("title", "question", "summary", "description")


def typed_numbers(page: AuthoredPage, ledger: Ledger, read: Iterable[str]) -> Iterator[Diagnostic]:
    """`number-typed`, in the body and in those entries of the front matter that readers see.

    `read` are the texts in attributes that readers see.
    """
    if page.path.startswith(FREE_FOLDERS):
        return
    names = numbered_names(ledger.entities.values())
    body = _NOT_PROSE.sub(_blank, page.body)
    for found in quantities_in(without_names(body, names)):
        yield typed(page.body[found.start : found.end], _place(page, found.start, found.end))
    yield from _hidden_numbers(page, names, read)
    yield from attached(page, ledger)
    entries = page.front.entries if isinstance(page.front, MapNode) else {}
    for key in _READ_ALOUD:
        node = entries[key][1] if key in entries else None
        if isinstance(node, TextNode):
            told = unescape(_MARKUP.sub("", node.text)).replace("\u00ad", "")
            for found in quantities_in(without_names(told, names)):
                yield typed(told[found.start : found.end], node.place)


def _hidden_numbers(page: AuthoredPage, names: re.Pattern[str], read: Iterable[str]) -> Iterator[Diagnostic]:
    """Numbers that show only when the page does: with markup or references inside, and in attributes of tags."""
    for line, paragraph in _paragraphs(page.body):
        plain = _NOT_PROSE.sub(_blank, paragraph)
        known = {
            " ".join(plain[each.start : each.end].split())
            for each in quantities_in(without_names(plain, names))
        }
        bare = CALLS.sub("\x00", paragraph)
        shown = " ".join(unescape(_MARKUP.sub("", _without_code(bare))).replace("\u00ad", "").split())
        for each in quantities_in(without_names(shown, names)):
            text = shown[each.start : each.end]
            if text not in known:
                yield typed(text, page.place(line))
    own = unescape(CALLS.sub("\x00", page.body))
    for text in read:
        for each in quantities_in(without_names(text, names)):
            words = text[each.start : each.end]
            if words in own:  # else a call gave it
                yield typed(words, page.place(own.count("\n", 0, own.find(words)) + 1, words))


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", "\x00", found[0])


def _without_code(text: str) -> str:
    """The text without code, addresses and list numbers, its markup kept."""
    return _NOT_PROSE.sub(lambda found: found[0] if re.match(_TAG, found[0]) else "\x00", text)


def _paragraphs(body: str) -> Iterator[tuple[int, str]]:
    """The paragraphs outside of code blocks, with the line on which each begins."""
    line = 1
    for part in re.split(r"(\n[ \t]*\n)", _CODE.sub(_blank, body)):
        if part.strip():
            yield line, part
        line += part.count("\n")


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
