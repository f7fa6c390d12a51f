"""Derived facts computed from their inputs, each input once, cycles and misfits reported."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from generator.deriving.operations import OperationError, operate
from generator.diagnostics import Diagnostic, Note
from generator.model.dates import EdtfDate, Period, sort_key
from generator.model.fact import Derived, Fact, Figure, Operation
from generator.model.ledger import Computed, Ledger
from generator.quantities import Bound, Quantity


@dataclass(slots=True)
class _Sheet:
    """Results as they come in; lives for one computation."""

    ledger: Ledger
    results: dict[str, Computed] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    open: list[str] = field(default_factory=list)


def compute(ledger: Ledger) -> tuple[dict[str, Computed], tuple[Diagnostic, ...]]:
    """The results of all derived facts by id; one whose input is missing or broken has none."""
    sheet = _Sheet(ledger)
    for fact in ledger.facts.values():
        if isinstance(fact, Derived):
            _result(fact, sheet)
    return sheet.results, tuple(sheet.problems)


def _result(fact: Derived, sheet: _Sheet) -> Computed | None:
    if fact.id in sheet.results:
        return sheet.results[fact.id]
    if fact.id in sheet.open:
        way = " → ".join([*sheet.open[sheet.open.index(fact.id) :], fact.id])
        place = sheet.ledger.place(fact, "inputs")
        sheet.problems.append(
            Diagnostic(
                "circular", place, f"{fact.id} rests on itself: {way}", "take one of them out of the inputs"
            )
        )
        return None
    inputs = [sheet.ledger.facts[name] for name in fact.inputs if name in sheet.ledger.facts]
    if len(inputs) < len(fact.inputs):
        return None
    sheet.open.append(fact.id)
    computed = _computed(fact, inputs, sheet)
    sheet.open.pop()
    if computed is not None:
        sheet.results[fact.id] = computed
    return computed


def _computed(fact: Derived, inputs: list[Fact], sheet: _Sheet) -> Computed | None:
    below = {each.id: _result(each, sheet) for each in inputs if isinstance(each, Derived)}
    if None in below.values():
        return None
    dates = [below[each.id].date if each.id in below else each.date for each in inputs]  # type: ignore[union-attr]
    latest = max((each for each in dates if each is not None), key=sort_key, default=None)
    try:
        if fact.operation is Operation.DAYS_BETWEEN:
            return Computed(_days(dates), latest)
        _comparable(fact, inputs)
        values = [_value(each, below.get(each.id)) for each in inputs]
        return Computed(operate(fact.operation, values), latest)
    except OperationError as error:
        sheet.problems.append(_misfit(fact, inputs, sheet.ledger, str(error)))
        return None


def _value(fact: Fact, computed: Computed | None) -> Quantity:
    value = computed.value if computed else getattr(fact, "value", None)
    if not isinstance(value, Quantity):
        raise OperationError(f"{fact.id} has no figure")
    return value


def _days(dates: list[EdtfDate | None]) -> Quantity:
    """Whole days from the first to the second date; an inexact date gives a range."""
    known = [each for each in dates if each is not None]
    if len(dates) != 2 or len(known) != 2:
        raise OperationError("days-between takes two dated facts")
    first, second = known
    low, high = (second.first - first.last).days, (second.last - first.first).days
    if low < 0:
        raise OperationError("the first input is later than the second")
    hedged = any(each.approximate or each.uncertain for each in (first, second))
    return Quantity(Decimal(low), Decimal(high), "days", Bound.EXACTLY, hedged)


def _comparable(fact: Derived, inputs: list[Fact]) -> None:
    """Figures of one metric definition, and no calendar period beside a fiscal one."""
    figures = [each for each in inputs if isinstance(each, Figure)]
    periods = [each.period for each in figures if isinstance(each.period, Period)]
    if len({period.fiscal for period in periods}) > 1:
        raise OperationError("one input covers a calendar period, the other a fiscal one")
    metrics = sorted({each.metric for each in figures})
    if len(metrics) > 1 and fact.operation is not Operation.SHARE:
        raise OperationError(f"the inputs measure different things: {' and '.join(metrics)}")


def _misfit(fact: Derived, inputs: list[Fact], ledger: Ledger, reason: str) -> Diagnostic:
    notes = tuple(Note(f"the input {each.id}", ledger.place(each, "id")) for each in inputs)
    return Diagnostic(
        "inputs-do-not-fit",
        ledger.place(fact, "inputs"),
        f"{fact.id}: {reason}",
        "choose inputs that fit",
        notes,
    )
