"""Dates (EDTF levels 0 and 1) and the periods of figures: read, compared, written in words."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from generator.model.date_notations import better_notations, lies_before_all
from generator.model.date_words import DATE, MONTHS, ORDINALS, in_words, unshared
from generator.model.mistake import Mistake

LONGEST = 60

_QUARTER = re.compile(r"(?P<year>[1-9][0-9]{3})-Q(?P<quarter>[0-9])\Z")
_FISCAL = re.compile(r"FY(?P<year>[1-9][0-9]{3})(?:-Q(?P<quarter>[0-9]))?\Z")


_EARLIER = "give the day on which the source says so, and leave the year to the quote"


class DateError(Mistake):
    """A date or period that cannot be read."""


class Span(Protocol):
    """Anything with a first and a last day, both inclusive."""

    @property
    def first(self) -> date:
        """The earliest day."""

    @property
    def last(self) -> date:
        """The latest day."""


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date as written, and the earliest and latest day it may mean; `date.min`, `date.max` if open."""

    text: str
    first: date
    last: date
    approximate: bool = False
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """The time a figure covers, `first` to `last` inclusive; `edtf` is the same as an interval of days."""

    text: str
    first: date
    last: date
    fiscal: bool
    quarter: int | None
    edtf: str


def read_date(text: str) -> EdtfDate:
    """Read a date of EDTF level 0 or 1; `DateError` otherwise.

    Seasons (2025-21 to 2025-24) are those of the northern hemisphere in whole months; winter begins in
    December of its year. Level 1: https://www.loc.gov/standards/datetime/
    """
    text = text.strip()
    ends = text.split("/")
    if len(text) > LONGEST or not _is_shaped(ends):
        raise DateError(*_advice(text, "a date"))
    return _single(text) if len(ends) == 1 else _interval(text, ends[0], ends[1])


def read_period(text: str, fiscal_year_ends: tuple[int, int] | None = None) -> Period:
    """Read an EDTF date or interval, a quarter (2025-Q1), or a fiscal year or quarter (FY2026, FY2026-Q1).

    A fiscal year is named by the calendar year it ends in. `fiscal_year_ends` is month and day; the last
    day of a month, 28 February included, means the last day in every year. `DateError` if unreadable.
    """
    text = text.strip()
    if found := _QUARTER.match(text):
        year, quarter = int(found["year"]), _quarter(found["quarter"])
        return _period(
            text, _quarter_end(year, quarter - 1, (12, 31)), _quarter_end(year, quarter, (12, 31)), quarter
        )
    if found := _FISCAL.match(text):
        if fiscal_year_ends is None:
            raise DateError(
                f"{text} is a fiscal period, but `fiscal_year_ends` of its entity is not known",
                "add `fiscal_year_ends: 12-31` to the entity, with the day on which its year ends",
            )
        year, quarter = int(found["year"]), _quarter(found["quarter"] or "4")
        start = _quarter_end(year, quarter - 1 if found["quarter"] else 0, fiscal_year_ends)
        end = _quarter_end(year, quarter, fiscal_year_ends)
        return _period(text, start, end, quarter if found["quarter"] else None, fiscal=True)
    if len(text) > LONGEST or not _is_shaped(text.split("/")):
        raise DateError(*_advice(text, "a period"))
    known = read_date(text)
    return Period(text, known.first, known.last, fiscal=False, quarter=None, edtf=_as_interval(known))


def overlaps(a: Span, b: Span) -> bool:
    """Whether two spans may share a day."""
    return a.first <= b.last and b.first <= a.last


def sort_key(d: EdtfDate) -> tuple[date, date]:
    """The order of dates: by the earliest day, then by the latest."""
    return (d.first, d.last)


def write_date(d: EdtfDate) -> str:
    """A date in words: "29 January 2025", "about January 2025", "29 January to 2 February 2025"."""
    start, slash, end = d.text.partition("/")
    if not slash or start == end:
        return in_words(start)
    if start == "..":
        return f"until {in_words(end)}"
    if end == "..":
        return f"from {in_words(start)} on"
    if not start or not end:
        return f"{in_words(start)} to an unknown date" if start else f"an unknown date to {in_words(end)}"
    return f"{unshared(in_words(start), in_words(end))} to {in_words(end)}"


def write_period(p: Period) -> str:
    """A period in words: "2025", "the first quarter of 2025", "fiscal 2026"."""
    year = p.text.removeprefix("FY")[:4]
    named = f"fiscal {year}" if p.fiscal else year
    if p.quarter is not None:
        return f"the {ORDINALS[p.quarter - 1]} quarter of {named}"
    return named if p.fiscal else write_date(read_date(p.text))


def _is_shaped(ends: list[str]) -> bool:
    """Whether this looks like a date or an interval with at least one date."""
    dated = [end for end in ends if end not in ("", "..")]
    return 1 <= len(ends) <= 2 and bool(dated) and all(DATE.match(end) for end in dated)


