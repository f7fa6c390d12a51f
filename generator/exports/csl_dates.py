"""Dates as CSL-JSON has them.

https://docs.citationstyles.org/en/stable/specification.html#date-variables
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.date_words import DATE
from generator.model.dates import EdtfDate, write_date

CslDate = Mapping[str, object]
_FIRST_SEASON = 21


def csl_date(date: EdtfDate) -> CslDate:
    """Year, month and day as far as they are known, two of them for a span; in words where CSL has no numbers for it."""
    ends = date.text.split("/")
    parts = [_parts(each) for each in ends]
    if not all(parts):
        return _season(date.text) or {"literal": write_date(date)}
    about: CslDate = {"circa": True} if date.approximate or date.uncertain else {}
    return {"date-parts": parts, **about}


def _parts(text: str) -> list[int]:
    """The numbers of a single date; none for open ends, seasons and unknown digits."""
    found = DATE.match(text)
    if found is None:
        return []
    known = [part for part in (found["year"], found["month"], found["day"]) if part is not None]
    if any("X" in part for part in known) or (len(known) == 2 and int(known[1]) >= _FIRST_SEASON):
        return []
    return [int(part) for part in known]


def _season(text: str) -> CslDate:
    found = DATE.match(text)
    if found is None or found["month"] is None or "X" in text or "/" in text:
        return {}
    return {"date-parts": [[int(found["year"])]], "season": int(found["month"]) - _FIRST_SEASON + 1}
