"""Time as a scale: where a day stands in a drawing, and which days are named below it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor

from generator.charts import lettering
from generator.charts.chart import Mark
from generator.model.date_words import MONTHS

_YEAR = 12
_STEPS = (1, 3, _YEAR, 2 * _YEAR, 5 * _YEAR, 10 * _YEAR, 50 * _YEAR, 100 * _YEAR, 500 * _YEAR)
_SPACE = 4
_IN_YEARS = 2 * _YEAR
"""From so many months on, only years are named."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Months `first` up to but not including `end`, counted from the year 0, over the pixels `left` to `right`."""

    first: int
    end: int
    left: int
    right: int
    step: int

    def start(self, mark: Mark) -> float:
        """Where the time that a mark covers begins."""
        return self._at(_begin(mark))

    def middle(self, mark: Mark) -> float:
        """Where the middle of the time that a mark covers stands."""
        return self._at(_middle(mark))

    def finish(self, mark: Mark) -> float:
        """Where the time that a mark covers ends."""
        return self._at(_finish(mark))

    def ticks(self) -> Iterator[tuple[float, str]]:
        """The beginnings of years or months, each with its name; the name is empty where it has no room."""
        free = float(self.left)
        for count in range(self.first, self.end, self.step):
            x, text = self._at(count), _name(count, whole=count == self.first)
            fits = free <= x and x + lettering.width(text) <= self.right + _SPACE
            free = x + lettering.width(text) + 2 * _SPACE if fits else free
            yield x, text if fits else ""

    def _at(self, count: float) -> float:
        share = (count - self.first) / (self.end - self.first)
        return round(self.left + share * (self.right - self.left), 2)


def covering(marks: Sequence[Mark], *, left: int, right: int) -> Calendar:
    """The calendar of all the time that the marks cover."""
    begin = floor(min(map(_begin, marks), default=0))
    return _calendar(begin, ceil(max(map(_finish, marks), default=0)), left, right)


def between(marks: Sequence[Mark], *, left: int, right: int) -> Calendar:
    """The calendar from the middle of the first to the middle of the last mark, each to the nearest month."""
    middles = [_middle(mark) for mark in marks] or [0.0]
    return _calendar(round(min(middles)), ceil(max(middles)), left, right)


def _calendar(begin: int, end: int, left: int, right: int) -> Calendar:
    """Whole years, or months where there are few."""
    end = max(end, begin + 1)
    least = _YEAR if end - begin > _IN_YEARS else 1
    for step in _STEPS:
        whole = min(step, _YEAR)
        first, last = begin // whole * whole, -(-end // whole) * whole
        slot = (right - left) * step / (last - first)
        if step >= least and slot >= lettering.width("2025") + _SPACE:
            break
    return Calendar(first, last, left, right, step)


def _begin(mark: Mark) -> float:
    return _months(mark.first, 0) if mark.first else 0


def _middle(mark: Mark) -> float:
    return (_begin(mark) + _finish(mark)) / 2


def _finish(mark: Mark) -> float:
    return _months(mark.last, 1) if mark.last else 1


def _months(day: date, passed: int) -> float:
    """Months since the year 0, up to the beginning of a day or to its end."""
    share = (day.day - 1 + passed) / monthrange(day.year, day.month)[1]
    return day.year * _YEAR + day.month - 1 + share


def _name(count: int, *, whole: bool) -> str:
    """`2025` for a January, `Apr` for another month, `Apr 2025` where it is the first."""
    year, month = divmod(count, _YEAR)
    if month == 0:
        return str(year)
    return f"{MONTHS[month][:3]} {year}" if whole else MONTHS[month][:3]