def _advice(text: str, wanted: str) -> tuple[str, str]:
    """Headline and hint for a text that is no date or period."""
    shown = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    if lies_before_all(shown):
        return f"{shown} lies before the year 1, with which dates begin here", _EARLIER
    better = [notation for notation in better_notations(text[: LONGEST + 1]) if _reads(notation, wanted)]
    if better:
        told = better if len(better) == 1 else [f"{each} for {in_words(each)}" for each in better]
        return f"{shown} is not how {wanted} is written here", f"write {' or '.join(told)}"
    if _QUARTER.match(text) or _FISCAL.match(text):
        return f"{shown} is a period, not a date", "write the day or month in `date`, and this in `period`"
    examples = "2025, 2025-01 or 2025-01-29" if wanted == "a date" else "2025, 2025-01 or 2025-Q1"
    return f"{shown or 'an empty text'} is not {wanted} such as {examples}", ""


def _reads(notation: str, wanted: str) -> bool:
    named = _QUARTER.match(notation) or _FISCAL.match(notation)
    if not ((named and wanted == "a period") or _is_shaped(notation.split("/"))):
        return False
    try:
        return bool(read_period(notation, (12, 31)))
    except DateError:
        return False


def _single(text: str) -> EdtfDate:
    found = DATE.match(text)
    assert found, text
    first, last = _days(text, found["year"], found["month"], found["day"])
    return EdtfDate(
        text, first, last, approximate=found["mark"] in ("~", "%"), uncertain=found["mark"] in ("?", "%")
    )


def _days(text: str, year: str, month: str | None, day: str | None) -> tuple[date, date]:
    if (month and "X" in year) or (month == "XX" and day not in (None, "XX")):
        raise DateError(f"{text} has X before known digits", "write X only at the end, as in 2025-XX")
    lowest, highest = _year(year.replace("X", "0")), _year(year.replace("X", "9"))
    if month in (None, "XX"):
        return date(lowest, 1, 1), date(highest, 12, 31)
    number = int(month or 0)
    if 21 <= number <= 24 and day is None:
        return _season(lowest, number)
    if not 1 <= number <= 12:
        raise DateError(f"month {month} does not exist", "write a month from 01 to 12")
    length = monthrange(lowest, number)[1]
    if day in (None, "XX"):
        return date(lowest, number, 1), date(lowest, number, length)
    if not 1 <= int(day or 0) <= length:
        when = f" {lowest}" if (number, day) == (2, "29") else ""
        hint = f"write the right day; {MONTHS[number - 1]} {lowest} has {length} days"
        raise DateError(f"{int(day or 0)} {MONTHS[number - 1]}{when} does not exist", hint)
    return date(lowest, number, int(day or 0)), date(lowest, number, int(day or 0))


def _year(digits: str) -> int:
    if digits == "0000":
        raise DateError("year 0000 does not exist")
    return int(digits)


def _season(year: int, number: int) -> tuple[date, date]:
    if number < 24:
        month = 3 * (number - 20)
        return date(year, month, 1), date(year, month + 2, monthrange(year, month + 2)[1])
    last = date.max if year == date.max.year else date(year + 1, 3, 1) - timedelta(days=1)
    return date(year, 12, 1), last


def _interval(text: str, start: str, end: str) -> EdtfDate:
    dated = [_single(part) for part in (start, end) if part not in ("", "..")]
    first = date.min if start in ("", "..") else dated[0].first
    last = date.max if end in ("", "..") else dated[-1].last
    if first > last:
        raise DateError(f"{text} ends before it begins")
    approximate, uncertain = any(part.approximate for part in dated), any(part.uncertain for part in dated)
    return EdtfDate(text, first, last, approximate, uncertain)


def _quarter(digit: str) -> int:
    if digit not in "1234":
        raise DateError(f"quarter {digit} does not exist")
    return int(digit)


def _quarter_end(year: int, quarter: int, year_ends: tuple[int, int]) -> date:
    """The last day of a quarter of a year that ends on `year_ends`; quarter 0 closes the year before."""
    month, day = year_ends
    months = year * 12 + month - 1 - 3 * (4 - quarter)
    length = monthrange(months // 12, months % 12 + 1)[1]
    closes_month = day >= monthrange(2025, month)[1]
    return date(months // 12, months % 12 + 1, length if closes_month else min(day, length))


def _period(text: str, before: date, last: date, quarter: int | None, *, fiscal: bool = False) -> Period:
    first = before + timedelta(days=1)
    return Period(text, first, last, fiscal, quarter, f"{first.isoformat()}/{last.isoformat()}")


def _as_interval(d: EdtfDate) -> str:
    """The same as an interval of days; the qualifiers and open ends of each end are kept."""
    start, _, end = d.text.rpartition("/")
    start = start if "/" in d.text else end
    lower = start if start in ("", "..") else d.first.isoformat() + start[-1] * (start[-1] in "?~%")
    upper = end if end in ("", "..") else d.last.isoformat() + end[-1] * (end[-1] in "?~%")
    return f"{lower}/{upper}"
