"""A figure's unit is the unit of its metric: dollars are not people, percent is not percentage points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Diagnostic, Note
from generator.model.fact import Derived, Figure
from generator.model.ledger import Ledger, Proof
from generator.quantities import Quantity, Unit, write_quantity
from generator.quantities.declaring import NONE


def check(ledger: Ledger) -> Iterator[Diagnostic]:
    """`wrong-unit`: both places are shown, the value's and the metric's unit."""
    for fact in ledger.facts.values():
        metric = ledger.metrics.get(fact.metric or "") if isinstance(fact, Figure | Derived) else None
        value = ledger.value(fact)
        if metric is None or value is None or metric.unit is None or value.unit == metric.unit.base:
            continue
        if not value.unit and any(located.proof is Proof.FAILED for _, located in ledger.proofs(fact)):
            continue  # its quote says which unit is missing
        key = "value" if isinstance(fact, Figure) else "metric"
        headline, hint = _told(fact.id, value, metric.id, metric.unit)
        if value.unit and (others := _measured_in(value.unit, ledger)):
            hint = f"write `metric: {others[0]}`, or mend the value" if len(others) == 1 else hint
        note = Note(f"the unit of {metric.id}", ledger.place(metric, "unit"))
        yield Diagnostic(
            "wrong-unit",
            ledger.place(fact, key),
            headline,
            hint,
            (note,),
        )


def _measured_in(unit: str, ledger: Ledger) -> tuple[str, ...]:
    """The ids of the metrics that are measured in a unit."""
    return tuple(each.id for each in ledger.metrics.values() if each.unit and each.unit.base == unit)


def _told(fact: str, value: Quantity, metric: str, unit: Unit) -> tuple[str, str]:
    """Headline and hint; a number without a unit most likely means the metric's."""
    if not value.unit:
        headline = f"{fact} says {write_quantity(value)} without a unit; {metric} is measured in {unit.id}"
        meant = replace(
            value, low=value.low * unit.scale, high=value.high * unit.scale, unit=unit.base, form=unit
        )
        return headline, f"write `value: {write_quantity(meant)}`"
    own = value.form.id if value.form else value.unit
    if not unit.id:
        headline = f"{fact} is measured in {own}, its metric {metric} in bare numbers (`unit: {NONE}`)"
    else:
        headline = f"{fact} is measured in {own}, its metric {metric} in {unit.id}"
    return headline, f"choose a metric that is measured in {own}, or mend the value"
