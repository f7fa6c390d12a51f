"""A stored article: its text as a reader sees it, the blocks and the speech in it, and where all of it is stored."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.diagnostics import Place
from generator.language.text.block import Block, BlockKind, Cell
from generator.language.text.blocks import blocks
from generator.language.text.speech import Quotation, speech

__all__ = ["Article", "Block", "BlockKind", "Cell", "Quotation", "front_matter", "read_article"]
_FENCE = re.compile(r"\A---[ \t]*\r?\n(?P<source>.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Article:
    """A text after its front matter: `text` is what a reader sees of it, `stored` what the file holds, unchanged.

    Blocks and quotations are pieces of `text`. `first_line` is the line of the file on which `stored` starts, and
    `origin` has for each character of `text` the offsets in `stored` between which it is written.
    """

    path: str
    text: str
    first_line: int
    blocks: tuple[Block, ...]
    quotations: tuple[Quotation, ...]
    stored: str
    origin: tuple[Sequence[int], Sequence[int]] = field(repr=False)

    @cached_property
    def _lines(self) -> tuple[int, ...]:
        return (0, *(found.end() for found in re.finditer(r"\n", self.stored)))

    def place(self, start: int, end: int) -> Place:
        """The place in the file of the characters of `text` from `start` to `end`."""
        starts, ends = self.origin
        first = starts[start] if start < len(starts) else len(self.stored)
        last = ends[end - 1] if end > start else first
        (line, column), (end_line, end_column) = self._at(first), self._at(last)
        return Place(self.path, line, column, end_line, end_column)

    def _at(self, offset: int) -> tuple[int, int]:
        row = bisect_right(self._lines, offset) - 1
        return self.first_line + row, offset - self._lines[row] + 1


def front_matter(text: str) -> tuple[str, int]:
    """The YAML between the first two `---` lines and where the text after them starts; `("", 0)` without one."""
    found = _FENCE.match(text)
    return (found["source"], found.end()) if found else ("", 0)


def read_article(path: str, text: str) -> Article:
    """The article in a whole file."""
    _, offset = front_matter(text)
    stored = text[offset:]
    found = blocks(stored)
    first_line = text.count("\n", 0, offset) + 1
    return Article(
        path, found.text, first_line, found.all, speech(found.all), stored, (found.starts, found.ends)
    )
