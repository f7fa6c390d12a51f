"""A property fact takes one of its metric's terms, a figure a metric that measures in a unit."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.unknown_id import near_ids
from generator.diagnostics import Diagnostic
from generator.model.fact import Figure, Property
from generator.model.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Diagnostic]:
    """`unknown-term`, `metric-without-terms`, `metric-without-unit`."""
    for fact in ledger.facts.values():
        if isinstance(fact, Property) and fact.property in ledger.metrics:
            terms = ledger.metrics[fact.property].terms
            if not terms:
                headline = f"{fact.id}: {fact.property} measures in a unit, it has no terms"
                yield Diagnostic(
                    "metric-without-terms",
                    ledger.place(fact, "property"),
                    headline,
                    "use `kind: figure` and a number, or a metric that has terms",
                )
            elif fact.value not in terms:
                headline = f"{fact.id}: `{fact.value}` is not a term of {fact.property}"
                near = near_ids(fact.value, terms) or ", ".join(f"`{term}`" for term in terms)
                yield Diagnostic("unknown-term", ledger.place(fact, "value"), headline, f"write {near}")
        if isinstance(fact, Figure) and fact.metric in ledger.metrics and ledger.metrics[fact.metric].terms:
            headline = f"{fact.id}: {fact.metric} sorts into terms, it measures nothing"
            yield Diagnostic(
                "metric-without-unit",
                ledger.place(fact, "metric"),
                headline,
                "use `kind: property` and a term, or a metric that has a unit",
            )
