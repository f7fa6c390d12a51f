"""The report for the summary of a workflow run: a table in Markdown, in which the input cannot act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.diagnostics import Diagnostic, by_place
from generator.explainers.markdown import escape
from generator.reporting.visible import visible

MOST = 500
"""Rows shown: GitHub refuses a summary of more than a mebibyte."""


def render(problems: Sequence[Diagnostic], sources: Mapping[str, str]) -> str:
    """Every problem as a row, errors before warnings, and what to do about it."""
    if not problems:
        return "No problems.\n"
    ordered = sorted(problems, key=lambda problem: (not problem.is_error, by_place(problem)))
    rows = [_row(problem) for problem in ordered[:MOST]]
    others = len(ordered) - len(rows)
    more = ["", f"And {others:,} more."] if others else []
    return "\n".join(
        [_count(ordered), "", "| Where | What is wrong | What to do |", "|---|---|---|", *rows, *more, ""]
    )


def _count(problems: Sequence[Diagnostic]) -> str:
    errors = sum(problem.is_error for problem in problems)
    warnings = len(problems) - errors
    parts = (f"{errors:,} error{'s' * (errors != 1)}", f"{warnings:,} warning{'s' * (warnings != 1)}")
    return f"**{', '.join(parts)}**"


def _row(problem: Diagnostic) -> str:
    place = f"{problem.place.path}:{problem.place.line}"
    what = f"**{problem.severity.value}** {_shown(problem.code)}: {_shown(problem.headline)}"
    notes = "".join(
        f"<br>{_shown(f'{note.text}, {note.place}' if note.place else note.text)}" for note in problem.notes
    )
    return f"| {_shown(place)} | {what}{notes} | {_shown(problem.hint)} |"


def _shown(text: str) -> str:
    return escape(visible(text))
