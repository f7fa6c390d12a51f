"""An argument is somebody's: one of the facts it rests on, or its own evidence, is about the one who holds it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.model.fact import Argument, subjects
from generator.model.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Diagnostic]:
    """`holder-without-evidence`, at the `holder`."""
    for fact in ledger.facts.values():
        if not isinstance(fact, Argument) or fact.evidence:
            continue
        below = [ledger.facts[name] for name in fact.rests_on if name in ledger.facts]
        if below and not any(fact.holder in subjects(each) for each in below):
            headline = (
                f"nothing that {fact.id} rests on is about {ledger.name(fact.holder)}, who is said to hold it"
            )
            hint = "add the fact that shows it to `rests_on`, or `evidence` of its own"
            yield Diagnostic("holder-without-evidence", ledger.place(fact, "holder"), headline, hint)
