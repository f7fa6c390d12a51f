"""A page as it is looked over: its text and what its calls gave, row by row, with the line that each row comes from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.reading.calls import Call, Piece
from generator.reading.pages import AuthoredPage

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Row:
    """Markdown, and the line of the page’s body that it stands on."""

    line: int
    text: str


def rows(page: AuthoredPage, pieces: Sequence[Piece], given: Callable[[Call], str]) -> Iterator[Row]:
    """The page's own text line by line, and each call as what it gives."""
    start = 0
    for piece in pieces:
        if isinstance(piece, Call):
            yield Row(piece.line, given(piece))
            continue
        found = page.body.find(piece, start)
        at = max(found, start)
        line = page.body.count("\n", 0, at) + 1
        for number, text in enumerate(_LINE.findall(piece)):
            yield Row(line + number, text)
        start = at + len(piece)


def first(rows: Sequence[Row], holds: Callable[[str], bool]) -> int:
    """The line with which `holds` begins to be true of the text up to there; the last line where it never is."""
    low, high = 1, len(rows)
    while low < high:
        middle = (low + high) // 2
        if holds("".join(row.text for row in rows[:middle])):
            high = middle
        else:
            low = middle + 1
    return rows[low - 1].line if rows else 1
