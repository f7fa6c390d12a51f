"""A figure's unit is the unit of its metric: dollars are not people, percent is not percentage points."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Note
from generator.model.fact import Derived, Figure
from generator.model.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Diagnostic]:
    """`wrong-unit`: both places are shown, the value's and the metric's unit."""
    for fact in ledger.facts.values():
        metric = ledger.metrics.get(fact.metric or "") if isinstance(fact, Figure | Derived) else None
        value = ledger.value(fact)
        if metric is None or value is None or metric.unit is None or value.unit == metric.unit:
            continue
        key = "value" if isinstance(fact, Figure) else "metric"
        headline = (
            f"{fact.id} is measured in {value.unit or 'nothing'}, its metric {metric.id} in {metric.unit}"
        )
        note = Note(f"the unit of {metric.id}", ledger.place(metric, "unit"))
        yield Diagnostic(
            "wrong-unit",
            ledger.place(fact, key),
            headline,
            "choose another metric, or mend the value",
            (note,),
        )
