"""Words typed beside a figure that a fact gives: whether they make another figure of it."""

from __future__ import annotations

import re

from generator.language import numbers
from generator.quantities.grammar import quantities_in
from generator.quantities.measuring import unit_after
from generator.quantities.quantity import Direction, Found, Line, Quantity, Reading
from generator.quantities.surroundings import turn_before
from generator.quantities.units import registry
from generator.quantities.writing import write_quantity

_REACH = 80
_FIRST = re.compile(r"\s?([A-Za-zÀ-ɏ]+|[%‰])")
_SIGN = re.compile(r"\b(?:minus|negative|plus)\s\Z|(?<!\w)[-−–+×]\s\Z", re.I)
_COMPARED = re.compile(r"\s(?:above|below|(?:more|less|fewer|higher|lower|cheaper)\sthan)\b", re.I)
"""A difference that is the figure may be told as one."""


def changed_beside(before: str, quantity: Quantity, after: str) -> str:
    """The words of which a scale, a unit, a sign, a rate, a bound or a second `fell` changes `quantity`, `…` standing for it; empty where none does."""
    before, after = before[-_REACH:], "" if _COMPARED.match(after) else after[:_REACH]
    written = write_quantity(quantity)
    text = f"{before}{written}{after}"
    start, end = len(before), len(before) + len(written)
    if sign := _SIGN.search(before):
        return f"{sign[0]}…"
    if quantity.direction is not Direction.NONE and (turn := turn_before(before)):
        return f"{turn}…"
    if scale := _scale(after):
        return f"…{scale}"
    level = False if quantity.low < 0 else None
    for each in quantities_in(text, Reading(quantity.form, change=level)):
        if each.start < end and each.end > start and not _same(quantity, each):
            return f"{text[each.start : start]}…{text[end : each.end]}"
    return ""


def _scale(after: str) -> str:
    """A scale, a currency or a unit of comparison right behind a figure that has its own; empty without."""
    word = _FIRST.match(after)
    if word is not None and word[1].lower() in ("hundred", "dozen", "fold", *numbers.SCALES):
        return word[0]
    found = unit_after(Line(after, after.lower(), Reading()), 0)
    return after[: found.end] if found.unit.dimension in ("ratio", "money") else ""


def _same(quantity: Quantity, found: Found) -> bool:
    """Whether what is read is the figure itself: a hedge or a verb of change beside it takes nothing away.

    Whom a metric counts by the day or the month it may be said to count so.
    """
    read = found.quantity
    counted, _, thing = read.unit.partition(" per ")
    timed = (
        thing in ("day", "week", "month", "quarter", "year")
        and counted in registry().ids
        and registry().ids[counted].year
    )
    return (read.low, read.high, read.bound) == (quantity.low, quantity.high, quantity.bound) and (
        quantity.unit in (read.unit, counted if timed else read.unit)
    )
