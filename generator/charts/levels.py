"""The round values named beside a scale of values, and their words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from generator.quantities import write_number

_FEWEST, _MOST = 3, 6
_ROUND = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))
_MAGNITUDES = (12, 9, 6)
_SHORT = ("percent", "share")


def levels(values: Sequence[Decimal], unit: str) -> tuple[tuple[Decimal, str], ...]:
    """Round values from below the least to above the greatest of `values`, from zero unless all are far above it.

    The greatest has its unit in its words; the others are plain numbers in the same magnitude.
    """
    low, high = min(values, default=Decimal(0)), max(values, default=Decimal(0))
    if (low >= 0 and low < high / 2) or low == high:
        low = min(low, Decimal(0))
    if high <= 0:
        high = Decimal(0) if low < 0 else Decimal(1)
    step = _step(low, high)
    first, last = (low / step).to_integral_value(ROUND_FLOOR), (high / step).to_integral_value(ROUND_CEILING)
    named = [step * count for count in range(int(first), int(last) + 1)]
    return (
        *((value, _plain(value, named[-1], unit)) for value in named[:-1]),
        (named[-1], write_number(named[-1], unit)),
    )


def _step(low: Decimal, high: Decimal) -> Decimal:
    """The smallest round step that names few values."""
    exponent = (high - low).adjusted() - 1
    for power in range(exponent, exponent + 3):
        for each in _ROUND:
            step = each.scaleb(power)
            count = (high / step).to_integral_value(ROUND_CEILING) - (low / step).to_integral_value(
                ROUND_FLOOR
            )
            if count < _MOST:
                return step
    return high - low


def _plain(value: Decimal, top: Decimal, unit: str) -> str:
    if unit in _SHORT:
        return write_number(value, unit)
    magnitude = next((each for each in _MAGNITUDES if abs(top) >= Decimal(1).scaleb(each)), 0)
    number = value.scaleb(-magnitude).normalize()
    return f"{number:,f}"
