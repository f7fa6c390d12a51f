"""Which entry each comment belongs to, so that it moves with it: above it, behind it, or at the end of its list."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import yaml

from generator.layout.comments import Comment, comments, lines_of
from generator.reading.yaml_nodes import ListNode, MapNode, Node, TextNode

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class _Anchor:
    """Where an entry begins: at its key, or at the dash before it."""

    path: Path
    start: tuple[int, int]
    value: Node


@dataclass(frozen=True, slots=True)
class Attached:
    """Comments by the path of the entry they stand above or behind, or of the list or mapping they close."""

    above: Mapping[Path, Sequence[Comment]]
    behind: Mapping[Path, Sequence[Comment]]
    closing: Mapping[Path, Sequence[Comment]]
    opening: Sequence[Comment]
    """Those before the first key of a file that is one mapping; they stay its head."""
    holding: frozenset[Path]
    """Every list and mapping with a comment somewhere inside."""


@dataclass(slots=True)
class _Attaching:
    """Comments as they are given to entries; lives for one text."""

    anchors: Sequence[_Anchor]
    brackets: Mapping[Path, tuple[tuple[int, int], tuple[int, int]]]
    columns: Mapping[Path, int]
    above: dict[Path, list[Comment]] = field(default_factory=lambda: defaultdict(list))
    behind: dict[Path, list[Comment]] = field(default_factory=lambda: defaultdict(list))
    closing: dict[Path, list[Comment]] = field(default_factory=lambda: defaultdict(list))

    def place(self, comment: Comment) -> None:
        at = (comment.line, comment.at)
        index = bisect_right(self.anchors, at, key=lambda anchor: anchor.start)
        before = self.anchors[index - 1] if index else None
        after = self.anchors[index] if index < len(self.anchors) else None
        if before is None or (not comment.alone and self._behind(comment, before, at)):
            if before is None:
                (self.above[after.path] if after else self.closing[()]).append(comment)
            return
        if isinstance(before.value, TextNode) and _start(before.value) > at:
            self.above[before.path].append(comment)
            return
        around = self._brackets_around(before, at)
        if around is not None:
            inside = after is not None and after.start < self.brackets[around][1]
            (self.above[after.path] if after and inside else self.closing[around]).append(comment)
            return
        self._between(comment, before, after)

    def _behind(self, comment: Comment, before: _Anchor, at: tuple[int, int]) -> bool:
        """Give the comment to what ends before it on its line: the outermost bracketed list closed there, or the entry."""
        path = before.path
        for depth in range(len(path)):
            span = self.brackets.get(path[:depth])
            if span and span[1] <= at:
                path = path[:depth]
                break
        (self.behind[path] if path else self.closing[()]).append(comment)
        return True

    def _brackets_around(self, before: _Anchor, at: tuple[int, int]) -> Path | None:
        """The innermost list or mapping in brackets that is still open where the comment stands."""
        for depth in range(len(before.path), -1, -1):
            span = self.brackets.get(before.path[:depth])
            if span and span[0] < at < span[1]:
                return before.path[:depth]
        return None

    def _between(self, comment: Comment, before: _Anchor, after: _Anchor | None) -> None:
        """Indented like the next entry it belongs to that; indented deeper it closes what stands before it."""
        if after is not None and comment.column <= after.start[1]:
            self.above[after.path].append(comment)
            return
        for depth in range(len(before.path) - 1, -1, -1):
            path = before.path[:depth]
            if path in self.columns and self.columns[path] <= comment.column:
                if after is not None and after.path[:depth] == path:
                    break
                self.closing[path].append(comment)
                return
        (self.above[after.path] if after else self.closing[()]).append(comment)


def attach(text: str, root: Node) -> Attached:
    """Every comment of `text` with the entry it belongs to; `root` is what was read from it."""
    lines = lines_of(text)
    containers = dict(_containers(root, ()))
    starts = {path: _start(node) for path, node in containers.items()}
    brackets = {
        path: (starts[path], (node.place.end_line, node.place.end_column))
        for path, node in containers.items()
        if lines[node.place.line - 1][node.place.column - 1 : node.place.column] in ("[", "{")
    }
    columns = {path: column for path, (_, column) in starts.items() if path not in brackets}
    dashes = iter(_dashes(text))
    anchors = tuple(_anchors(root, (), dashes, frozenset(brackets)))
    attaching = _Attaching(anchors, brackets, columns)
    found = comments(text, root)
    headed = isinstance(root, MapNode) and bool(anchors)
    opening = [each for each in found if headed and (each.line, each.at) < anchors[0].start]
    for comment in found[len(opening) :]:
        attaching.place(comment)
    _lift(attaching.above)
    owners = {*attaching.above, *attaching.behind}
    holding = {path[:depth] for path in owners for depth in range(len(path))}
    holding |= {path[:depth] for path in attaching.closing for depth in range(len(path) + 1)}
    return Attached(attaching.above, attaching.behind, attaching.closing, opening, frozenset(holding))


def _lift(above: dict[Path, list[Comment]]) -> None:
    """A comment above the first item of a list that hangs on a dash stands above that dash."""
    for deepest in sorted(above, key=len, reverse=True):
        path = deepest
        while path in above and path[-1] == 0 and len(path) > 1 and isinstance(path[-2], int):
            above[path[:-1]].extend(above.pop(path))
            path = path[:-1]


def _start(node: Node) -> tuple[int, int]:
    return node.place.line, node.place.column


def _dashes(text: str) -> Iterator[tuple[int, int]]:
    """Where each dash of a list stands; the parser's events do not tell."""
    for token in yaml.scan(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        if isinstance(token, yaml.tokens.BlockEntryToken):
            yield token.start_mark.line + 1, token.start_mark.column + 1


def _containers(node: Node, path: Path) -> Iterator[tuple[Path, ListNode | MapNode]]:
    if isinstance(node, TextNode):
        return
    yield path, node
    for step, child in _children(node):
        yield from _containers(child, (*path, step))


def _anchors(
    node: Node, path: Path, dashes: Iterator[tuple[int, int]], brackets: frozenset[Path]
) -> Iterator[_Anchor]:
    """The entries in the order in which they begin, an outer one before its first inner one."""
    if isinstance(node, MapNode):
        for key, (place, value) in node.entries.items():
            yield _Anchor((*path, key), (place.line, place.column), value)
            yield from _anchors(value, (*path, key), dashes, brackets)
    elif isinstance(node, ListNode):
        for index, item in enumerate(node.items):
            start = _start(item) if path in brackets else next(dashes)
            yield _Anchor((*path, index), start, item)
            yield from _anchors(item, (*path, index), dashes, brackets)


def _children(node: ListNode | MapNode) -> Iterator[tuple[str | int, Node]]:
    if isinstance(node, MapNode):
        yield from ((key, value) for key, (_, value) in node.entries.items())
    else:
        yield from enumerate(node.items)
