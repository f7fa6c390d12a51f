"""The places of a text and the lines of a YAML file, as somebody changes them by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.diagnostics import Diagnostic, Place

Files = Mapping[str, str]
KEY = re.compile(r"(?P<before> *(?:- )?)(?P<key>\w+):(?P<value>.*)")
CHOICES = re.compile(r", | or ")


def span_of(text: str, place: Place) -> tuple[int, int]:
    """The offsets in `text` of a place."""
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    return starts[place.line - 1] + place.column - 1, starts[place.end_line - 1] + place.end_column - 1


def at_place(problem: Diagnostic, files: Files, words: str) -> Iterator[Files]:
    """The files with other words at the place."""
    path = problem.place.path
    start, end = span_of(files[path], problem.place)
    yield {**files, path: files[path][:start] + words + files[path][end:]}


def with_lines(problem: Diagnostic, files: Files, lines: Iterable[str], path: str = "") -> Iterator[Files]:
    yield {**files, path or problem.place.path: "\n".join(lines)}


def lines_of(problem: Diagnostic, files: Files) -> tuple[list[str], int]:
    """The lines of the file, and which of them the place begins in, counted from 0."""
    return files[problem.place.path].split("\n"), problem.place.line - 1


def depth(line: str) -> int:
    """The column where a line's first key stands, behind the dash of its entry."""
    found = re.match(r" *(?:- )*", line)
    return found.end() if found else 0


def entry(lines: list[str], row: int, dash: str = "- ") -> range:
    """The rows of the entry of a list that a row belongs to; `dash` is how its first line begins."""
    first = next((each for each in range(row, -1, -1) if lines[each].startswith(dash)), 0)
    edge = len(dash) - 2
    last = next(
        (
            each
            for each in range(first + 1, len(lines))
            if lines[each].strip() and len(lines[each]) - len(lines[each].lstrip()) <= edge
        ),
        len(lines),
    )
    return range(first, last)


def key_line(lines: list[str], row: int, key: str) -> int | None:
    """The row of a key: this one, one of the same entry of a list within the record, or one of the record."""
    dashes = dict.fromkeys([f"{' ' * max(depth(lines[row]) - 2, 0)}- ", "- "])
    for rows in ([row], *(entry(lines, row, dash) for dash in dashes)):
        for each in rows:
            found = KEY.match(lines[each])
            if found and found["key"] == key:
                return each
    return None
