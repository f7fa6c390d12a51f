"""Other notations of dates and periods (American, prose, half-right EDTF) and the EDTF way to write each."""

from __future__ import annotations

import re

from generator.model.date_words import MONTHS, ORDINALS, SEASONS

_MONTH = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?P<year>[0-9]{4})"
_SHORT = r"'?(?P<year>[0-9]{4}|[0-9]{2})"
_FISCAL = r"(?P<fiscal>fy|fiscal year|fiscal) ?"
_NTH = r"(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"

_NOTATIONS = tuple(
    re.compile(pattern + r"\Z")
    for pattern in (
        rf"(?P<a>[0-9]{{1,2}})[/.-](?P<b>[0-9]{{1,2}})[/.-]{_SHORT}",
        rf"{_YEAR}[-/. ](?P<month>[0-9]{{1,2}})[-/. ]{_DAY}(?:[t ][0-9:.+z-]+)?",
        rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})",
        rf"{_YEAR}[-/.](?P<month>[0-9]{{1,2}})",
        rf"(?P<month>[0-9]{{1,2}})[/.-]{_YEAR}",
        rf"{_MONTH} {_DAY}(?:,? {_YEAR})",
        rf"{_DAY} (?:of )?{_MONTH},? {_YEAR}",
        rf"{_MONTH}(?:,? |-| of ){_YEAR}",
        rf"{_YEAR}[ -]{_MONTH}",
        rf"(?:the )?(?P<season>spring|summer|autumn|fall|winter)(?: of)? {_YEAR}",
        rf"{_YEAR} ?(?:[-\u2013\u2014]|to|until) ?(?P<until>[0-9]{{4}})",
        r"(?:the )?(?P<decade>[0-9]{3})0s",
        r"ad (?P<common>[0-9]{1,4})|(?P<common_>[0-9]{1,4}) (?:ad|ce)",
        rf"(?P<about>about|around|circa|ca\.?|c\.|~) ?{_YEAR}(?:-(?P<month>[0-9]{{2}}))?",
        rf"(?:q(?P<quarter>[1-4])|(?P<quarter_>[1-4])q)[ /-]?(?:of )?(?:{_FISCAL})?{_SHORT}",
        rf"(?:{_FISCAL})?{_YEAR}[ /-]?q(?P<quarter>[1-4])",
        rf"{_FISCAL}q(?P<quarter>[1-4]) {_SHORT}",
        rf"(?:the )?{_NTH} quarter,?(?: of)? (?:{_FISCAL})?{_SHORT}",
        rf"{_FISCAL}{_SHORT}",
        rf"(?:h(?P<half>[12])|(?P<half_>[12])h)[ -]?{_SHORT}",
        rf"{_YEAR}[ -]?h(?P<half>[12])",
        rf"(?:the )?(?P<half>first|second|1st|2nd) half,?(?: of)? {_YEAR}",
        r"(?P<bare>[0-9]{4}(?:-[0-9]{2}){0,2}) ?(?P<mark>[?~%])",
    )
)


_BEFORE_ALL = re.compile(
    r"-[0-9]{4,}(?:-[0-9]{2}){0,2}[?~%]?|(?:about |around |c\.? ?)?[0-9]{1,4} ?(?:bc|bce|b\.c\.(?:e\.)?)"
)
"""Years before the first, in EDTF (`-0043` is 44 BC) and in words."""


def lies_before_all(text: str) -> bool:
    """Whether `text` seems to mean a year before the first, which the calendar here does not have."""
    return bool(_BEFORE_ALL.fullmatch(" ".join(text.casefold().split())))


def better_notations(text: str) -> tuple[str, ...]:
    """How we write what `text` seems to mean: EDTF, a quarter or a fiscal year; two where it is unclear."""
    plain = " ".join(text.casefold().split())
    for notation in _NOTATIONS:
        found = notation.match(plain)
        if found:
            return _composed({key: value for key, value in found.groupdict().items() if value})
    return ()


def _composed(parts: dict[str, str]) -> tuple[str, ...]:
    year = parts.get("year", "")
    year = f"20{year}" if len(year) == 2 else year
    if "a" in parts:
        return _numeric(year, int(parts["a"]), int(parts["b"]))
    if "bare" in parts:
        return (parts["bare"] + parts["mark"],)
    common = parts.get("common") or parts.get("common_")
    if "decade" in parts or common:
        return (f"{int(common):04d}" if common else f"{parts['decade']}X",)
    if "until" in parts:
        return (f"{year}/{parts['until']}",)
    if "season" in parts:
        season = parts["season"].replace("fall", "autumn")
        return (f"{year}-{21 + SEASONS.index(season)}",)
    return (_part_of_year(year, parts),)


def _part_of_year(year: str, parts: dict[str, str]) -> str:
    nth = parts.get("nth", "")
    position = str(1 + ORDINALS.index(nth)) if nth in ORDINALS else nth[:1]
    half = parts.get("half") or parts.get("half_")
    quarter = parts.get("quarter") or parts.get("quarter_") or position
    if half:
        return f"{year}-01/{year}-06" if half[0] in "1f" else f"{year}-07/{year}-12"
    if "fiscal" in parts or quarter:
        return ("FY" if "fiscal" in parts else "") + year + (f"-Q{quarter}" if quarter else "")
    month = parts.get("month") or _month_number(parts.get("name", ""))
    written = "-".join(f"{int(part):02d}" for part in (year, month, parts.get("day")) if part)
    return written + ("~" if "about" in parts else "")


def _month_number(name: str) -> str:
    numbers = {month[:3].lower(): str(number) for number, month in enumerate(MONTHS, 1)}
    return numbers.get(name, "")


def _numeric(year: str, a: int, b: int) -> tuple[str, ...]:
    """The American order first, then the European one, each where such a month exists."""
    orders = ((a, b), (b, a))
    return tuple(dict.fromkeys(f"{year}-{month:02d}-{day:02d}" for month, day in orders if 1 <= month <= 12))
