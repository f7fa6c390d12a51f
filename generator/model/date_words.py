"""EDTF dates in English words, and the names of months, seasons and quarters."""

from __future__ import annotations

import re

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASONS = ("spring", "summer", "autumn", "winter")
ORDINALS = ("first", "second", "third", "fourth")

DATE = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<mark>[?~%]?)\Z"
)


def in_words(text: str) -> str:
    """One date in words; digits that are not specified are left out."""
    found = DATE.match(text)
    assert found, text
    doubt = {"~": "about ", "?": "possibly ", "%": "possibly about ", "": ""}[found["mark"]]
    year, month, day = found["year"], found["month"] or "XX", found["day"] or "XX"
    if year.endswith("XX"):
        return f"{doubt}{year[:2]}00 to {year[:2]}99"
    if year.endswith("X"):
        return f"{doubt}the {year[:3]}0s"
    if month == "XX":
        return doubt + str(int(year))
    if int(month) > 12:
        return f"{doubt}{SEASONS[int(month) - 21]} {int(year)}"
    return doubt + (f"{int(day)} " if day != "XX" else "") + f"{MONTHS[int(month) - 1]} {int(year)}"


def unshared(start: str, end: str) -> str:
    """The start of an interval without the month and year it shares with the end."""
    starts, ends = start.split(" "), end.split(" ")
    if len(starts) != len(ends) or len(starts) == 1 or starts[0] in ("about", "possibly", "the"):
        return start
    while len(starts) > 1 and starts[-1] == ends[-1]:
        starts, ends = starts[:-1], ends[:-1]
    return " ".join(starts)
