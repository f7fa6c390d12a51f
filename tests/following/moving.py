"""Hints that say where something belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic
from tests.following.editing import Files, depth, lines_of, span_of, with_lines


def rename(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """“name the file x”, “move it to x”: a name alone stays in its folder."""
    path = PurePosixPath(problem.place.path)
    to = hint["path"] if "/" in hint["path"] else str(path.with_name(hint["path"]))
    yield {**{name: text for name, text in files.items() if name != str(path)}, to: files[str(path)]}


def move_entries(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """“write its entries at the end of x”."""
    path = problem.place.path
    kept = {name: text for name, text in files.items() if name != path}
    yield {**kept, hint["path"]: files[hint["path"]].rstrip("\n") + "\n" + files[path]}


def begin_with_dash(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """A dash before the first key at the place, and the lines under it moved along."""
    lines, row = lines_of(problem, files)
    edge = depth(lines[row])
    lines[row] = f"{' ' * edge}- {lines[row].strip()}"
    for each in range(row + 1, len(lines)):
        if not lines[each].strip() or lines[each].startswith("- ") or depth(lines[each]) < edge:
            break
        lines[each] = "  " + lines[each]
    yield from with_lines(problem, files, lines)


def shift(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """“take away 1 space”, “add 2 spaces”: before the line."""
    lines, row = lines_of(problem, files)
    count = int(hint["count"])
    lines[row] = " " * count + lines[row] if hint["way"] == "add" else lines[row][count:]
    yield from with_lines(problem, files, lines)


def shift_entry(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """“add 4 spaces before its dash, and under it put each of its lines right under `key`”."""
    lines, row = lines_of(problem, files)
    lines[row] = " " * int(hint["count"]) + lines[row]
    for each in range(row + 1, len(lines)):
        if not lines[each].strip() or lines[each].startswith("- "):
            break
        lines[each] = " " * depth(lines[row]) + lines[each].strip()
    yield from with_lines(problem, files, lines)


def type_spaces(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """Spaces before the line's first word, as many as its neighbour has."""
    lines, row = lines_of(problem, files)
    lines[row] = " " * depth(lines[row - 1]) + lines[row].strip()
    yield from with_lines(problem, files, lines)


def join(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """“put it at the end of the line before”."""
    lines, row = lines_of(problem, files)
    lines[row - 1 : row + 1] = [f"{lines[row - 1]} {lines[row].strip()}"]
    yield from with_lines(problem, files, lines)


def quote_too(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """“quote “words” too”: the article's own words from there to the quote's other end."""
    lines, row = lines_of(problem, files)
    found = re.fullmatch(r"( *(?:- )?\w+: )(.*)", lines[row])
    noted = next(note.place for note in problem.notes if note.place)
    assert found
    assert noted
    article = files[noted.path]
    start = span_of(article, noted)[0]
    end = start + len(found[2])
    before, behind = article.rfind(hint["words"], 0, end), article.find(hint["words"], start)
    spans = [(min(at, start), max(at + len(hint["words"]), end)) for at in (before, behind) if at >= 0]
    first, last = min(spans, key=lambda span: span[1] - span[0])
    lines[row] = found[1] + article[first:last]
    yield from with_lines(problem, files, lines)


def save(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """“save the file as UTF-8”, which writing a text does."""
    yield files
