"""Workflow commands that GitHub shows as annotations on the lines of a pull request."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.diagnostics import Diagnostic, Place, by_place
from generator.reporting.excerpt import end_of
from generator.reporting.visible import visible

SHOWN_PER_STEP = 10


def render(problems: Sequence[Diagnostic], sources: Mapping[str, str]) -> str:
    """The first ten problems, errors before warnings, then a plain line with the number of the others."""
    ordered = sorted(problems, key=lambda problem: (not problem.is_error, by_place(problem)))
    rows = [_command(problem) for problem in ordered[:SHOWN_PER_STEP]]
    others = len(ordered) - len(rows)
    if others:
        noun = "problem" if others == 1 else "problems"
        rows.append(f"and {others} more {noun}: GitHub shows {SHOWN_PER_STEP} annotations a step")
    return "".join(f"{row}\n" for row in rows)


def _command(problem: Diagnostic) -> str:
    properties = {**_region(problem.place), "title": visible(problem.code)}
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    notes = [
        visible(f"note: {note.text}, {note.place}" if note.place else f"note: {note.text}")
        for note in problem.notes
    ]
    rows = [visible(problem.headline), *notes, *([visible(problem.hint)] if problem.hint else [])]
    return f"::{problem.severity.value} {written}::{_data(chr(10).join(rows))}"


def _region(place: Place) -> dict[str, str]:
    """Columns only within one line: the runner drops them otherwise."""
    end_line, end_column = end_of(place)
    last = max(end_line - 1 if end_column == 1 else end_line, place.line)
    region = {"file": visible(place.path), "line": str(place.line), "endLine": str(last)}
    if end_line == place.line:
        region |= {"col": str(place.column), "endColumn": str(end_column)}
    return region


def _data(text: str) -> str:
    """Escaped as the runner reads it (https://github.com/actions/toolkit, `packages/core/src/command.ts`)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
