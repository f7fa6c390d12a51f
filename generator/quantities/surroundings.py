"""What is around a number and belongs to it: bounds, hedges, words of rise and fall, and what makes another figure of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.quantities.cues import SIGNS, TOKEN, Cue, cue_after, cue_before, determiners
from generator.quantities.nouns import is_plural
from generator.quantities.numbers import SCALES, WORDS, kinds
from generator.quantities.quantity import Bound, Direction, Found, Quantity, Reading, unreadable
from generator.quantities.units import is_money

_REACH = 80
"""How far away, in characters, words may be that belong to a number."""
_TIMES = re.compile(r"\d{1,4}(?:x|-?fold)|[x*]")
_JOINED = re.compile(r"-([a-z]{2,30})\b")
_HYPHENED = re.compile(r"[\w.]-")


def is_change(unit: str, reading: Reading) -> bool:
    """Whether a minus before a figure makes it a fall, and not a level below zero."""
    return unit in ("percent", "percentage-points") if reading.change is None else reading.change


def below_zero(quantity: Quantity, reading: Reading) -> Quantity:
    """The quantity with a minus before it."""
    if is_change(quantity.unit, reading):
        return replace(quantity, direction=Direction.FALL)
    return replace(quantity, low=-quantity.high, high=-quantity.low)


def with_words(lower: str, found: Found, reading: Reading) -> Found:
    """The figure with all words beside it; `lower` is the text in small letters."""
    return _after(lower, _before(lower, found, reading), reading)


def _before(lower: str, found: Found, reading: Reading) -> Found:
    quantity, begin = found.quantity, found.start
    if begin == 0 or not (lower[begin - 1].isspace() or lower[begin - 1] in SIGNS):
        return found
    tokens = list(TOKEN.finditer(lower, max(0, begin - _REACH), begin))
    words = [each[0] for each in tokens]
    at = len(words)
    while at:
        cued = cue_before(words, at, quantity.unit, without="inner")
        if cued is None:
            cued, skipped = _past_fillers(words, at, quantity.unit)
            at -= skipped if cued else 0
        if cued is None or "stop" in cued[0].flags:
            break
        cue, length = cued
        if "another" in cue.flags:
            return _another(lower, found, tokens[at - length].start(), found.end, at=found)
        if cue.turn and ("loss" not in cue.flags or not is_money(quantity.unit) or reading.change):
            if "sign" in cue.flags and at > length and _ends_number(words[at - length - 1]):
                return _another(lower, found, tokens[at - length].start(), found.end, at=found)
            quantity = (
                below_zero(quantity, reading)
                if "sign" in cue.flags
                else replace(quantity, direction=cue.turn)
            )
            at -= length
            break
        if cue.turn:
            break
        quantity = _limited(quantity, cue)
        at -= length
    begin = tokens[at].start() if at < len(words) else begin
    if touched := _makes_another(words, at, quantity.unit):
        return unreadable(lower.rfind(touched.split()[0], 0, begin), found.end, touched, found.number)
    return replace(found, quantity=quantity, start=begin)


def _ends_number(word: str) -> bool:
    """Whether a word is the end of another number, from which a minus takes something away."""
    return word[-1].isdigit() or word in (*SCALES, "%", "percent")


def _past_fillers(words: Sequence[str], at: int, unit: str) -> tuple[tuple[Cue, int] | None, int]:
    """The cue before words that only fill, and how many those are."""
    place = at
    while place and (filler := cue_before(words, place, unit)) and "inner" in filler[0].flags:
        place -= filler[1]
        found = cue_before(words, place, unit, without="inner")
        if found and not found[0].flags & {"another", "stop"}:
            return found, at - place
    return None, 0


def _limited(quantity: Quantity, cue: Cue) -> Quantity:
    single = quantity.low == quantity.high
    hedged = quantity.hedged or cue.hedged or ("range" in cue.flags and single)
    return replace(quantity, bound=cue.bound or quantity.bound, hedged=hedged)


def _makes_another(words: Sequence[str], at: int, unit: str) -> str:
    """Words before a figure that make another one of it, over the articles between them."""
    place = at
    while place and place > at - 3:
        cued = cue_before(words, place, unit)
        if cued and "another" in cued[0].flags and (place == at or "determiners" in cued[0].flags):
            return " ".join(words[place - cued[1] : at])
        if words[place - 1] not in determiners():
            break
        place -= 1
    if at > 1 and words[at - 1] in ("to", "or") and _HYPHENED.match(words[at - 2][-2:]):
        return " ".join(words[at - 2 : at])
    if at and _TIMES.fullmatch(words[at - 1]):
        return words[at - 1]
    if (
        at
        and is_money(unit)
        and (words[at - 1] in WORDS or (words[at - 1].isdigit() and len(words[at - 1]) < 4))
    ):
        return words[at - 1]
    return ""


def _another(lower: str, found: Found, start: int, end: int, *, at: Found) -> Found:
    touched = lower[start : found.start] if start < found.start else lower[found.end : end]
    return unreadable(min(start, found.start), max(end, found.end), touched, at.number)


def _after(lower: str, found: Found, reading: Reading) -> Found:
    quantity, end = found.quantity, found.end
    for mark in ("+", "-plus"):
        if lower.startswith(mark, end) and not lower[end + len(mark) : end + len(mark) + 1].isalnum():
            quantity, end = replace(quantity, bound=Bound.AT_LEAST), end + len(mark)
    if (joined := _JOINED.match(lower, end)) and (joined[1] in kinds("joined") or is_plural(joined[1])):
        return unreadable(found.start, joined.end(), joined[0], found.number)
    for _ in range(4):
        if lower[end : end + 1].isalnum() or lower[end : end + 1] == "-":
            break
        tokens = list(TOKEN.finditer(lower, end, end + _REACH))
        cued = cue_after([each[0] for each in tokens], quantity.unit)
        if cued is None:
            break
        cue, length = cued
        if "another" in cue.flags:
            return _another(lower, found, found.start, tokens[length - 1].end(), at=found)
        if cue.turn and quantity.direction:
            break
        quantity = replace(_limited(quantity, cue), direction=quantity.direction or cue.turn)
        end = tokens[length - 1].end()
    return replace(found, quantity=quantity, end=end)


def turn_before(text: str) -> str:
    """The words at the end of `text` that say of a figure behind them that it is a rise or a fall; empty without."""
    tokens = list(TOKEN.finditer(text, max(0, len(text) - _REACH)))
    cued = (
        cue_before([each[0].lower() for each in tokens], len(tokens), "percent")
        if text[-1:].isspace()
        else None
    )
    return text[tokens[-cued[1]].start() :] if cued and cued[0].turn else ""
