"""Hints that say what to take away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from tests.following.editing import Files, at_place, depth, entry, lines_of, with_lines


def take_out(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """“take it out”: what stands at the place with its comma or its line, and the list or key that it leaves empty."""
    lines, row = lines_of(problem, files)
    line = lines[row]
    start, end = problem.place.column - 1, problem.place.end_column - 1
    if "[" in line[:start] and "]" in line[end:]:
        kept = re.sub(r"\[, |, (?=,|\])", lambda found: found[0].strip(", "), line[:start] + line[end:])
        lines[row] = kept
    if "[]" in lines[row] or "[" not in line:
        del lines[row]
    yield from with_lines(problem, files, lines)


def take_answer_out(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """“take the answer out”: its whole entry, and `reviewed` where it was the only one."""
    lines, row = lines_of(problem, files)
    edge = depth(lines[row]) - 2
    rows = entry(lines, row, f"{' ' * edge}- ")
    kept = [*lines[: rows.start], *lines[rows.stop :]]
    above = kept[rows.start - 1]
    if above.strip() == "reviewed:" and not "".join(kept[rows.start : rows.start + 1]).startswith(
        " " * edge + "- "
    ):
        del kept[rows.start - 1]
    yield from with_lines(problem, files, kept)


def take_record_out(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """“take `id` out”: the record with this id, in whichever of the files named it is."""
    paths = (problem.place.path, *(note.place.path for note in problem.notes if note.place))
    for path in dict.fromkeys(paths):
        lines = files[path].split("\n")
        if f"- id: {hint['id']}" in lines:
            rows = entry(lines, lines.index(f"- id: {hint['id']}"))
            yield from with_lines(problem, files, [*lines[: rows.start], *lines[rows.stop :]], path)


def drop_line(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """“delete this line”."""
    lines, row = lines_of(problem, files)
    del lines[row]
    yield from with_lines(problem, files, lines)


def drop(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """“remove it”: what stands at the place."""
    yield from at_place(problem, files, "")


def keep_one(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """The first, then the second of two versions of the same lines."""
    text = files[problem.place.path]
    pattern = re.compile(r"^<<<<<<< .*\n((?s:.*?))^=======\n((?s:.*?))^>>>>>>> .*\n", re.MULTILINE)
    for group in (1, 2):
        yield {**files, problem.place.path: pattern.sub(rf"\{group}", text)}


def delete_file(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """“delete the file”."""
    yield {path: text for path, text in files.items() if path != problem.place.path}
