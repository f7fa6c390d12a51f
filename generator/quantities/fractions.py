"""Quantities without a number: halves, thirds, doublings, one in ten."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from generator.language import numbers
from generator.language.characters import VULGAR
from generator.language.no_figures import month_pattern
from generator.language.numbers import FEW, ONE, PARTS, SCALES
from generator.quantities.cues import determiners
from generator.quantities.quantity import Direction, Found, Quantity

_BOTTOMS = "|".join(each for each in PARTS if each != "half")
_ANY = rf"(?:\d{{1,3}}|{ONE})"
_GROUPS = "|".join(("dozen", *SCALES))
_NOT_HALF = (
    rf"(?!\s(?:of )?(?:19|20)\d\d)(?!\sa\s(?:{_GROUPS}))(?![\s-](?:year|day|hour|century|brother|{_GROUPS}))"
)
_FIXED = {
    "half": (Decimal("0.5"), "share", Direction.NONE),
    "halv": (Decimal("0.5"), "share", Direction.FALL),
    "doubl": (Decimal(2), "times", Direction.RISE),
    "tripl": (Decimal(3), "times", Direction.RISE),
    "double": (Decimal(2), "times", Direction.NONE),
    "triple": (Decimal(3), "times", Direction.NONE),
    "twice": (Decimal(2), "times", Direction.NONE),
}


@cache
def _pattern() -> re.Pattern[str]:
    """A fraction in small letters, where it begins; `twice the sum` is a multiple, `counted twice` says how often."""
    twice = rf"twice(?=\Z|\s(?:as|what|{'|'.join(sorted(determiners()))})\b|\s[$€£\d])"
    return re.compile(
        rf"(?P<top>{'|'.join(FEW)})[\s-](?P<bottom>{_BOTTOMS})(?P<plural>s?)\b(?P<of>\sof(?!\s(?:19|20)\d\d))?"
        rf"|(?P<half>(?:one |a )?half)\b{_NOT_HALF}"
        rf"|(?P<turned>doubl|tripl|halv)(?:ed|ing|es)\b|(?P<multiple>double|triple|{twice})\b"
        rf"|(?P<vulgar>[{''.join(VULGAR)}])(?=\s(?:of|the|its|their)\b|[.,;:!?)\s]*\Z)"
        rf"|(?P<fold>{'|'.join((*numbers.WORDS, 'hundred'))})fold\b"
        rf"|(?P<part>{_ANY})\s(?:in|out\sof)\s(?P<whole>{_ANY})\b(?![.,]?\d|%|\s{month_pattern()})"
    )


_BEFORE_HALF = re.compile(r"(?:first|second|last|and|and a) \Z")


def fraction_at(lower: str, at: int) -> Found | None:
    """The fraction or multiple in words that begins at `at`."""
    found = _pattern().match(lower, at)
    if found is None or (found["half"] and _BEFORE_HALF.search(lower[max(0, at - 7) : at])):
        return None
    quantity = _quantity(found)
    if quantity is None:
        return None
    end = found.end()
    if found["bottom"]:
        end = found.end("plural")
        if found["of"] and found["bottom"] == "quarter" and not found["plural"]:
            end = found.end("of")
    return Found(quantity, at, end, (at, end))


def _quantity(found: re.Match[str]) -> Quantity | None:
    """The value; None for a quarter of a year, and for a part that is larger than its whole."""
    if found["bottom"]:
        top, bottom = found["top"], found["bottom"]
        if bottom == "quarter" and not (found["of"] or (found["plural"] and "-" in found[0])):
            return None
        return _share(Decimal(FEW[top]), Decimal(PARTS[bottom]))
    if found["vulgar"]:
        return Quantity(VULGAR[found["vulgar"]], VULGAR[found["vulgar"]], "share")
    if found["part"]:
        return _share(numbers.number(found["part"]), numbers.number(found["whole"]))
    if found["fold"]:
        value = Decimal(100) if found["fold"] == "hundred" else numbers.number(found["fold"])
        return Quantity(value, value, "times")
    value, unit, direction = _FIXED[found["turned"] or found["multiple"] or "half"]
    return Quantity(value, value, unit, direction=direction)


def _share(part: Decimal, whole: Decimal) -> Quantity | None:
    return Quantity(part / whole, part / whole, "share") if 0 < part < whole else None
