"""Whether our own sentence says what its quote says: of the same one and the same time, and not the opposite."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.diagnostics import Diagnostic, Note
from generator.evidence.case import Case
from generator.evidence.statements import denial, more, opposites, others
from generator.model.fact import Event, Figure

_HINT = "write the statement so that it says what the quote says"
COMPARED: tuple[Callable[[Case], str], ...] = (
    denial.denies,
    denial.leaves_denial_out,
    opposites.turns_round,
    more.makes_a_change,
    opposites.swaps,
    more.overstates,
    more.adds_a_rate,
    others.is_of_another,
    others.is_of_another_time,
    more.is_a_plan,
)
"""What is compared, in this order; each gives what our sentence does wrong, or nothing."""


def check(case: Case) -> Iterator[Diagnostic]:
    """`statement-differs`."""
    if not isinstance(case.fact, Figure | Event):
        return
    for compare in COMPARED:
        if found := compare(case):
            place = case.ledger.place(case.fact, "statement")
            headline = f"{case.fact.id}: its statement {found}"
            yield Diagnostic("statement-differs", place, headline, _HINT, (Note("the quote", case.place),))
            return
