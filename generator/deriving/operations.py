"""The closed set of operations over quantities, in interval arithmetic on Decimals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation, localcontext
from types import MappingProxyType

from generator.model.fact import Operation
from generator.quantities import Bound, Direction, Quantity

PERCENT_PLACES = Decimal("0.1")
RATIO_PLACES = Decimal("0.01")
_OPPOSITE = {
    Bound.EXACTLY: Bound.EXACTLY,
    Bound.UNDER: Bound.OVER,
    Bound.OVER: Bound.UNDER,
    Bound.AT_LEAST: Bound.AT_MOST,
    Bound.AT_MOST: Bound.AT_LEAST,
}


class OperationError(ValueError):
    """The inputs do not fit the operation; the message says in plain words why."""


@dataclass(frozen=True, slots=True)
class _Span:
    low: Decimal
    high: Decimal


def operate(operation: Operation, inputs: Sequence[Quantity]) -> Quantity:
    """The result of `operation`; `OperationError` on mismatched units, a zero divisor, clashing bounds or extremes.

    Rounded results (percent to one place, ratios to two) are hedged, as is every result of a hedged input.
    """
    if operation is not Operation.SUM and len(inputs) != 2:
        raise OperationError(f"{operation} takes two inputs, not {len(inputs)}")
    units = sorted({quantity.unit for quantity in inputs})
    if len(units) > 1:
        raise OperationError(f"{operation} needs inputs of one unit, these have {' and '.join(units)}")
    with localcontext() as context:
        context.prec = 40
        try:
            return _OPERATIONS[operation](inputs)
        except InvalidOperation:
            raise OperationError("the result is too large or too small to be written") from None


def _same_direction(inputs: Sequence[Quantity]) -> None:
    if len({each.direction for each in inputs}) > 1:
        raise OperationError("one input rises or falls, another does not")


def _sum(inputs: Sequence[Quantity]) -> Quantity:
    _same_direction(inputs)
    bound = _combined([quantity.bound for quantity in inputs])
    low = sum((quantity.low for quantity in inputs), Decimal(0))
    high = sum((quantity.high for quantity in inputs), Decimal(0))
    return Quantity(low, high, inputs[0].unit, bound, _hedged(inputs), form=inputs[0].form)


def _difference(inputs: Sequence[Quantity]) -> Quantity:
    first, second = inputs
    span = _Span(first.low - second.high, first.high - second.low)
    bound = _against(first, second)
    unit = "percentage-points" if first.unit == "percent" else first.unit
    if span.high < 0 and bound is Bound.EXACTLY:
        return Quantity(-span.high, -span.low, unit, bound, _hedged(inputs), Direction.FALL, first.form)
    return Quantity(span.low, span.high, unit, bound, _hedged(inputs), form=first.form)


def _ratio(inputs: Sequence[Quantity]) -> Quantity:
    return _rounded(_quotient(inputs), "times", RATIO_PLACES, inputs)


def _share(inputs: Sequence[Quantity]) -> Quantity:
    span = _quotient(inputs)
    return _rounded(_Span(span.low * 100, span.high * 100), "percent", PERCENT_PLACES, inputs)


def _change(inputs: Sequence[Quantity]) -> Quantity:
    """From the first to the second input, in percent of the first."""
    span = _quotient((inputs[1], inputs[0]))
    low, high = (span.low - 1) * 100, (span.high - 1) * 100
    result = _rounded(_Span(low, high), "percent", PERCENT_PLACES, (inputs[1], inputs[0]))
    if high < 0:
        return Quantity(-result.high, -result.low, "percent", result.bound, result.hedged, Direction.FALL)
    direction = Direction.RISE if low > 0 else Direction.NONE
    return Quantity(result.low, result.high, "percent", result.bound, result.hedged, direction)


def _quotient(inputs: Sequence[Quantity]) -> _Span:
    first, second = inputs
    if first.low < 0 or second.low <= 0:
        raise OperationError("a ratio needs inputs above zero")
    return _Span(first.low / second.high, first.high / second.low)


def _rounded(span: _Span, unit: str, places: Decimal, inputs: Sequence[Quantity]) -> Quantity:
    low, high = _trimmed(span.low.quantize(places)), _trimmed(span.high.quantize(places))
    inexact = low != span.low or high != span.high
    return Quantity(low, high, unit, _against(inputs[0], inputs[1]), _hedged(inputs) or inexact)


def _trimmed(number: Decimal) -> Decimal:
    """Without zeros at the end: 84.0 is 84."""
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()


def _against(first: Quantity, second: Quantity) -> Bound:
    """The bound of a result that grows with the first input and shrinks with the second."""
    return _combined([first.bound, _OPPOSITE[second.bound]])


def _combined(bounds: Sequence[Bound]) -> Bound:
    kinds = {bound for bound in bounds if bound is not Bound.EXACTLY}
    upper = kinds <= {Bound.UNDER, Bound.AT_MOST}
    if not kinds:
        return Bound.EXACTLY
    if not upper and not kinds <= {Bound.OVER, Bound.AT_LEAST}:
        raise OperationError("one input is bounded from above and the other from below")
    if upper:
        return Bound.UNDER if Bound.UNDER in kinds else Bound.AT_MOST
    return Bound.OVER if Bound.OVER in kinds else Bound.AT_LEAST


def _hedged(inputs: Sequence[Quantity]) -> bool:
    return any(quantity.hedged for quantity in inputs)


_OPERATIONS: Mapping[Operation, Callable[[Sequence[Quantity]], Quantity]] = MappingProxyType(
    {
        Operation.SUM: _sum,
        Operation.DIFFERENCE: _difference,
        Operation.RATIO: _ratio,
        Operation.SHARE: _share,
        Operation.CHANGE: _change,
    }
)
