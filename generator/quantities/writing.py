"""Quantities in the house style: `$60 billion to $65 billion`, `under $6 million`, `17%`, `3.35 billion people`."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from generator.quantities.quantity import Bound, Direction, Quantity
from generator.quantities.units import SYMBOLS

_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_BOUNDS: Mapping[Bound, str] = {
    Bound.EXACTLY: "",
    Bound.UNDER: "under ",
    Bound.OVER: "more than ",
    Bound.AT_LEAST: "at least ",
    Bound.AT_MOST: "up to ",
}
_DIRECTIONS: Mapping[Direction, str] = {
    Direction.NONE: "",
    Direction.RISE: "rose ",
    Direction.FALL: "fell ",
}
_FRACTIONS: Mapping[Decimal, str] = {
    Decimal(1) / 3: "a third",
    Decimal(2) / 3: "two-thirds",
    Decimal("0.2"): "a fifth",
    Decimal("0.1"): "a tenth",
    Decimal("0.5"): "half",
    Decimal("0.25"): "a quarter of",
    Decimal("0.75"): "three-quarters",
}
_POWER = ((9, "gigawatts"), (6, "megawatts"), (3, "kilowatts"))


def write_quantity(quantity: Quantity) -> str:
    """The quantity in words and digits as given, nothing rounded: `fell 17%`, `under $6 million`."""
    text = _number(quantity.low, quantity.unit)
    if quantity.low != quantity.high:
        text = f"{text} to {_number(quantity.high, quantity.unit)}"
        text = text if _is_money(quantity.unit) else _once(text, quantity)
    return f"{_DIRECTIONS[quantity.direction]}{_limits(quantity)}{text}"


def write_number(value: Decimal, unit: str) -> str:
    """One number with its unit."""
    return _number(value, unit)


def _once(text: str, quantity: Quantity) -> str:
    """A range of counts names its noun once."""
    low, high = _number(quantity.low, quantity.unit), _number(quantity.high, quantity.unit)
    noun = high.rpartition(" ")[2]
    if quantity.unit in ("percent", "share") or not low.endswith(noun):
        return text
    return f"{low.removesuffix(noun).rstrip()} to {high}"


def _limits(quantity: Quantity) -> str:
    if quantity.hedged and quantity.bound is Bound.UNDER:
        return "nearly "
    if quantity.hedged and quantity.bound is Bound.OVER:
        return "just over "
    return f"{_BOUNDS[quantity.bound]}{'about ' if quantity.hedged else ''}"


def _is_money(unit: str) -> bool:
    code = unit.partition(" ")[0]
    return len(code) == 3 and code.isupper()


def _number(value: Decimal, unit: str) -> str:
    if _is_money(unit):
        code, _, per = unit.partition(" ")
        sign = SYMBOLS.get(code, f"{code} ")
        return f"{'-' if value < 0 else ''}{sign}{_scaled(abs(value))}{f' {per}' if per else ''}"
    if unit == "percent":
        return f"{_digits(value)}%"
    if unit == "share":
        return _FRACTIONS.get(value, f"{_digits(value)} times")
    if unit == "watts":
        return _power(value)
    noun = "percentage points" if unit == "percentage-points" else unit
    if abs(value) == 1 and noun.endswith("s"):
        noun = noun if noun == "times" else noun.removesuffix("s")
    return f"{_scaled(value)} {noun}".rstrip()


def _power(value: Decimal) -> str:
    for exponent, name in _POWER:
        if abs(value) >= Decimal(1).scaleb(exponent):
            number = value.scaleb(-exponent)
            return f"{_digits(number)} {name.removesuffix('s') if number == 1 else name}"
    return f"{_digits(value)} watts"


def _scaled(value: Decimal) -> str:
    """With million, billion or trillion where at most four decimals are left, else with all its digits."""
    for exponent, name in _SCALES:
        if abs(value) >= Decimal(1).scaleb(exponent):
            number = value.scaleb(-exponent).normalize()
            if -int(number.as_tuple().exponent) <= 4:
                return f"{_digits(number)} {name}"
    return _digits(value)


def _digits(value: Decimal) -> str:
    plain = value.normalize()
    plain = plain.quantize(Decimal(1)) if int(plain.as_tuple().exponent) > 0 else plain
    return f"{plain:,f}"
