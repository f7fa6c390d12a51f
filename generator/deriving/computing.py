"""Derived facts computed from their inputs, each input once, misfits reported."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from generator.deriving.operations import OperationError, operate
from generator.deriving.order import from_the_ground
from generator.diagnostics import Diagnostic, Note
from generator.model.dates import EdtfDate, Period, sort_key
from generator.model.fact import Derived, Fact, Figure, Operation, rests_on, subjects
from generator.model.ledger import Computed, Ledger
from generator.quantities import Bound, Quantity


def compute(ledger: Ledger) -> tuple[dict[str, Computed], tuple[Diagnostic, ...]]:
    """The results of all derived facts by id; one whose input is missing, broken or itself has none."""
    results: dict[str, Computed] = {}
    problems: list[Diagnostic] = []
    for fact in from_the_ground(ledger.facts):
        inputs = [ledger.facts[name] for name in rests_on(fact) if name in ledger.facts]
        ready = all(each.id in results for each in inputs if isinstance(each, Derived))
        if not isinstance(fact, Derived) or len(inputs) < len(fact.inputs) or not ready:
            continue
        try:
            results[fact.id] = _computed(fact, inputs, results)
        except OperationError as error:
            problems.append(_misfit(fact, inputs, ledger, str(error)))
    return results, tuple(problems)


def _computed(fact: Derived, inputs: list[Fact], below: Mapping[str, Computed]) -> Computed:
    dates = [below[each.id].date if each.id in below else each.date for each in inputs]
    latest = max((each for each in dates if each is not None), key=sort_key, default=None)
    if fact.operation is Operation.DAYS_BETWEEN:
        return Computed(_days(dates), latest)
    _comparable(fact, inputs)
    values = [_value(each, below.get(each.id)) for each in inputs]
    return Computed(operate(fact.operation, values), latest)


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
    about = {name for each in inputs for name in subjects(each)}
    if fact.entity and fact.entity not in about:
        raise OperationError(f"no input is about {fact.entity}")
    keeps = fact.operation in (Operation.SUM, Operation.DIFFERENCE)
    if keeps and fact.metric and metrics and metrics != [fact.metric]:
        raise OperationError(f"the inputs measure {' and '.join(metrics)}, not {fact.metric}")
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
