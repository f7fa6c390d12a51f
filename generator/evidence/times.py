"""Which dates of a passage are a figure's own, and which times the text before it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.evidence.case import Case, figures_of
from generator.evidence.dating import Told, dates_in
from generator.evidence.passage import Passage
from generator.language.clauses import Clause, ClauseKind
from generator.language.text.block import Cell
from generator.quantities import Found

_PARTING = re.compile(r"[,;:()]|\s(?:and|but|while|from(?!\s(?:19|20)\d\d)|than|versus|vs)\s")
_OUTWARD = (ClauseKind.ASIDE, ClauseKind.JOINED, ClauseKind.EXPLAINED, ClauseKind.MAIN)
"""Clauses that have their time from the clause they hang on, where they name none themselves."""
_GAP = 3
"""Characters between a date and the clause that says more of it."""
_NEAR = 50
"""Characters behind a figure within which a date is its own."""


def own_dates(passage: Passage, figure: Found) -> tuple[tuple[Told, ...], bool]:
    """The dates that are a figure's own, and whether they stand right behind it."""
    if cell := passage.cell_at(figure.start):
        return _of_cell(passage, cell), False
    if behind := _behind(passage, figure):
        before = tuple(
            each
            for each in _of_clause(passage, passage.clause_at(figure.start), figure)
            if each.end <= figure.start
        )
        return (*before, *behind), True
    clause = passage.clause_at(figure.start)
    while clause >= 0:
        if found := tuple(_of_clause(passage, clause, figure)):
            return found, False
        each = passage.clauses.all[clause]
        if each.kind is ClauseKind.REASON and (when := _right_before(passage, each)):
            return when, True
        if each.kind not in _OUTWARD or (each.kind is ClauseKind.ASIDE and passage.has_verb(clause)):
            break
        clause = each.parent
    return (), False


def _of_cell(passage: Passage, cell: Cell) -> tuple[Told, ...]:
    """The dates in a cell, else in the head of its column, else in the first cell of its row; never another cell's."""
    start, end = cell.start - passage.start, cell.end - passage.start
    inside = tuple(each for each in passage.dates if start <= each.start and each.end <= end)
    return inside or dates_in(cell.header, passage.issued) or dates_in(cell.first, passage.issued)


def _behind(passage: Passage, figure: Found) -> tuple[Told, ...]:
    """The dates between a figure and the next figure or mark."""
    text, end = passage.text, min(len(passage.text), figure.end + _NEAR)
    dates = [each for each in passage.dates if each.start >= figure.end]
    partings = (found.start() for found in _PARTING.finditer(text, figure.end, end))
    stops = (place for place in partings if not any(each.start <= place < each.end for each in dates))
    end = min([next(stops, end), *(each.start for each in passage.figures if each.start >= figure.end)])
    return tuple(each for each in dates if each.start < end)


def _right_before(passage: Passage, clause: Clause) -> tuple[Told, ...]:
    """The date that a clause such as `when …` follows directly."""
    start = passage.tokens.starts[clause.first]
    return tuple(each for each in passage.dates if 0 <= start - each.end <= _GAP)


def _of_clause(passage: Passage, clause: int, figure: Found) -> Iterator[Told]:
    """The dates of a clause that do not stand right behind another of its figures of the same unit."""
    taken = {each for other in passage.figures if _is_like(other, figure) for each in _behind(passage, other)}
    for each in passage.dates:
        if each not in taken and passage.clause_at(each.start) == clause:
            yield each


def _is_like(one: Found, other: Found) -> bool:
    """Whether two figures measure alike, so that a time of the one is none of the other."""
    return (one.start, one.end) != (other.start, other.end) and one.quantity.unit == other.quantity.unit


def others_dates(case: Case) -> Sequence[Told]:
    """The dates of a passage that are other figures' own."""
    if case.figure is None:
        return ()
    own, _ = own_dates(case.passage, case.figure)
    found = {
        each
        for other in figures_of(case)
        if _is_like(other, case.figure)
        for each in own_dates(case.passage, other)[0]
    }
    return tuple(each for each in found if each not in own)
