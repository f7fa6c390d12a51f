"""A fact that no authored page cites is shown only in the ledger: perhaps an explainer should use it."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from generator.diagnostics import Diagnostic, Severity
from generator.model.fact import rests_on
from generator.model.ledger import Ledger


def unused(ledger: Ledger, cited: AbstractSet[str]) -> Iterator[Diagnostic]:
    """`unused-fact`, a warning; facts that cited ones rest on count as used."""
    reached = set(cited)
    waiting = list(cited)
    while waiting:
        fact = ledger.facts.get(waiting.pop())
        below = set(rests_on(fact)) - reached if fact else set()
        reached |= below
        waiting.extend(below)
    for fact in ledger.facts.values():
        if fact.id not in reached:
            headline = f"no page uses {fact.id}"
            hint = f'cite it with {{{{ cite("{fact.id}") }}}} or show it in a timeline'
            yield Diagnostic(
                "unused-fact", ledger.place(fact, "id"), headline, hint, severity=Severity.WARNING
            )
