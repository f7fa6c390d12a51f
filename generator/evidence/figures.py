"""The figures of a passage that a quote may prove: those that reach into it, numbers whose unit stands elsewhere, the one that is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.evidence.dating import Told
from generator.evidence.naming import Named
from generator.evidence.passage import Passage
from generator.evidence.reach import meanings
from generator.language.clauses import is_finite, listed
from generator.language.numbers import WORDS
from generator.quantities import Bound, Direction, Found, Quantity, read_quantity

_TURNED = {
    Bound.OVER: Bound.AT_MOST,
    Bound.AT_LEAST: Bound.UNDER,
    Bound.UNDER: Bound.AT_LEAST,
    Bound.AT_MOST: Bound.OVER,
}
"""What a denied limit says: not more than ten is at most ten."""
_THOSE = (("them",), ("these",), ("those",), ("which",))
_FEW = 6
"""Words behind `112 of` within which the unit has to follow."""
_MEASURED = ("percent", "percentage-points", "times", "share")


def reaching(passage: Passage, start: int, end: int, value: Quantity) -> Iterator[Found]:
    """The figures between two offsets of the source, with what belongs to them outside, as `value` may be one of them."""
    one, other = start - passage.start, end - passage.start
    for each in passage.figures:
        if each.start < other and each.end > one:
            yield from _limits_turned(passage, each)
            yield from _as_loss(passage, each, value)
    for each in bare_numbers(passage, value):
        if each.start < other and each.end > one:
            yield each


def named(passage: Passage, start: int, end: int, anchor: str, value: Quantity) -> tuple[Found, ...]:
    """The figures whose characters are `anchor`, between two offsets of the source."""
    places = [found.start() for found in re.finditer(rf"(?<!\w){re.escape(anchor)}(?!\w)", passage.text)]
    inside = [
        place
        for place in places
        if start <= passage.start + place and passage.start + place + len(anchor) <= end
    ]
    return tuple(
        each
        for each in reaching(passage, start, end, value)
        if any(each.start <= place and place + len(anchor) <= each.end for place in inside)
    )


def _limits_turned(passage: Passage, figure: Found) -> Iterator[Found]:
    """The figure; and where its limit is denied (`not more than ten`), the limit on the other side."""
    yield figure
    quantity, words = figure.quantity, passage.text[figure.start : figure.end].lower()
    limited = quantity.bound is not Bound.EXACTLY and words.startswith(("more", "less", "fewer"))
    if limited and "denied" in meanings(passage, figure):
        yield replace(figure, quantity=replace(quantity, bound=_TURNED[quantity.bound]))


def _as_loss(passage: Passage, figure: Found, value: Quantity) -> Iterator[Found]:
    """A loss as a level below zero, for a value that is one: a loss of three is a result of minus three."""
    quantity = figure.quantity
    if (
        value.high < 0 <= quantity.low
        and quantity.direction is Direction.NONE
        and "loss" in meanings(passage, figure)
    ):
        yield replace(figure, quantity=replace(quantity, low=-quantity.high, high=-quantity.low))


def is_turned(passage: Passage, figure: Found) -> bool:
    """Whether it is the other side of a limit that the passage denies, and so no denied figure."""
    same = [each for each in passage.figures if (each.start, each.end) == (figure.start, figure.end)]
    return bool(same) and same[0].quantity.bound is not figure.quantity.bound


def bare_numbers(passage: Passage, value: Quantity) -> Iterator[Found]:
    """Numbers without a unit of their own, which another word of the sentence gives them: `112 of the 240 seats`, `now holds 41`."""
    if value.unit in _MEASURED or value.unit[:3].isupper() or passage.cells:
        return
    read_already: tuple[Found | Told | Named, ...] = (*passage.figures, *passage.dates, *passage.names)
    taken = [(each.start, each.end) for each in read_already]
    unit = value.unit.split()[-1:] or [""]
    digits = passage.read_as(replace(passage.reading, bare=True)).figures
    for each in (*digits, *_in_words(passage)):
        apart = not any(one < each.end and each.start < other for one, other in taken)
        last = passage.tokens.from_offset(each.end - 1)
        if apart and not each.quantity.unit and _has_unit(passage.tokens.words, last, unit[0]):
            yield replace(each, quantity=replace(each.quantity, unit=value.unit, form=value.form))


def _in_words(passage: Passage) -> Iterator[Found]:
    """Numbers in words: `twelve of the past sixteen years`."""
    read = passage.tokens
    for index, word in enumerate(read.words):
        if word.isalpha() and word in WORDS:
            number = read_quantity(f"{word} ships")
            start, end = read.starts[index], read.ends[index]
            if number is not None:
                yield Found(replace(number, unit="", form=None), start, end, (start, end))


def _has_unit(words: tuple[str, ...], index: int, unit: str) -> bool:
    """Whether the unit follows behind `of`, or stood before in the sentence and nothing else follows."""
    following = words[index + 1] if index + 1 < len(words) else "."
    if following == "of":
        meant = words[index + 2 : index + 3]
        return unit in words[index + 2 : index + 2 + _FEW] or (meant in _THOSE and unit in words[:index])
    return (following in listed("behind a number") or is_finite(following)) and (
        not unit or unit in words[:index]
    )
