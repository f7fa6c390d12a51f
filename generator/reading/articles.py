"""A stored article: its text byte for byte, and the blocks and quotations found in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from generator.diagnostics import Place

_FENCE = re.compile(r"\A---[ \t]*\r?\n(?P<source>.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_BLOCK = re.compile(r"[^\s](?:.|\r?\n(?![ \t\u00a0]*\r?(?:\n|\Z)))*")
_CAPTION = re.compile(
    r"(?:an? )?(?:image|photo|picture|illustration|screenshot|graphic)\b(?: of|:| by| credit)", re.I
)
_ENDS_SENTENCE = re.compile(r"[.!…][”\"’')\]]*\s*\Z")
_OPENS = '“"'
_QUOTED = re.compile(r"“(?P<curly>[^“”]+)”|(?<!\w)\"(?P<straight>[^\"“”]+)\"(?!\w)")
_SAYS = r"(?:said|says|added|adds|told|wrote|writes|argued|argues|explained|explains|stressed|noted|notes|stated|states|continued|asked|replied|acknowledged|warned|claimed)"
_NAME = r"(?:he|she|they|[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3})"
_AFTER = re.compile(rf"[,\s]*(?:(?P<name>{_NAME})\s{_SAYS}\b|{_SAYS}\s(?P<inverted>{_NAME}))")
_BEFORE = re.compile(rf"(?P<name>{_NAME})\s{_SAYS}(?:\s\w+){{0,3}}[,:]?\s*\Z")
_PROMOTION = (
    re.compile(
        r"\b(?:subscribe|sign up|newsletter|weekly email|daily email|join \d|unsubscribe|sponsor|advert)",
        re.I,
    ),
    re.compile(r"\byou don[’']t have to\b|\byour inbox\b|\bwe (?:read|test|send)\b", re.I),
    re.compile(r"[\U0001f300-\U0001faff\u26a1\u2728]"),
)
HEADING_LENGTH = 90


class BlockKind(StrEnum):
    """What a piece of an article is; evidence is taken from titles, headings and paragraphs only."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    FILLER = "filler"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the text; `start` and `end` are offsets into the article's text, in characters."""

    kind: BlockKind
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks (without the marks); `speaker` as the article names them, or empty."""

    text: str
    start: int
    end: int
    block: int
    speaker: str


@dataclass(frozen=True)
class Article:
    """The text after the front matter, unchanged; `first_line` is the line of the file on which it starts."""

    path: str
    text: str
    first_line: int
    blocks: tuple[Block, ...]
    quotations: tuple[Quotation, ...]

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return (0, *(found.end() for found in re.finditer(r"\n", self.text)))

    def place(self, start: int, end: int) -> Place:
        """The place in the file of the characters from `start` to `end`."""
        (line, column), (end_line, end_column) = self._at(start), self._at(end)
        return Place(self.path, line, column, end_line, end_column)

    def _at(self, offset: int) -> tuple[int, int]:
        row = bisect_right(self._starts, offset) - 1
        return self.first_line + row, offset - self._starts[row] + 1


def front_matter(text: str) -> tuple[str, int]:
    """The YAML between the first two `---` lines and where the text after them starts; `("", 0)` without one."""
    found = _FENCE.match(text)
    return (found["source"], found.end()) if found else ("", 0)


def read_article(path: str, text: str) -> Article:
    """The article in a whole file."""
    _, offset = front_matter(text)
    body = text[offset:]
    blocks = tuple(_blocks(body))
    quotations = tuple(_quotations(blocks))
    return Article(path, body, text.count("\n", 0, offset) + 1, blocks, quotations)


def _blocks(text: str) -> Iterator[Block]:
    found = [(match[0].rstrip(), match.start()) for match in _BLOCK.finditer(text)]
    repeated = {piece for piece, count in Counter(piece for piece, _ in found).items() if count > 1}
    titled = False
    for index, (piece, start) in enumerate(found):
        if _is_promotion(piece, repeated):
            kind = BlockKind.FILLER
        elif _CAPTION.match(piece):
            kind = BlockKind.CAPTION
        elif not titled and index < 3 and _is_heading(piece):
            kind, titled = BlockKind.TITLE, True
        elif _is_heading(piece):
            kind = BlockKind.HEADING
        else:
            kind = BlockKind.PARAGRAPH
        yield Block(kind, piece, start, start + len(piece))


def _is_promotion(piece: str, repeated: set[str]) -> bool:
    """Promotion stands twice, or shows two of its three marks: an invitation, a plea to the reader, emoji bullets."""
    if piece in repeated and len(piece.split()) > 12:
        return True
    return sum(1 for cue in _PROMOTION if cue.search(piece)) >= 2


def _is_heading(piece: str) -> bool:
    limit = HEADING_LENGTH * 2
    return (
        "\n" not in piece
        and len(piece) <= limit
        and piece[:1] not in _OPENS
        and not _ENDS_SENTENCE.search(piece)
    )


def _quotations(blocks: tuple[Block, ...]) -> Iterator[Quotation]:
    for index, block in enumerate(blocks):
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        matches = list(_QUOTED.finditer(block.text))
        speakers = [_speaker(block.text, match) for match in matches]
        known = next((speaker for speaker in speakers if speaker), "")
        for match, speaker in zip(matches, speakers, strict=True):
            group = "curly" if match["curly"] is not None else "straight"
            start, end = match.span(group)
            yield Quotation(match[group], block.start + start, block.start + end, index, speaker or known)


def _speaker(text: str, match: re.Match[str]) -> str:
    """Whoever the paragraph names right after or right before the words."""
    after = _AFTER.match(text, match.end())
    if after:
        return (after["name"] or after["inverted"]).rstrip(".")
    before = _BEFORE.search(text[max(0, match.start() - 120) : match.start()])
    return before["name"].rstrip(".") if before else ""
