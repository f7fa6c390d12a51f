"""The blocks of a stored text as a reader sees them, and the visible text that they make together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.language.text.block import Block, BlockKind, Blocks, Cell
from generator.language.text.kinds import is_caption, is_heading, is_promotion
from generator.language.text.pieces import Piece, Shape, definitions, lines_of, pieces, without_comments
from generator.language.text.turns import with_turns
from generator.language.text.visible import Visible, visible

JOINT = "\n\n"
"""What stands between two blocks of the visible text."""
CELLS = " | "
"""What stands between two cells of a row."""
_PICTURE = re.compile(r"\s*\[?!\[(?P<alt>[^\]]*)\](?:\([^()]*\)|\[[^\]]*\])(?:\]\([^()]*\))?\s*\Z")
_BOLD = re.compile(r"(?:\*\*|__|<b>|<strong>)\Z", re.I)
_LONGEST_MARK = 8
"""Characters of the longest mark that begins bold letters."""
_SHAPES = {
    Shape.ITEM: BlockKind.LIST_ITEM,
    Shape.ROW: BlockKind.TABLE_ROW,
    Shape.QUOTE: BlockKind.QUOTE,
    Shape.CODE: BlockKind.PARAGRAPH,
}
_TITLE_WITHIN = 3
"""The title is one of so many first blocks: a picture and its caption may stand above it."""


def blocks(stored: str) -> Blocks:
    """The blocks of a stored text."""
    clean = without_comments(stored)
    lines = lines_of(clean)
    defined = definitions(lines)
    cut = [(piece, _seen(piece, stored, defined)) for piece in pieces(lines, clean)]
    kinds = _kinds([(piece, _row(seen).text) for piece, seen in cut])
    placed: list[Block] = []
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for kind, (piece, seen) in zip(kinds, cut, strict=True):
        whole = _row(seen)
        if not whole.text.strip(CELLS):
            continue
        if text:
            _join(text, starts, ends, JOINT, at=ends[-1])
        at = len(starts)
        header = cut[piece.header][1] if piece.header >= 0 else ()
        cells = tuple(_cells(seen, header, at)) if piece.shape is Shape.ROW else ()
        placed.append(Block(kind, whole.text, at, at + len(whole.text), cells))
        text.append(whole.text)
        starts.extend(whole.starts)
        ends.extend(whole.ends)
    bold = [
        bool(_BOLD.search(stored[max(starts[each.start] - _LONGEST_MARK, 0) : starts[each.start]]))
        for each in placed
    ]
    return Blocks(with_turns(placed, bold), "".join(text), tuple(starts), tuple(ends))


def plain(written: str) -> str:
    """What a reader sees of `written`, a piece of Markdown on one line, such as a quote that copies the markup."""
    found = blocks(" ".join(written.split()))
    return " ".join(each.text for each in found.all)


def _join(text: list[str], starts: list[int], ends: list[int], joint: str, *, at: int) -> None:
    text.append(joint)
    starts.extend([at] * len(joint))
    ends.extend([at] * len(joint))


def _seen(piece: Piece, stored: str, defined: frozenset[str]) -> Sequence[Visible]:
    """What is seen of a piece: one text, or one a cell."""
    if piece.shape is Shape.ROW:
        return [
            _stripped(visible(each.text, _offsets(each.text, each.start), defined=defined))
            for each in piece.lines
        ]
    content = "\n".join(line.text for line in piece.lines)
    lines = [range(each.start, each.start + len(each.text)) for each in piece.lines]
    offsets = lines[0] if len(lines) == 1 else _with_ends(lines, stored)
    if piece.shape is Shape.CODE:
        written = "".join(stored[each] for each in offsets)
        return [_stripped(Visible(written, offsets, [each + 1 for each in offsets]))]
    picture = _PICTURE.match(content) if piece.shape is Shape.PARAGRAPH else None
    if picture:
        begin, end = picture.span("alt")
        return [_stripped(visible(content[begin:end], offsets[begin:end], defined=defined))]
    return [_stripped(visible(content, offsets, defined=defined))]


def _offsets(text: str, start: int) -> range:
    return range(start, start + len(text))


def _with_ends(lines: Sequence[range], stored: str) -> list[int]:
    """The offsets of the lines, and between two of them the one of the end of the line."""
    found: list[int] = []
    for line in lines:
        if found or line is not lines[0]:
            found.append(stored.rfind("\n", 0, line.start))
        found.extend(line)
    return found


def _stripped(seen: Visible) -> Visible:
    text = seen.text.strip()
    begin = len(seen.text) - len(seen.text.lstrip())
    span = slice(begin, begin + len(text))
    return Visible(text, seen.starts[span], seen.ends[span])


def _row(cells: Sequence[Visible]) -> Visible:
    """Cells side by side; anything else is one of them."""
    if len(cells) == 1:
        return cells[0]
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    first = next((cell.starts[0] for cell in cells if cell.text), 0)
    for index, cell in enumerate(cells):
        if index:
            _join(text, starts, ends, CELLS, at=ends[-1] if ends else first)
        text.append(cell.text)
        starts.extend(cell.starts)
        ends.extend(cell.ends)
    return Visible("".join(text), starts, ends)


def _cells(cells: Sequence[Visible], header: Sequence[Visible], at: int) -> Iterator[Cell]:
    for index, cell in enumerate(cells):
        over = header[index].text if index < len(header) else ""
        yield Cell(at, at + len(cell.text), over, cells[0].text)
        at += len(cell.text) + len(CELLS)


def _kinds(found: Sequence[tuple[Piece, str]]) -> Iterator[BlockKind]:
    repeated = {text for text, count in Counter(text for _, text in found).items() if count > 1}
    titled = False
    for index, (piece, text) in enumerate(found):
        kind = _kind(piece, text, repeated=text in repeated)
        if kind is BlockKind.HEADING and not titled and index < _TITLE_WITHIN:
            kind, titled = BlockKind.TITLE, True
        yield kind


def _kind(piece: Piece, text: str, *, repeated: bool) -> BlockKind:
    if piece.shape not in (Shape.ROW, Shape.CODE) and is_promotion(text, repeated=repeated):
        return BlockKind.FILLER
    written = "\n".join(line.text for line in piece.lines)
    if piece.shape is Shape.PARAGRAPH and (_PICTURE.match(written) or is_caption(text)):
        return BlockKind.CAPTION
    if piece.shape is Shape.HEADING or (piece.shape is Shape.PARAGRAPH and is_heading(text)):
        return BlockKind.HEADING
    return _SHAPES.get(piece.shape, BlockKind.PARAGRAPH)
