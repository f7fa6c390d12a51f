"""Does a typed value agree with a quantity of its quote? It may be weaker, never stronger (design, section 5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from generator.quantities import UNREADABLE, Bound, Direction, Quantity
from generator.quantities.units import is_money


class Verdict(StrEnum):
    """How a value compares with what its quote says; only the first three agree."""

    EQUAL = "equal"
    CONVERTED = "converted"
    WEAKER = "weaker"
    HEDGE_DROPPED = "hedge-dropped"
    BOUND_DROPPED = "bound-dropped"
    DIRECTION = "direction"
    RANGE_END = "range-end"
    PERCENT_POINTS = "percent-points"
    CURRENCY = "currency"
    UNIT = "unit"
    MAGNITUDE = "magnitude"
    UNREADABLE = "unreadable"
    VALUE = "value"
    NO_NUMBER = "no-number"


_NEARNESS = tuple(Verdict)
_WEAKER_BOUNDS = {(Bound.AT_MOST, Bound.UNDER), (Bound.AT_LEAST, Bound.OVER)}
_COUNTS_NOTHING = ("percent", "percentage-points", "times", "share")


@dataclass(frozen=True, slots=True)
class Agreement:
    """The verdict, and the quantity of the quote that comes nearest to the value (None where there is none)."""

    verdict: Verdict
    quoted: Quantity | None
    touched: str = ""
    """What touches a figure that cannot be read for sure."""
    is_only: bool = True
    """Whether the quote holds no other figure, so that no other can be meant."""

    @property
    def agrees(self) -> bool:
        """Whether the value is proven by the quote."""
        return self.verdict in (Verdict.EQUAL, Verdict.CONVERTED, Verdict.WEAKER)


def nearly(found: Agreement) -> bool:
    """Whether a value is proven but for a word such as `about` or `under` that it would have to take over."""
    return found.agrees or found.verdict in (Verdict.HEDGE_DROPPED, Verdict.BOUND_DROPPED, Verdict.DIRECTION)


def agreement(value: Quantity, quoted: Sequence[Quantity]) -> Agreement:
    """The best that any quantity of the quote does for `value`."""
    found = [Agreement(_compared(value, each), each) for each in quoted]
    nearest = min(found, key=lambda each: _distance(value, each), default=Agreement(Verdict.NO_NUMBER, None))
    return replace(nearest, is_only=len(quoted) < 2)


def _distance(value: Quantity, found: Agreement) -> tuple[int, bool]:
    """Of two that are equally far off, the number in the value’s own unit is the nearer one."""
    other = found.quoted is not None and not _same_unit(value.unit, found.quoted.unit)
    return _NEARNESS.index(found.verdict), other


def _compared(value: Quantity, quoted: Quantity) -> Verdict:
    if UNREADABLE in (value.unit, quoted.unit):
        return Verdict.UNREADABLE
    converted = value.unit == "percent" and quoted.unit == "share"
    if converted:
        quoted = replace(
            quoted,
            low=_percent(quoted.low, value.low),
            high=_percent(quoted.high, value.high),
            unit="percent",
        )
    if not _same_unit(value.unit, quoted.unit):
        return _unit_verdict(value, quoted)
    if (value.low, value.high) != (quoted.low, quoted.high):
        return _number_verdict(value, quoted)
    if lost := _lost(value, quoted):
        return lost
    same = (value.bound, value.hedged, value.direction) == (quoted.bound, quoted.hedged, quoted.direction)
    if not same:
        return Verdict.WEAKER
    return Verdict.CONVERTED if converted else Verdict.EQUAL


def _percent(share: Decimal, like: Decimal) -> Decimal:
    """A share in percent, as exact as `like` is: a third is 33% and 33.3%, never 33.4%."""
    places = min(int(like.normalize().as_tuple().exponent), 0)
    exact = share * 100
    return exact if exact == exact.to_integral_value() else exact.quantize(Decimal(1).scaleb(places))


def _lost(value: Quantity, quoted: Quantity) -> Verdict | None:
    """What the value leaves out or changes of the words around the number; None where it is at most weaker."""
    if value.bound is not quoted.bound and (value.bound, quoted.bound) not in _WEAKER_BOUNDS:
        return Verdict.BOUND_DROPPED
    if quoted.hedged and not value.hedged and value.bound is Bound.EXACTLY:  # `just over` is over
        return Verdict.HEDGE_DROPPED
    changed = value.direction is not quoted.direction
    if changed and (value.direction is not Direction.NONE or quoted.direction is Direction.FALL):
        return Verdict.DIRECTION
    return None


def _same_unit(value: str, quoted: str) -> bool:
    """A number without a noun in the quote takes the fact's noun, as long as it counts things."""
    return value == quoted or (quoted == "" and not is_money(value) and value not in _COUNTS_NOTHING)


def _unit_verdict(value: Quantity, quoted: Quantity) -> Verdict:
    if (value.low, value.high) != (quoted.low, quoted.high):
        return Verdict.VALUE
    if {value.unit, quoted.unit} == {"percent", "percentage-points"}:
        return Verdict.PERCENT_POINTS
    if is_money(value.unit) and is_money(quoted.unit) and value.unit[3:] == quoted.unit[3:]:
        return Verdict.CURRENCY
    return Verdict.UNIT


def _number_verdict(value: Quantity, quoted: Quantity) -> Verdict:
    if _digits(value.low) == _digits(quoted.low) and _digits(value.high) == _digits(quoted.high):
        return Verdict.MAGNITUDE
    if value.low == quoted.low or value.high == quoted.high:
        return Verdict.RANGE_END
    return Verdict.VALUE


def _digits(number: Decimal) -> tuple[int, ...]:
    return number.normalize().as_tuple().digits
