"""A stored text cut into pieces by its lines: paragraphs, headings, list items, rows of tables, block quotes (CommonMark, tables as on GitHub)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.language.text.visible import HIDDEN

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(?P<text>.*?)[ \t]*(?:[ \t]#+[ \t]*)?\Z")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*\Z")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_ITEM = re.compile(r"[ \t]*(?:[-*+•‣◦·]|(?P<number>\d{1,3})[.)])[ \t]+(?=\S)")
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)+")
_FENCE = re.compile(r" {0,3}(?P<marks>`{3,}|~{3,})")
_RULED = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")
_DEFINED = re.compile(r" {0,3}\[(?P<label>[^\[\]^][^\[\]]*)\]:[ \t]*\S+(?:[ \t]+[\"'(].*)?\Z")
_NOTE = re.compile(r" {0,3}\[\^[^\]\s]+\]:[ \t]*")
_PIPE = re.compile(r"(?<!\\)\|")
_TABLE = re.compile(r"\s*<(?:table|tr)\b", re.I)
_HTML_ROW = re.compile(r"<tr\b[^>]*>.*?(?=<tr\b|</tr>|</table>|\Z)", re.I | re.DOTALL)
_HTML_CELL = re.compile(r"<t(?P<kind>[hd])\b[^>]*>(?P<text>.*?)(?=<t[hd]\b|</t[hdr]\b|\Z)", re.I | re.DOTALL)
_BLANK = re.compile(rf"[\s{HIDDEN}]*\Z")


class Shape(StrEnum):
    """What a piece is by its place and marks alone."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    QUOTE = "quote"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end, or what is left of it behind a marker; `start` is the offset in the stored text."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that belong together; a row of a table has its cells as lines, and the index of its heading row among all pieces."""

    shape: Shape
    lines: tuple[Line, ...]
    header: int = -1


def without_comments(stored: str) -> str:
    """`stored` with every character of a comment replaced by one that is not seen; offsets stay."""
    return _COMMENT.sub(lambda found: HIDDEN * len(found[0]), stored)


def lines_of(stored: str) -> tuple[Line, ...]:
    """The lines of a text, each without its end."""
    found, start = [], 0
    for line in stored.split("\n"):
        found.append(Line(line.removesuffix("\r"), start))
        start += len(line) + 1
    return tuple(found)


def definitions(lines: Sequence[Line]) -> frozenset[str]:
    """The labels, in small letters, of links that are defined on lines of their own."""
    return frozenset(found["label"].lower() for line in lines if (found := _DEFINED.match(line.text)))


def pieces(lines: Sequence[Line], stored: str) -> tuple[Piece, ...]:
    """The pieces of a text in their order; `stored` is the whole of it, which the lines are of."""
    return tuple(_Cutting(lines, stored).cut())


class _Cutting:
    """A text while it is cut: the lines read, the place in them, and the pieces found."""

    def __init__(self, lines: Sequence[Line], stored: str) -> None:
        self.lines = lines
        self.stored = stored
        self.at = 0
        self.found: list[Piece] = []

    def cut(self) -> Sequence[Piece]:
        while self.at < len(self.lines):
            self._step(self.lines[self.at])
        return self.found

    def _step(self, line: Line) -> None:
        heading = _HEADING.match(line.text)
        if _BLANK.match(line.text) or _RULE.match(line.text) or _DEFINED.match(line.text):
            self.at += 1
        elif heading:
            self._add(Shape.HEADING, [_behind(line, heading.start("text"), heading.end("text"))])
            self.at += 1
        elif fence := _FENCE.match(line.text):
            self._code(fence["marks"])
        elif _QUOTE.match(line.text):
            self._quote()
        elif _TABLE.match(line.text):
            self._html_table()
        elif self._is_table():
            self._table()
        elif item := _ITEM.match(line.text):
            self._add(Shape.ITEM, [_behind(line, item.end()), *self._following(self.at + 1)])
        else:
            self._paragraph(line)

    def _paragraph(self, line: Line) -> None:
        note = _NOTE.match(line.text)
        lines = [_behind(line, note.end()) if note else line, *self._following(self.at + 1)]
        if self.at < len(self.lines) and _UNDERLINE.match(self.lines[self.at].text):
            self.at += 1
            self._add(Shape.HEADING, lines)
        else:
            self._add(Shape.PARAGRAPH, lines)

    def _following(self, start: int) -> Iterator[Line]:
        """The lines from `start` that go on with what came before, and moves behind them."""
        self.at = start
        while self.at < len(self.lines) and not self._interrupts(self.lines[self.at].text):
            yield self.lines[self.at]
            self.at += 1

    def _interrupts(self, text: str) -> bool:
        """Whether a line begins something else; of numbered items only the first does, as a line may begin with a number."""
        item = _ITEM.match(text)
        return bool(
            _BLANK.match(text)
            or _HEADING.match(text)
            or _RULE.match(text)
            or _UNDERLINE.match(text)
            or _FENCE.match(text)
            or _TABLE.match(text)
            or _QUOTE.match(text)
            or _DEFINED.match(text)
            or _NOTE.match(text)
            or (item and (item["number"] in (None, "1") or self._in_list()))
            or self._is_table()
        )

    def _in_list(self) -> bool:
        return bool(_ITEM.match(self.lines[self.at - 1].text))

    def _code(self, marks: str) -> None:
        end = self.at + 1
        while end < len(self.lines) and not self.lines[end].text.strip().startswith(marks):
            end += 1
        self._add(Shape.CODE, self.lines[self.at + 1 : end])
        self.at = end + 1

    def _quote(self) -> None:
        inside: list[Line] = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            marker = _QUOTE.match(line.text)
            if marker is None and (self._interrupts(line.text) or not inside or not inside[-1].text.strip()):
                break
            inside.append(_behind(line, marker.end() if marker else 0))
            self.at += 1
        first = len(self.found)
        for piece in pieces(inside, self.stored):
            shape = Shape.QUOTE if piece.shape in (Shape.PARAGRAPH, Shape.ITEM) else piece.shape
            self.found.append(
                replace(piece, shape=shape, header=piece.header + first if piece.header >= 0 else -1)
            )

    def _is_table(self) -> bool:
        text = self.lines[self.at].text
        if "|" not in text:
            return False
        following = self.lines[self.at + 1].text if self.at + 1 < len(self.lines) else ""
        ruled = (
            bool(_RULED.match(following))
            and "-" in following
            and ("|" in following or text.strip().startswith("|"))
        )
        whole = text.strip()
        return ruled or (len(whole) > 2 and whole[0] == whole[-1] == "|")

    def _table(self) -> None:
        header = -1
        while self.at < len(self.lines) and "|" in (text := self.lines[self.at].text):
            if _RULED.match(text) and "-" in text:
                header = len(self.found) - 1 if header < 0 else header
            else:
                self._add(Shape.ROW, list(_cells(self.lines[self.at])), header)
            self.at += 1

    def _html_table(self) -> None:
        """The rows of a table in HTML; the first is the heading row if its cells say so."""
        first = self.lines[self.at]
        while self.at < len(self.lines) and "</table" not in self.lines[self.at].text.lower():
            self.at += 1
        last = self.lines[min(self.at, len(self.lines) - 1)]
        self.at += 1
        end = last.start + len(last.text)
        header = -1
        for found in _HTML_ROW.finditer(self.stored, first.start, end):
            cells = [*_HTML_CELL.finditer(self.stored, *found.span())]
            if cells:
                lines = [_trimmed(Line(each["text"], each.start("text"))) for each in cells]
                self._add(Shape.ROW, lines, header)
                is_head = cells[-1]["kind"].lower() == "h" and header < 0
                header = len(self.found) - 1 if is_head else header

    def _add(self, shape: Shape, lines: Sequence[Line], header: int = -1) -> None:
        if shape is Shape.ROW or any(not _BLANK.match(line.text) for line in lines):
            self.found.append(Piece(shape, tuple(lines), header))


def _behind(line: Line, start: int, end: int | None = None) -> Line:
    return Line(line.text[start:end], line.start + start)


def _cells(line: Line) -> Iterator[Line]:
    """The cells of a row of a table, without the space around each."""
    edges = [found.start() for found in _PIPE.finditer(line.text)]
    begins = [0, *(edge + 1 for edge in edges)]
    ends = [*edges, len(line.text)]
    spans = list(zip(begins, ends, strict=True))
    if edges and not line.text[: edges[0]].strip():
        spans = spans[1:]
    if edges and not line.text[edges[-1] + 1 :].strip():
        spans = spans[:-1]
    for begin, end in spans:
        yield _trimmed(_behind(line, begin, end))


def _trimmed(line: Line) -> Line:
    """A line without the space around it."""
    text = line.text
    return _behind(line, len(text) - len(text.lstrip()), len(text.rstrip()))
