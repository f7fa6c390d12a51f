"""A block of a text: what it is, its visible words, the cells of a row, the speaker of a turn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a piece of a text is; captions and filler are no evidence."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE_ROW = "table row"
    QUOTE = "block quote"
    TURN = "turn"
    CAPTION = "caption"
    FILLER = "filler"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row: its offsets in the visible text, the words over it, and the first cell of its row."""

    start: int
    end: int
    header: str
    first: str


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the text; `start` and `end` are offsets into the visible text, in characters.

    A turn of a transcript has its `speaker`; the words behind the label begin at `said`, an offset into `text` here.
    """

    kind: BlockKind
    text: str
    start: int
    end: int
    cells: tuple[Cell, ...] = ()
    speaker: str = ""
    said: int = 0

    @property
    def is_evidence(self) -> bool:
        """Whether its words may be quoted: they belong to the article's own text."""
        return self.kind not in (BlockKind.CAPTION, BlockKind.FILLER)


@dataclass(frozen=True, slots=True)
class Blocks:
    """All blocks of a text, and the visible text that they are pieces of.

    Its character `i` is written in the stored text from `starts[i]` to `ends[i]`; what joins two blocks or cells, nowhere.
    """

    all: tuple[Block, ...]
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
