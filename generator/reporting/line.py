"""The short report: one line for each problem."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.diagnostics import Diagnostic, by_place
from generator.reporting.visible import visible


def render(problems: Sequence[Diagnostic], sources: Mapping[str, str]) -> str:
    """One line for each problem in the order of their places."""
    return "".join(f"{_line(problem)}\n" for problem in sorted(problems, key=by_place))


def headline(problem: Diagnostic) -> tuple[str, str, str]:
    """The parts of the first line of a problem: its place, its kind as `error[code]`, its headline."""
    kind = f"{problem.severity.value}[{visible(problem.code)}]"
    return f"{visible(str(problem.place))}:", kind, visible(problem.headline)


def _line(problem: Diagnostic) -> str:
    hint = f" (hint: {visible(problem.hint)})" if problem.hint else ""
    return " ".join(headline(problem)) + hint
