"""The comments of a YAML text, which its parser passes over, found in what no scalar covers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.diagnostics import Place
from generator.reading.yaml_nodes import ListNode, MapNode, Node

_LINE_END = re.compile(r"\r\n|\n")
_BLOCK_HEAD = re.compile(r"[|>][-+0-9]*")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its `#` on; line and column count from 1, `column` is where its line's first word stands."""

    text: str
    line: int
    at: int
    column: int
    alone: bool
    blank_after: bool


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of `text` and an empty one after them: the parser may put an empty value past the end."""
    return (*_LINE_END.split(text), "")


def comments(text: str, root: Node | None) -> tuple[Comment, ...]:
    """Every comment of `text`, in order; `root` is what was read from it."""
    lines = lines_of(text)
    covered = _covered(lines, root)
    return tuple(_found(lines, covered))


def _found(lines: Sequence[str], covered: Mapping[int, Sequence[tuple[int, int]]]) -> Iterator[Comment]:
    for number, line in enumerate(lines, 1):
        for mark in re.finditer("#", line):
            if any(start <= mark.start() < end for start, end in covered.get(number, ())):
                continue
            before = line[: mark.start()]
            indent = len(line) - len(line.lstrip())
            alone, blank = not before.strip(), not lines[number].strip()
            yield Comment(line[mark.start() :].rstrip(), number, mark.start() + 1, indent + 1, alone, blank)
            break


def _covered(lines: Sequence[str], root: Node | None) -> Mapping[int, Sequence[tuple[int, int]]]:
    """For each line the stretches that belong to scalars."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for place in _scalars(root):
        head = _BLOCK_HEAD.match(lines[place.line - 1], place.column - 1)
        for number in range(place.line, place.end_line + 1):
            start = place.column - 1 if number == place.line else 0
            end = place.end_column - 1 if number == place.end_line else len(lines[number - 1])
            if head and number == place.line:
                end = head.end()
            found[number].append((start, end))
    return found


def _scalars(node: Node | None) -> Iterator[Place]:
    match node:
        case MapNode():
            for key, value in node.entries.values():
                yield key
                yield from _scalars(value)
        case ListNode():
            for item in node.items:
                yield from _scalars(item)
        case None:
            return
        case _:
            yield node.place
