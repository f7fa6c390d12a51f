"""Quantities in the house style: `$60 billion to $65 billion`, `under $6 million`, `17%`, `3.35 billion people`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from math import gcd

from generator.quantities.fractions import FEW, PARTS
from generator.quantities.quantity import UNREADABLE, Bound, Direction, Quantity
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
    **{Decimal(1) / bottom: f"a {name}" for name, bottom in PARTS.items()},
    **{
        Decimal(top) / bottom: f"{word}-{name}s"
        for name, bottom in PARTS.items()
        for word, top in FEW.items()
        if 1 < top < bottom and gcd(top, bottom) == 1
    },
    Decimal("0.5"): "half",
    Decimal("0.25"): "a quarter of",
}
_WORDS: Mapping[Quantity, str] = {
    Quantity(Decimal(2), Decimal(2), "times", direction=Direction.RISE): "doubled",
    Quantity(Decimal(3), Decimal(3), "times", direction=Direction.RISE): "tripled",
    Quantity(Decimal("0.5"), Decimal("0.5"), "share", direction=Direction.FALL): "halved",
}
_POWER = ((9, "gigawatts"), (6, "megawatts"), (3, "kilowatts"))


def write_quantity(quantity: Quantity) -> str:
    """The quantity in words and digits as given, nothing rounded: `fell 17%`, `under $6 million`."""
    if quantity.unit == UNREADABLE:
        return "a figure that cannot be read for sure"
    if quantity in _WORDS:
        return _WORDS[quantity]
    text = _number(quantity.low, quantity.unit)
    if quantity.low != quantity.high:
        text = _range(quantity.low, quantity.high, quantity.unit)
    return f"{_DIRECTIONS[quantity.direction]}{_limits(quantity)}{text}"


def write_number(value: Decimal, unit: str) -> str:
    """One number with its unit."""
    return _number(value, unit)


def _range(low: Decimal, high: Decimal, unit: str) -> str:
    """Both ends; a magnitude stands at both or at neither, since `$2 to $17 million` reads as two million."""
    if unit in ("percent", "share", "watts"):
        return f"{_number(low, unit)} to {_number(high, unit)}"
    scaled = _scaled(low)[-1:].isalpha() or not _scaled(high)[-1:].isalpha()
    told = _scaled if scaled else _digits
    first = _number(low, unit, told) if _is_money(unit) else told(low)
    return f"{first} to {_number(high, unit, told)}"


def _limits(quantity: Quantity) -> str:
    if quantity.hedged and quantity.bound is Bound.UNDER:
        return "nearly "
    if quantity.hedged and quantity.bound is Bound.OVER:
        return "just over "
    return f"{_BOUNDS[quantity.bound]}{'about ' if quantity.hedged else ''}"


def _is_money(unit: str) -> bool:
    code = unit.partition(" ")[0]
    return len(code) == 3 and code.isupper()


def _number(value: Decimal, unit: str, told: Callable[[Decimal], str] | None = None) -> str:
    told = told or _scaled
    if _is_money(unit):
        code, _, per = unit.partition(" ")
        sign = SYMBOLS.get(code, f"{code} ")
        return f"{'-' if value < 0 else ''}{sign}{told(abs(value))}{f' {per}' if per else ''}"
    if unit == "percent":
        return f"{_digits(value)}%"
    if unit == "share":
        return _FRACTIONS.get(value, f"{_digits(value * 100)}%")
    if unit == "watts":
        return _power(value)
    noun = "percentage points" if unit == "percentage-points" else unit
    if abs(value) == 1 and noun.endswith("s"):
        noun = noun if noun == "times" else noun.removesuffix("s")
    return f"{told(value)} {noun}".rstrip()


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
    return f"{int(plain):,}" if int(plain.as_tuple().exponent) >= 0 else f"{plain:,f}"
