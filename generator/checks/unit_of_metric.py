"""A figure's unit is the unit of its metric: dollars are not people, percent is not percentage points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Diagnostic, Note
from generator.model.fact import Derived, Figure
from generator.model.ledger import Ledger, Proof
from generator.quantities import Quantity, write_quantity


def check(ledger: Ledger) -> Iterator[Diagnostic]:
    """`wrong-unit`: both places are shown, the value's and the metric's unit."""
    for fact in ledger.facts.values():
        metric = ledger.metrics.get(fact.metric or "") if isinstance(fact, Figure | Derived) else None
        value = ledger.value(fact)
        if metric is None or value is None or metric.unit is None or value.unit == metric.unit:
            continue
        if not value.unit and any(located.proof is Proof.FAILED for _, located in ledger.proofs(fact)):
            continue  # its quote says which unit is missing
        key = "value" if isinstance(fact, Figure) else "metric"
        headline, hint = _told(fact.id, value, metric.id, metric.unit)
        note = Note(f"the unit of {metric.id}", ledger.place(metric, "unit"))
        yield Diagnostic(
            "wrong-unit",
            ledger.place(fact, key),
            headline,
            hint,
            (note,),
        )


def _told(fact: str, value: Quantity, metric: str, unit: str) -> tuple[str, str]:
    """Headline and hint; a number without a unit most likely means the metric's."""
    if not value.unit:
        headline = f"{fact} says {write_quantity(value)} without a unit; {metric} is measured in {unit}"
        return headline, f"write `value: {write_quantity(replace(value, unit=unit))}`"
    headline = f"{fact} is measured in {value.unit}, its metric {metric} in {unit}"
    return headline, f"choose a metric that is measured in {value.unit}, or mend the value"
