"""Words typed beside a figure that a fact gives: whether they make another figure of it."""

from __future__ import annotations

import re

from generator.quantities.grammar import quantities_in
from generator.quantities.quantity import Direction, Found, Quantity
from generator.quantities.surroundings import TURN
from generator.quantities.writing import write_quantity

_REACH = 80
_SCALE = re.compile(
    r"\s(?:hundred|thousand|million|billion|trillion|dozen|crore|lakh|fold)\b|\s(?:per ?cent|percent|percentage points?|basis points?|dollars?|euros?|yuan|times|bn|mn)\b|\s?[%‰]",
    re.I,
)
_SIGN = re.compile(r"\b(?:minus|negative|plus)\s\Z|(?<!\w)[-−–+×]\s\Z", re.I)
_COMPARED = re.compile(r"\s(?:above|below|(?:more|less|fewer|higher|lower|cheaper)\sthan)\b", re.I)
"""A difference that is the figure may be told as one."""
_COUNTED_IN_A_TIME = re.compile(r"(users|people) per (?:day|week|month|quarter|year)")
"""Whom a metric counts by the day or the month, so that saying so changes nothing."""


def changed_beside(before: str, quantity: Quantity, after: str) -> str:
    """The words of which a scale, a unit, a sign, a rate, a bound or a second `fell` changes `quantity`, `…` standing for it; empty where none does."""
    before, after = before[-_REACH:], "" if _COMPARED.match(after) else after[:_REACH]
    written = write_quantity(quantity)
    text = f"{before}{written}{after}"
    start, end = len(before), len(before) + len(written)
    if sign := _SIGN.search(before):
        return f"{sign[0]}…"
    if quantity.direction is not Direction.NONE and (turn := TURN.search(before)):
        return f"{turn[0]}…"
    if scale := _SCALE.match(after):
        return f"…{scale[0]}"
    for each in quantities_in(text):
        if each.start < end and each.end > start and not _same(quantity, each):
            return f"{text[each.start : start]}…{text[end : each.end]}"
    return ""


def _same(quantity: Quantity, found: Found) -> bool:
    """Whether what is read is the figure itself: a hedge or a verb of change beside it takes nothing away."""
    read = found.quantity
    timed = _COUNTED_IN_A_TIME.fullmatch(read.unit)
    return (read.low, read.high, read.bound) == (quantity.low, quantity.high, quantity.bound) and (
        quantity.unit in (read.unit, timed[1] if timed else read.unit)
    )
