"""The report in SARIF 2.1.0, for code scanning."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from generator.diagnostics import Diagnostic, Note, Place, by_place
from generator.reporting.excerpt import end_of
from generator.reporting.visible import visible

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(problems: Sequence[Diagnostic], sources: Mapping[str, str]) -> str:
    """One run; the rules are the codes that occur, sorted."""
    codes = sorted({problem.code for problem in problems})
    driver = {"name": "explainer", "rules": [{"id": visible(code)} for code in codes]}
    results = [_result(problem, codes.index(problem.code)) for problem in sorted(problems, key=by_place)]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _result(problem: Diagnostic, rule: int) -> dict[str, object]:
    related = [_related(note, note.place) for note in problem.notes if note.place]
    result: dict[str, object] = {
        "ruleId": visible(problem.code),
        "ruleIndex": rule,
        "level": problem.severity.value,
        "message": {"text": _message(problem)},
        "locations": [_location(problem.place)],
    }
    return result | ({"relatedLocations": related} if related else {})


def _message(problem: Diagnostic) -> str:
    """The headline, the notes that have no place, the hint, a line each."""
    notes = [f"note: {visible(note.text)}" for note in problem.notes if not note.place]
    hint = [f"hint: {visible(problem.hint)}"] if problem.hint else []
    return "\n".join([visible(problem.headline), *notes, *hint])


def _related(note: Note, place: Place) -> dict[str, object]:
    return {**_location(place), "message": {"text": visible(note.text)}}


def _location(place: Place) -> dict[str, object]:
    end_line, end_column = end_of(place)
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": end_line,
        "endColumn": end_column,
    }
    artifact = {"uri": quote(place.path, errors="replace")}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}
