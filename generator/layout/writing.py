"""Nodes and their comments as the lines of a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.layout.attaching import Attached, Path
from generator.layout.comments import Comment
from generator.layout.order import inner, ordered, record_type
from generator.layout.scalars import literal, write_text
from generator.model.record import Record
from generator.reading.yaml_nodes import ListNode, MapNode, Node, TextNode

WIDTH = 110
"""Columns up to which a list stands in brackets; a text is never broken."""
_PHRASES = ("includes", "excludes")
"""Lists of phrases, which read better one below the other."""


@dataclass(frozen=True, slots=True)
class Writer:
    """The lines of one file: `path` says what its records are, `notes` which comments stand where."""

    path: str
    notes: Attached

    def file(self, root: ListNode | MapNode) -> Iterator[str]:
        """All lines of the file."""
        yield from _own_lines(self.notes.opening)
        if not _children(root):
            yield from _own_lines(self.notes.closing.get((), ()))
            yield _empty(root)
            return
        yield from self._block(root, (), "", None)

    def _block(
        self, node: ListNode | MapNode, at: Path, indent: str, model: type[Record] | None
    ) -> Iterator[str]:
        """A list or mapping with something in it, and the comments that close it."""
        model = self._model(node, at, model)
        if isinstance(node, MapNode):
            for key in ordered(tuple(node.entries), model):
                below = inner(model, key)
                yield from self._entry(node.entries[key][1], (*at, key), indent, f"{write_text(key)}:", below)
        else:
            for index, item in enumerate(node.items):
                yield from ("",) if index and not at else ()
                yield from self._entry(item, (*at, index), indent, "-", model)
        closing = self.notes.closing.get(at, ())
        yield from ("",) if closing and not at else ()
        yield from (f"{indent}{line}" for line in _without_last_blank(_own_lines(closing, spaced=not at)))

    def _model(self, node: Node, at: Path, model: type[Record] | None) -> type[Record] | None:
        """The record of a whole entry of the file; below it, what its own record says."""
        whole = isinstance(node, MapNode) and (not at or (len(at) == 1 and isinstance(at[0], int)))
        return record_type(self.path, node) if whole and isinstance(node, MapNode) else model

    def _entry(
        self, node: Node, at: Path, indent: str, head: str, model: type[Record] | None
    ) -> Iterator[str]:
        """One entry with the comments above and behind it; `head` is its key or its dash."""
        above = list(self.notes.above.get(at, ()))
        behind = [comment.text for comment in self.notes.behind.get(at, ())]
        bare = not isinstance(node, TextNode) and not _children(node)
        above += self.notes.closing.get(at, ()) if bare else ()
        hanging = head == "-" and not isinstance(node, TextNode) and not bare
        lines = list(self._lines(node, at, indent, head, model))
        extra = behind if hanging else behind[:-1]
        spaced = len(at) == 1 and isinstance(at[0], int)
        yield from (f"{indent}{line}".rstrip() for line in (*_own_lines(above, spaced=spaced), *extra))
        if behind and not hanging:
            lines[0] += f"  {behind[-1]}"
        yield from lines

    def _lines(
        self, node: Node, at: Path, indent: str, head: str, model: type[Record] | None
    ) -> Iterator[str]:
        """The entry itself: on its head's line where that holds it, else below."""
        if isinstance(node, TextNode):
            block = literal(node.text)
            if block is None:
                yield f"{indent}{head} {write_text(node.text)}"
                return
            yield f"{indent}{head} {block[0]}"
            yield from (f"{indent}  {line}".rstrip() for line in block[1])
            return
        flat = self._flat(node, at, f"{indent}{head} ")
        if flat is not None:
            yield flat
        elif head == "-":
            yield from _hung(list(self._block(node, at, f"{indent}  ", model)), indent)
        else:
            yield f"{indent}{head}"
            yield from self._block(node, at, f"{indent}  ", model)

    def _flat(self, node: ListNode | MapNode, at: Path, head: str) -> str | None:
        """The entry on one line; None where it has to stand below its head."""
        if not _children(node):
            return head + _empty(node)
        if not isinstance(node, ListNode) or at[-1] in _PHRASES or at in self.notes.holding:
            return None
        texts = [write_text(item.text, in_brackets=True) for item in node.items if isinstance(item, TextNode)]
        line = f"{head}[{', '.join(texts)}]"
        return line if len(texts) == len(node.items) and len(line) <= WIDTH else None


def _hung(lines: Sequence[str], indent: str) -> Iterator[str]:
    """A block hung on a dash; comments above its first line go above the dash."""
    first = next(index for index, line in enumerate(lines) if not line.lstrip().startswith("#"))
    yield from (f"{indent}{line.lstrip()}" for line in lines[:first])
    yield f"{indent}- {lines[first][len(indent) + 2 :]}"
    yield from lines[first + 1 :]


def _own_lines(comments: Sequence[Comment], *, spaced: bool = False) -> Iterator[str]:
    """Comments on lines of their own; `spaced` keeps an empty line where the author left one."""
    for comment in comments:
        yield comment.text
        if spaced and comment.alone and comment.blank_after:
            yield ""


def _without_last_blank(lines: Iterable[str]) -> Sequence[str]:
    found = tuple(lines)
    return found[:-1] if found[-1:] == ("",) else found


def _children(node: ListNode | MapNode) -> Sequence[object]:
    return node.items if isinstance(node, ListNode) else tuple(node.entries)


def _empty(node: ListNode | MapNode) -> str:
    return "[]" if isinstance(node, ListNode) else "{}"
