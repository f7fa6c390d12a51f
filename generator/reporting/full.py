"""The report for people: each problem with its line, carets under the span, notes and hint."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.diagnostics import Diagnostic, Note, by_place
from generator.reporting.excerpt import excerpt
from generator.reporting.line import headline
from generator.reporting.visible import visible

_BOLD, _RED, _YELLOW, _BLUE, _CYAN = "1", "1;31", "1;33", "34", "36"


def render(problems: Sequence[Diagnostic], sources: Mapping[str, str]) -> str:
    """All problems in the order of their places, a blank line between two; without colour."""
    return render_full(problems, sources)


def render_full(problems: Sequence[Diagnostic], sources: Mapping[str, str], *, colour: bool = False) -> str:
    """The same, where wanted with ANSI colours."""
    paths = {problem.place.path for problem in problems} & set(sources)
    lines = {path: re.split(r"\r\n|\r|\n", sources[path]) for path in paths}
    blocks = (
        "".join(f"{row}\n" for row in _rows(problem, lines.get(problem.place.path, []), colour))
        for problem in sorted(problems, key=by_place)
    )
    return "\n".join(blocks)


def _rows(problem: Diagnostic, lines: Sequence[str], colour: bool) -> Iterator[str]:
    tone = _RED if problem.is_error else _YELLOW
    place, kind, text = headline(problem)
    yield f"{_painted(place, _BOLD, colour)} {_painted(kind, tone, colour)} {text}"
    for gutter, row in excerpt(lines, problem.place):
        shown = _painted(row, tone, colour) if row.strip(" ^") == "" else row
        yield f"{_painted(gutter, _BLUE, colour)} {shown}".rstrip()
    for note in problem.notes:
        yield f"   {_painted('note:', _CYAN, colour)} {_note(note)}"
    if problem.hint:
        yield f"   {_painted('hint:', _CYAN, colour)} {visible(problem.hint)}"


def _note(note: Note) -> str:
    return visible(f"{note.text}, {note.place}" if note.place else note.text)


def _painted(text: str, style: str, colour: bool) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if colour and text else text
