"""The report for programs: all problems as JSON, version 1."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from generator.diagnostics import Diagnostic, Place, by_place

SCHEMA_VERSION = 1


def render(problems: Sequence[Diagnostic], sources: Mapping[str, str]) -> str:
    """Texts are kept exactly; JSON escapes everything outside ASCII, control characters with it."""
    entries = [_problem(problem) for problem in sorted(problems, key=by_place)]
    return json.dumps({"schema_version": SCHEMA_VERSION, "problems": entries}, indent=2) + "\n"


def _problem(problem: Diagnostic) -> dict[str, object]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "headline": problem.headline,
        "hint": problem.hint,
        "place": _place(problem.place),
        "notes": [{"text": note.text, "place": note.place and _place(note.place)} for note in problem.notes],
    }


def _place(place: Place) -> dict[str, str | int]:
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
