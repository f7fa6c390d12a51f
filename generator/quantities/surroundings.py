"""What is around a number and belongs to it: bounds, hedges, words of rise and fall, and what makes another figure of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from generator.language.nouns import is_plural
from generator.language.numbers import SCALES, WORDS, kinds
from generator.quantities.cues import SIGNS, TOKEN, Cue, cue_in, determiners, may_begin
from generator.quantities.quantity import Bound, Direction, Found, Line, Quantity, Reading, unreadable
from generator.quantities.units import is_money

_REACH = 56
"""How far away, in characters, words may be that belong to a number; the longest phrases have some forty."""
_TIMES = re.compile(r"\d{1,4}(?:x|-?fold)|[x*]")
_JOINED = re.compile(r"-([a-z]{2,30})\b")
_HALF_RANGE = re.compile(r"[\w.]-\s(?:to|or)\s\Z")
_PLUS = re.compile(r"(?:\+|-plus)(?!\w)")
_NUMERAL = re.compile(r"[$€£¥₹]?\d")


def below_zero(quantity: Quantity, reading: Reading) -> Quantity:
    """The quantity with a minus before it: a fall where figures are changes, else a level."""
    if reading.changes(quantity.unit):
        return replace(quantity, direction=Direction.FALL)
    return replace(quantity, low=-quantity.high, high=-quantity.low)


def with_words(line: Line, found: Found) -> Found:
    """The figure with all words beside it."""
    before = line.small[found.start - 1 : found.start]
    if (before == " " and _is_near(line.small, found.start)) or before in SIGNS:
        found = _before(line, found)
    after = line.small[found.end : found.end + 1]
    return found if after.isalnum() or not after or found.touched else _after(line, found)


@cache
def _near() -> frozenset[str]:
    """Words right before a figure, or a word further away, for which the words before it are looked at."""
    return frozenset((*determiners(), *WORDS, "to", "or", "x", "*", "each", "per", "every"))


def _is_near(small: str, start: int) -> bool:
    """Whether one of the last words before a figure may belong to it: told without reading the others."""
    last = small.rfind(" ", 0, start - 1)
    word = small[last + 1 : start - 1]
    if may_begin("before", word) or word in _near() or not word.isalpha():
        return True
    return small[small.rfind(" ", 0, max(0, last)) + 1 : max(0, last)] in _near()


def _before(line: Line, found: Found) -> Found:
    begin = line.small.find(" ", found.start - _REACH) if found.start > _REACH else 0
    tokens = list(TOKEN.finditer(line.small, begin, found.start))[::-1]
    words, quantity = [each[0] for each in tokens], found.quantity
    at, unit = 0, quantity.unit
    while at < len(words):
        cue, skipped = _cue_over_fillers(words[at:], unit)
        if cue is None or "stop" in cue.flags or (cue.turn and not _turns(cue, unit, line.reading)):
            break
        at += skipped + len(cue.words)
        if "another" in cue.flags or ("sign" in cue.flags and words[at:] and _ends_number(words[at])):
            return _unread(line, found, tokens[at - 1].start(), found.start)
        if "sign" in cue.flags:
            quantity = below_zero(quantity, line.reading)
            break
        quantity = _with(replace(quantity, direction=Direction.NONE) if cue.turn else quantity, cue)
        if cue.turn:
            break
    begin = tokens[at - 1].start() if at else found.start
    another = _makes_another(words[at:], unit)
    if another or (words[at:] and _HALF_RANGE.search(line.small, max(0, begin - 8), begin)):
        return _unread(line, found, tokens[at + (another or 2) - 1].start(), begin)
    return Found(quantity, begin, found.end, found.number)


def _turns(cue: Cue, unit: str, reading: Reading) -> bool:
    """Whether a verb of change makes a change of the figure: what is lost of money is a level."""
    return "loss" not in cue.flags or not is_money(unit) or bool(reading.change)


def _ends_number(word: str) -> bool:
    """Whether a word is the end of another number, from which a minus takes something away."""
    return word[-1].isdigit() or word in (*SCALES, "%", "percent")


def _cue_over_fillers(words: Sequence[str], unit: str) -> tuple[Cue | None, int]:
    """The cue that the words before a figure end in, nearest first, and how many words between them only fill."""
    if cue := cue_in("before", words, unit, without="inner"):
        return cue, 0
    place = 0
    while filler := cue_in("before", words[place:], unit):
        place += len(filler.words)
        cue = cue_in("before", words[place:], unit, without="inner")
        if cue and not cue.flags & {"another", "stop"}:
            return cue, place
    return None, 0


def _with(quantity: Quantity, cue: Cue) -> Quantity:
    """The quantity with what a cue says of it."""
    hedged = quantity.hedged or cue.hedged or ("range" in cue.flags and quantity.low == quantity.high)
    turn = quantity.direction or cue.turn
    bound, low, high = cue.bound or quantity.bound, quantity.low, quantity.high
    return Quantity(low, high, quantity.unit, bound, hedged, turn, quantity.form)


def _makes_another(words: Sequence[str], unit: str) -> int:
    """How many of the words before a figure make another one of it, over the articles between them."""
    for place in range(min(3, len(words))):
        cue = cue_in("before", words[place:], unit)
        if cue and "another" in cue.flags and (not place or "determiners" in cue.flags):
            return place + len(cue.words)
        if words[place] not in determiners():
            break
    last = words[0] if words else ""
    counted = is_money(unit) and (last in WORDS or (last.isdigit() and len(last) < 4))
    return int(counted or bool(_TIMES.fullmatch(last)))


def _unread(line: Line, found: Found, start: int, end: int) -> Found:
    """A figure that the words from `start` to `end` make another one of."""
    touched = line.text[start:end]
    return unreadable(min(start, found.start), max(end, found.end), touched, found.number)


def _after(line: Line, found: Found) -> Found:
    quantity, end = found.quantity, found.end
    if plus := _PLUS.match(line.small, end):
        quantity, end = replace(quantity, bound=Bound.AT_LEAST), plus.end()
    if (joined := _JOINED.match(line.small, end)) and (joined[1] in kinds("joined") or is_plural(joined[1])):
        return _unread(line, found, end, joined.end())
    first = TOKEN.search(line.small, end)
    idle = joined or first is None or not (may_begin("after", first[0]) or " times over" in line.small)
    tokens = [] if idle else list(TOKEN.finditer(line.small, end, end + _REACH))
    words = ["#" if _NUMERAL.match(each[0]) or WORDS.get(each[0], 1) > 1 else each[0] for each in tokens[:10]]
    while cue := cue_in("after", words, quantity.unit):
        last = tokens[len(cue.words) - 1].end()
        if "another" in cue.flags:
            return _unread(line, found, end, last)
        if cue.turn and quantity.direction:
            break
        quantity, end = _with(quantity, cue), last
        del words[: len(cue.words)], tokens[: len(cue.words)]
    return Found(quantity, found.start, end, found.number)


def turn_before(text: str) -> str:
    """The words at the end of `text` that say of a figure behind them that it is a rise or a fall; empty without."""
    tokens = list(TOKEN.finditer(text, max(0, len(text) - _REACH)))[::-1] if text[-1:].isspace() else []
    cue = cue_in("before", [each[0].lower() for each in tokens], "percent")
    return text[tokens[len(cue.words) - 1].start() :] if cue and cue.turn else ""
