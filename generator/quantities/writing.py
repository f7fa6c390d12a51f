"""Quantities in the house style: `$60 billion to $65 billion`, `under $6 million`, `17%`, `3.35 billion people`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from math import gcd

from generator.language.numbers import FEW, PARTS
from generator.quantities.quantity import UNREADABLE, Bound, Direction, Quantity, Unit
from generator.quantities.units import counted, is_money, per, registry

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


def write_quantity(quantity: Quantity) -> str:
    """The quantity in words and digits as given, nothing rounded: `fell 17%`, `under $6 million`, `-$3 million`."""
    if quantity.unit == UNREADABLE:
        return "a figure that cannot be read for sure"
    if quantity in _WORDS:
        return _WORDS[quantity]
    form = quantity.form if quantity.form and quantity.form.base == quantity.unit else None
    scale = form.scale if form else 1
    text = _amount(quantity.low / scale, quantity.high / scale, form or quantity.unit)
    return f"{_DIRECTIONS[quantity.direction]}{_limits(quantity)}{text}"


def write_number(value: Decimal, unit: str | Unit) -> str:
    """One number, which counts `unit`, with it."""
    return _amount(value, value, unit)


def _amount(low: Decimal, high: Decimal, unit: str | Unit) -> str:
    """One number, or both ends of a range: a magnitude stands at both or at neither, since `$2 to $17 million` reads as two million."""
    record, scale = (unit, Decimal(1)) if isinstance(unit, Unit) else _multiple(unit, high)
    if low == high:
        return _number(low / scale, record, _scaled)
    first, smaller = (record, scale) if isinstance(unit, Unit) else _multiple(unit, low)
    if first != record or scale != 1 or record.id in ("share", "percent"):
        return f"{_number(low / smaller, first, _scaled)} to {_number(high / scale, record, _scaled)}"
    digits = _scaled if _scaled(low)[-1:].isalpha() or not _scaled(high)[-1:].isalpha() else _digits
    last = _number(high, record, digits)
    if record.before:
        begun = _number(low, record, digits)
        return f"{begun} to {last if is_money(record.base) else last.removeprefix(f'{record.plural} ')}"
    return f"{_minus(low)}{digits(abs(low))} to {last}"


def _limits(quantity: Quantity) -> str:
    if quantity.hedged and quantity.bound is not Bound.EXACTLY:
        shorter = {Bound.UNDER: "nearly ", Bound.OVER: "just over "}.get(quantity.bound)
        return shorter or f"{_BOUNDS[quantity.bound]}about "
    return f"{_BOUNDS[quantity.bound]}{'about ' if quantity.hedged else ''}"


def _multiple(unit: str, value: Decimal) -> tuple[Unit, Decimal]:
    """The largest multiple of a base that is at most the value, and how many of the base it is; the unit itself without one."""
    larger = [each for each in _multiples().get(unit, ()) if each.scale <= abs(value)]
    found = max(larger, key=lambda each: each.scale, default=None)
    return (found, found.scale) if found else (_named(unit), Decimal(1))


@cache
def _multiples() -> Mapping[str, tuple[Unit, ...]]:
    """The prefixed units of each base of the International System."""
    found: dict[str, tuple[Unit, ...]] = {}
    for unit in registry().ids.values():
        if unit.base != unit.id and unit.plural.endswith(unit.base) and unit.scale > 1:
            found[unit.base] = (*found.get(unit.base, ()), unit)
    return found


@cache
def _named(unit: str) -> Unit:
    """The record of a unit that is only known by its id."""
    known = registry().ids
    for mark in (" per ", " each"):
        head, rate, thing = unit.partition(mark)
        if rate and head:
            return per(known.get(head) or counted(head), "each" if mark == " each" else thing)
    return known.get(unit) or replace(counted(unit), id=unit, plural=unit)


def _number(size: Decimal, unit: Unit, digits: Callable[[Decimal], str]) -> str:
    """A number of a unit in the form that pages write."""
    minus, number = _minus(size), digits(abs(size))
    if unit.id == "share":
        return _FRACTIONS.get(size, f"{_digits(size * 100)}%")
    code, _, behind = unit.id.partition(" ")
    if unit.dimension == "money":
        return f"{'-' if minus else ''}{unit.written or f'{code} '}{number} {behind}".rstrip()
    if unit.id == "percent":
        return f"{'-' if minus else ''}{_digits(abs(size))}%"
    if unit.before:
        return f"{unit.plural} {minus}{number}"
    if unit.written and unit.written != "%":
        _, rate, thing = unit.id.partition(" each" if unit.id.endswith(" each") else " per ")
        return f"{minus}{number} {unit.written}{rate}{thing}"
    return f"{minus}{number} {unit.singular if abs(size) == 1 else unit.plural}".rstrip()


def _minus(value: Decimal) -> str:
    return "−" if value < 0 else ""


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
