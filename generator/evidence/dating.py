"""Dates told in words, resolved against the day a source was issued, and compared with a fact's own date."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from generator.model.dates import EdtfDate

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_HALVES = {"first": 1, "second": 2, "1": 1, "2": 2}
_MONTH = r"(?P<month{n}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
_YEAR = r"(?P<year{n}>(?:19\d|20[0-3])\d)"
_NTH = r"(?:st|nd|rd|th)?"
_PREPOSITION = r"\b(?:in|since|during|until|through|by|for|year|early|late|mid|than in|ended|end of)[\s-]"
_LOOSE = r"\b(?:of|to|from|and|before|after|between|fiscal(?: year)?|FY|than)\s?"
_DAY_NAME = r"(?P<weekday{n}>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_TOLD = re.compile(
    "|".join(
        (
            r"\b(?P<iso>(?:19|20)\d\d[-./][01]\d[-./][0-3]\d)\b",
            r"\b(?P<slashed>[0-3]?\d/[0-3]?\d/(?:19|20)\d\d)\b",
            r"(?:\b(?:in|from|between|since|during|of|the)\s)?(?<![\d.,$€£])(?P<from>(?:19|20)\d\d)(?:\s?[-–/]\s?|\s(?:to|until|through|and)\s)(?P<to>(?:19|20)\d\d|\d\d)(?![\d%-])",
            r"\bthe\s(?P<decade>(?:19|20)\d)0s\b",
            rf"\b(?P<day1>\d{{1,2}}){_NTH}\s{_MONTH.format(n=1)}(?:,?\s{_YEAR.format(n=1)})?\b",
            rf"\b{_MONTH.format(n=2)}\s(?P<day2>\d{{1,2}}){_NTH}\b(?:,?\s{_YEAR.format(n=2)}\b)?",
            rf"\b{_MONTH.format(n=3)}\s{_YEAR.format(n=3)}\b",
            rf"\b(?:Q(?P<q>[1-4])|(?P<quarter>first|second|third|fourth)\squarter(?:\sof)?)\s{_YEAR.format(n=4)}\b",
            rf"\b(?:H(?P<h>[12])|(?P<half>first|second)\shalf(?:\sof)?)\s{_YEAR.format(n=6)}\b",
            rf"{_PREPOSITION}(?:early\s|late\s|mid-?)?{_YEAR.format(n=5)}\b(?!\s?[%$]|,\d)",
            rf"{_LOOSE}{_YEAR.format(n=7)}\b(?=[.,;:)]|\s(?:and|to|but|the|it|its|when|was|were|to)\b|\Z)(?!,\d)",
            rf"\b(?:the|its|this|last|first|second)\s{_YEAR.format(n=8)}\s(?=[a-z]{{3,}}\b)(?!people|[a-z]+s\b)",
            r"\bin\sthe\s(?P<lone>first|second|third|fourth)\squarter\b(?!\s(?:of\s)?\d|\sof\s)",
            rf"\A\W*{_YEAR.format(n=0)}(?=:\s)",
            rf"\b(?P<season>spring|summer|autumn|winter)(?:\sof)?\s{_YEAR.format(n=9)}\b",
            r"\b(?P<relative>today|yesterday|(?:this|last)\s(?:week|month|year))\b",
            rf"\b(?:on|last|this)\s{_DAY_NAME.format(n='')}\b",
            rf"\b{_DAY_NAME.format(n='_')}['’]s\b",
        )
    ),
    re.IGNORECASE,
)
_MAY_BE = re.compile(r"\d|day|week|month|year", re.I)
"""What every date has: a digit, or one of these words."""
_SPACES = str.maketrans("\n\r\t\u00a0\u202f", "     ")
_LONGEST_ISSUE = 31
"""A source issued over a longer time than this many days says nothing about its `Monday`."""


@dataclass(frozen=True, slots=True)
class Told:
    """A date in a text: its words, and the first and last day they may mean (both included)."""

    words: str
    first: date
    last: date
    start: int = 0
    end: int = 0
    """Where it stands, as offsets into the text that was read."""
    vague: bool = False
    """Whether it is only somewhere in that span: a season is not the same months everywhere."""


def dates_in(text: str, issued: EdtfDate | None) -> tuple[Told, ...]:
    """Every date in `text` that can be resolved; relative ones need the day of issue."""
    return tuple(_resolved(text, issued)) if _MAY_BE.search(text) else ()


def _resolved(text: str, issued: EdtfDate | None) -> Iterator[Told]:
    plain, origin = (text.translate(_SPACES), None) if "\u00ad" not in text else _unbroken(text)
    for found in _TOLD.finditer(plain):
        span = _span(found, issued)
        if span is not None:
            start, end = (
                found.span() if origin is None else (origin[found.start()], origin[found.end() - 1] + 1)
            )
            yield Told(found[0], *span, start, end, vague=bool(found["season"]))


def _unbroken(text: str) -> tuple[str, list[int]]:
    """The text without soft hyphens, and where each of its characters stood."""
    kept = [place for place, character in enumerate(text) if character != "\u00ad"]
    return "".join(text[place] for place in kept).translate(_SPACES), kept


def _span(found: re.Match[str], issued: EdtfDate | None) -> tuple[date, date] | None:
    parts = {key.rstrip("_"): value for key, value in found.groupdict().items() if value}
    for key, resolve in _RESOLVED.items():
        if key in parts:
            return resolve(parts, issued)
    year = next((int(value) for key, value in parts.items() if key.startswith("year")), None)
    month = next(
        (_MONTHS.index(value[:3].lower()) + 1 for key, value in parts.items() if key.startswith("month")), 0
    )
    if day := int(parts.get("day1") or parts.get("day2") or 0):
        return _day(year, month, day) if year else _nearest(month, day, issued)
    return _months(year, *_part_of_year(parts, month)) if year else None


def _part_of_year(parts: Mapping[str, str], month: int) -> tuple[int, int]:
    """The first and the last month of a month, a quarter, a half or a whole year."""
    if month:
        return month, month
    if quarter := _QUARTERS.get((parts.get("q") or parts.get("quarter") or "").lower()):
        return 3 * quarter - 2, 3 * quarter
    half = _HALVES.get((parts.get("h") or parts.get("half") or "").lower())
    return (6 * half - 5, 6 * half) if half else (1, 12)


def _last_quarter(quarter: int, issued: EdtfDate | None) -> tuple[date, date] | None:
    """The last such quarter that had begun when a source was issued."""
    if issued is None or not 1 < issued.first.year < MAXYEAR:
        return None
    spans = [_months(issued.first.year - back, 3 * quarter - 2, 3 * quarter) for back in (0, 1)]
    return next((span for span in spans if span[0] <= issued.last), None)


def _years(first: int, last: str) -> tuple[date, date] | None:
    """`1961–1990`; a season or fiscal year such as `2023/24` is somewhere about its turn of the year."""
    until = int(last) if len(last) == 4 else first - first % 100 + int(last)
    if len(last) == 2 and until == first + 1:
        return date(first, 7, 1), date(until, 6, 30)
    return (date(first, 1, 1), date(until, 12, 31)) if first < until <= MAXYEAR else None


def _counted(parts: Mapping[str, str], issued: EdtfDate | None) -> tuple[date, date] | None:
    """A date told by its distance from the day of issue; None at the ends of the calendar."""
    try:
        if "relative" in parts:
            return _relative(parts["relative"].lower(), issued)
        return _weekday(_DAYS.index(parts["weekday"].lower()), issued)
    except (OverflowError, ValueError):
        return None


def _day(year: int, month: int, day: int) -> tuple[date, date] | None:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day), date(year, month, day)


def _either(one: int, other: int, year: int) -> tuple[date, date] | None:
    """The American order and the European one; both days where both exist."""
    days = [span[0] for span in (_day(year, one, other), _day(year, other, one)) if span]
    return (min(days), max(days)) if days else None


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _nearest(month: int, day: int, issued: EdtfDate | None) -> tuple[date, date] | None:
    """A day without a year is the one nearest to the day of issue."""
    if issued is None or issued.first.year in (1, 9999):
        return None
    spans = [_day(issued.first.year + shift, month, day) for shift in (-1, 0, 1)]
    known = [span for span in spans if span is not None]
    return min(known, key=lambda span: abs((span[0] - issued.first).days), default=None)


def _weekday(weekday: int, issued: EdtfDate | None) -> tuple[date, date] | None:
    """The last such day on or before each day of issue."""
    if (
        issued is None
        or not 0 <= (issued.last - issued.first).days <= _LONGEST_ISSUE
        or issued.first.year < 2
    ):
        return None
    ends = (issued.first, issued.last)
    first, last = (end - timedelta((end.weekday() - weekday) % 7) for end in ends)
    return first, last


def _relative(words: str, issued: EdtfDate | None) -> tuple[date, date] | None:
    if (
        issued is None
        or not 0 <= (issued.last - issued.first).days <= _LONGEST_ISSUE
        or issued.first.year < 2
    ):
        return None
    return _RELATIVE[words](issued.first, issued.last)


def _week(day: date) -> date:
    return day - timedelta(day.weekday())


def _month_before(day: date) -> date:
    return (day.replace(day=1) - timedelta(1)).replace(day=1)


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


_RELATIVE: Mapping[str, Callable[[date, date], tuple[date, date]]] = {
    "today": lambda first, last: (first, last),
    "yesterday": lambda first, last: (first - timedelta(1), last - timedelta(1)),
    "this week": lambda first, last: (_week(first), _week(last) + timedelta(6)),
    "last week": lambda first, last: (_week(first) - timedelta(7), _week(last) - timedelta(1)),
    "this month": lambda first, last: (first.replace(day=1), _month_end(last)),
    "last month": lambda first, last: (_month_before(first), _month_end(_month_before(last))),
    "this year": lambda first, last: (date(first.year, 1, 1), date(last.year, 12, 31)),
    "last year": lambda first, last: (date(first.year - 1, 1, 1), date(last.year - 1, 12, 31)),
}
_RESOLVED: Mapping[str, Callable[[Mapping[str, str], EdtfDate | None], tuple[date, date] | None]] = {
    "iso": lambda parts, _: _day(*(int(part) for part in re.split(r"[-./]", parts["iso"]))),
    "slashed": lambda parts, _: _either(*(int(part) for part in parts["slashed"].split("/"))),
    "from": lambda parts, _: _years(int(parts["from"]), parts["to"]),
    "decade": lambda parts, _: _years(int(parts["decade"]) * 10, str(int(parts["decade"]) * 10 + 9)),
    "lone": lambda parts, issued: _last_quarter(_QUARTERS[parts["lone"].lower()], issued),
    "relative": _counted,
    "weekday": _counted,
}
"""How what is no plain day, month or year is resolved, by the name of its group."""
