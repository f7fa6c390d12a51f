"""Values got wrong: digits, magnitudes, units, bounds, hedges, directions; and values only written otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from generator.auditing.variant import Variant, with_value
from generator.model.fact import Fact, Figure
from generator.quantities import Bound, Direction, Quantity, read_quantity, write_quantity
from generator.quantities.units import is_money

_OTHER_BOUND = {
    Bound.EXACTLY: (Bound.UNDER, Bound.OVER),
    Bound.UNDER: (Bound.EXACTLY, Bound.OVER),
    Bound.OVER: (Bound.EXACTLY, Bound.UNDER),
    Bound.AT_LEAST: (Bound.EXACTLY, Bound.AT_MOST),
    Bound.AT_MOST: (Bound.EXACTLY, Bound.AT_LEAST),
}
_NOTATIONS = (
    (r"(?<=\d) billion\b", "bn"), (r"(?<=\d) million\b(?! tokens)", "m"), (r"(?<=\d) trillion\b", "tn"),
    (r"%", " per cent"), (r"%", " percent"), (r"\$", "US$"), (r"€", "EUR "), (r"(?<=[\w%])(?<!\bup) to (?=[$€\d])", " – "),
    (r"\babout ", "around "), (r"\bmore than ", "over "), (r"\bunder ", "less than "),
)  # fmt: skip


def digit(fact: Figure) -> Iterator[Variant]:
    """The last digit that counts, one up; the low end and the high end of a range on their own."""
    value = fact.value
    if value.low == value.high:
        yield with_value(fact, replace(value, low=_bumped(value.low), high=_bumped(value.low)), "a digit")
        return
    yield with_value(fact, replace(value, low=_bumped(value.low)), "a digit of the low end")
    yield with_value(fact, replace(value, high=_bumped(value.high)), "a digit of the high end")


def _bumped(number: Decimal) -> Decimal:
    exponent = int(number.normalize().as_tuple().exponent)
    return number + Decimal(1).scaleb(exponent)


def ten(fact: Figure) -> Iterator[Variant]:
    """Ten times as much, and a tenth."""
    for factor in (Decimal(10), Decimal("0.1")):
        yield _times(fact, factor)


def thousand(fact: Figure) -> Iterator[Variant]:
    """A thousand times as much, and a thousandth."""
    for factor in (Decimal(1000), Decimal("0.001")):
        yield _times(fact, factor)


def _times(fact: Figure, factor: Decimal) -> Variant:
    value = fact.value
    return with_value(fact, replace(value, low=value.low * factor, high=value.high * factor), f"× {factor}")


def unit(fact: Figure) -> Iterator[Variant]:
    """Another noun than the quote’s."""
    if not is_money(fact.value.unit) and fact.value.unit not in ("percent", "percentage-points"):
        yield with_value(fact, replace(fact.value, unit="apples"), "apples")


def currency(fact: Figure) -> Iterator[Variant]:
    """Euros for dollars, dollars for anything else."""
    code, _, per = fact.value.unit.partition(" ")
    if is_money(code):
        other = "EUR" if code == "USD" else "USD"
        yield with_value(fact, replace(fact.value, unit=f"{other} {per}".strip()), other)


def range_end(fact: Figure) -> Iterator[Variant]:
    """A range cut to one end; a single value stretched to a range."""
    value = fact.value
    if value.low == value.high:
        yield with_value(fact, replace(value, high=value.high * 2), "stretched")
        return
    yield with_value(fact, replace(value, high=value.low), "cut to the low end")
    yield with_value(fact, replace(value, low=value.high), "cut to the high end")


def bound(fact: Figure) -> Iterator[Variant]:
    """A bound dropped, added or turned round."""
    for other in _OTHER_BOUND[fact.value.bound]:
        yield with_value(fact, replace(fact.value, bound=other), other)


def hedge(fact: Figure) -> Iterator[Variant]:
    """A hedge dropped; `nearly` without it is `under`, which says less."""
    if fact.value.hedged and fact.value.bound is Bound.EXACTLY:
        yield with_value(fact, replace(fact.value, hedged=False), "no hedge")


def sign(fact: Figure) -> Iterator[Variant]:
    """A rise for a fall, a fall for anything else."""
    other = Direction.RISE if fact.value.direction is Direction.FALL else Direction.FALL
    yield with_value(fact, replace(fact.value, direction=other), other)


def percent_kind(fact: Figure) -> Iterator[Variant]:
    """Percentage points for percent, and the other way round."""
    other = {"percent": "percentage-points", "percentage-points": "percent"}.get(fact.value.unit)
    if other:
        yield with_value(fact, replace(fact.value, unit=other), other)


def notation(fact: Figure) -> Iterator[Variant]:
    """Harmless: the same value as others write it."""
    written = write_quantity(fact.value)
    for pattern, theirs in _NOTATIONS:
        text = re.sub(pattern, theirs, written)
        if text != written:
            yield with_value(fact, read_quantity(text) or _UNREADABLE, text)


def weaker(fact: Figure) -> Iterator[Variant]:
    """Harmless: a hedge more than the quote has."""
    if not fact.value.hedged and fact.value.bound is Bound.EXACTLY:
        yield with_value(fact, replace(fact.value, hedged=True), "a hedge")


_UNREADABLE = Quantity(Decimal(0), Decimal(0), "unreadable")


def figure(fact: Fact) -> Figure | None:
    """The fact as a figure, None where it is none."""
    return fact if isinstance(fact, Figure) else None
