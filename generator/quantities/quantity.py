"""A quantity: a number or a range with unit, bound, hedge and direction; all arithmetic is Decimal."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

UNREADABLE = "unreadable"
"""The unit of what is a figure but cannot be read for sure; nothing agrees with it."""


class Bound(StrEnum):
    """Whether the number is the value itself or a limit to it."""

    EXACTLY = "exactly"
    UNDER = "under"
    OVER = "over"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"


class Direction(StrEnum):
    """Whether the number is a change upwards or downwards."""

    NONE = ""
    RISE = "rise"
    FALL = "fall"


@dataclass(frozen=True, slots=True)
class Quantity:
    """`low` and `high` in plain units (dollars, not millions), equal for a single number."""

    low: Decimal
    high: Decimal
    unit: str
    bound: Bound = Bound.EXACTLY
    hedged: bool = False
    direction: Direction = Direction.NONE


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity in a text: the characters from `start` to `end`, with bound, hedge, currency and noun."""

    quantity: Quantity
    start: int
    end: int


def unreadable(start: int, end: int) -> Found:
    """The characters of a figure that is there but cannot be read for sure."""
    return Found(Quantity(Decimal(0), Decimal(0), UNREADABLE), start, end)
