"""A quantity: a number or a range with unit, bound, hedge and direction; all arithmetic is Decimal."""

from __future__ import annotations

from dataclasses import dataclass, field
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
class Unit:
    """What a number counts or measures; `scale` is how many units of `base` it is."""

    id: str
    base: str
    dimension: str
    singular: str
    plural: str
    scale: Decimal = Decimal(1)
    written: str = ""
    """The sign or symbol that pages write; empty for the name."""
    before: bool = False
    """Whether it is written before the number: `magnitude 6.3`."""
    year: bool = False
    """Whether it is so plain a count that even a number that could be a year is one."""
    modifiers: frozenset[str] = frozenset()
    """Words before it that leave it what it is."""
    text: frozenset[str] = frozenset()
    """Words of a text by which a word or sign of several units means this one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text is read with: what its metric and source say that the text leaves out."""

    unit: Unit | None = None
    """The unit of the metric; its words are known, and it says which of several a shared sign or word means."""
    money: str = ""
    """The declared currency, as an ISO 4217 code, where the unit is none."""
    change: bool | None = None
    """Whether figures are changes, so that a minus is a fall; None for percentages only."""
    words: frozenset[str] = frozenset()
    """The words of the metric's names, in small letters: an adjective among them makes no other unit (`league appearances`)."""
    bare: bool = False
    """Whether plain whole numbers count as figures too, as they do in a cell or where the figure is named."""
    scale: Decimal = Decimal(1)
    """What amounts without a magnitude are multiplied by: a table's `in millions`."""

    @property
    def currency(self) -> str:
        """The ISO 4217 code that is declared, empty where none is."""
        return self.unit.base[:3] if self.unit and self.unit.dimension == "money" else self.money

    def changes(self, unit: str) -> bool:
        """Whether a minus before a figure in this unit makes it a fall, and not a level below zero."""
        return unit in ("percent", "percentage-points") if self.change is None else self.change


@dataclass(frozen=True, slots=True)
class Line:
    """A text as figures are read in it: in plain characters, in small letters, and with what it is read with; offsets are kept."""

    text: str
    small: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Quantity:
    """`low` and `high` in the base of their unit (dollars, not millions; metres, not kilometres), equal for a single number."""

    low: Decimal
    high: Decimal
    unit: str
    bound: Bound = Bound.EXACTLY
    hedged: bool = False
    direction: Direction = Direction.NONE
    form: Unit | None = field(default=None, compare=False, repr=False)
    """The unit it was written in; the same figure in another one is equal."""


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity in a text: the characters from `start` to `end`, with bound, hedge, currency and noun."""

    quantity: Quantity
    start: int
    end: int
    number: tuple[int, int] = (0, 0)
    """Where its number is, with sign, currency and magnitude, and without words such as `about`."""
    touched: str = ""
    """The words beside it for which it is unreadable."""


def unreadable(start: int, end: int, touched: str, number: tuple[int, int] | None = None) -> Found:
    """The characters of a figure that is there but cannot be read for sure, because of the words in `touched`."""
    zero = Quantity(Decimal(0), Decimal(0), UNREADABLE)
    return Found(zero, start, end, number or (start, end), touched.strip())
