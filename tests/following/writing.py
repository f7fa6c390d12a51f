"""Hints that say what to write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Diagnostic, Place
from tests.following.editing import (
    CHOICES,
    KEY,
    Files,
    at_place,
    depth,
    entry,
    key_line,
    lines_of,
    span_of,
    with_lines,
)


def write_line(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """“write `key: value`”: in place of the line that has the key, of the line at the place, or as a new one."""
    lines, row = lines_of(problem, files)
    words = hint["line"]
    found = KEY.match(words)
    assert found
    if problem.place.column - 1 in (depth(lines[row]), depth(lines[row]) - len("- ")):
        lines[row] = lines[row][: problem.place.column - 1] + words
        yield from with_lines(problem, files, lines)
        return
    there = key_line(lines, row, found["key"])
    if there is None:
        record = entry(lines, row)
        lines.insert(record.start + 1, f"  {words}")
    else:
        lines[there] = lines[there][: depth(lines[there])] + words
    yield from with_lines(problem, files, lines)


def write_words(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """“write `words`”: at the place."""
    yield from at_place(problem, files, hint["words"])


def choose(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """“write a, b or c”, “write a for this or b for that”: each at the place; nothing where they are no single words."""
    choices = [each.strip("`").partition(" for ")[0] for each in CHOICES.split(hint["words"])]
    for choice in choices if not any(" " in each for each in choices) else ():
        yield from at_place(problem, files, choice)


def write_in_its_place(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """“write words in its place”: for what the headline quotes first, within the place."""
    start, end = span_of(files[problem.place.path], problem.place)
    before = files[problem.place.path][start:end]
    quoted = re.search(r"“(.+?)”|`(.+?)`", problem.headline)
    assert quoted
    for choice in CHOICES.split(hint["words"]):
        yield from at_place(problem, files, before.replace(quoted[1] or quoted[2], choice.strip("`"), 1))


def add_to_entity(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """“add `key: value` to the entity” that the fact names."""
    lines, row = lines_of(problem, files)
    there = key_line(lines, row, "entity")
    assert there is not None
    entities = files["seeds/entities.yml"].split("\n")
    entities.insert(entities.index(f"- id: {lines[there].split()[-1]}") + 1, f"  {hint['line']}")
    yield from with_lines(problem, files, entities, "seeds/entities.yml")


def add_kind(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """“add `kind: …`, one of several”: each of them in a line of its own."""
    lines, row = lines_of(problem, files)
    for choice in CHOICES.split(hint["words"]):
        yield from with_lines(problem, files, [*lines[: row + 1], f"  kind: {choice}", *lines[row + 1 :]])


def another_id(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """“give the new one another id, such as `x`”: at the place that is noted, or at this one."""
    for place in (*(note.place for note in problem.notes), problem.place):
        if place:
            yield from at_place(replace(problem, place=place), files, hint["words"])


def without(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """“write the value without its tag”."""
    start, end = span_of(files[problem.place.path], problem.place)
    yield from at_place(problem, files, re.sub(r"^[&!]\S+ ", "", files[problem.place.path][start:end]))


def quote_marks(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """“put quotation marks around the text: `"…"`”: as the whole value of the line's key."""
    lines, row = lines_of(problem, files)
    found = KEY.match(lines[row])
    assert found
    lines[row] = f"{found['before']}{found['key']}: {hint['words']}"
    yield from with_lines(problem, files, lines)


def close(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """“write " at the end of this text too”."""
    lines, row = lines_of(problem, files)
    lines[row] += hint["mark"]
    yield from with_lines(problem, files, lines)


def add_source(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """“write a line `- source: …` above it”: with the source of the piece of evidence above."""
    lines, row = lines_of(problem, files)
    above = key_line(lines, row, "source")
    assert above is not None
    lines.insert(row, lines[above])
    yield from with_lines(problem, files, lines)


def call(hint: re.Match[str], problem: Diagnostic, files: Files) -> Iterator[Files]:
    """“use say()”: in place of the call around the place."""
    path = problem.place.path
    lines, row = lines_of(problem, files)
    start = lines[row].rfind("{{", 0, problem.place.column)
    for name in re.findall(r"\w+(?=\(\))", hint["words"]):
        line = lines[row][: start + 3] + re.sub(r"^\w+", name, lines[row][start + 3 :])
        yield from with_lines(
            replace(problem, place=Place(path)), files, [*lines[:row], line, *lines[row + 1 :]]
        )
