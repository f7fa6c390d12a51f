"""Quantities without a number: halves, thirds, doublings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.quantities import numbers
from generator.quantities.lookalikes import VULGAR
from generator.quantities.quantity import Direction, Found, Quantity
from generator.quantities.surroundings import before

PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
FEW = {"a": 1, **{word: value for word, value in numbers.WORDS.items() if value < 10}}
_COUNT = "|".join(FEW)
_ANY = rf"(?:\d{{1,3}}|{numbers.ONE})"
_FRACTIONS = re.compile(
    rf"\b(?P<top>{_COUNT})[\s-](?P<bottom>third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)(?P<plural>s?)\b"
    r"(?P<of>\sof(?!\s(?:19|20)\d\d))?"
    r"|(?<!first )(?<!second )(?<!last )(?<!and )(?<!and a )\b(?P<half>(?:one |a )?half)\b"
    r"(?!\s(?:of )?(?:19|20)\d\d)(?!\sa\s(?:dozen|thousand|million|billion|trillion))(?![\s-](?:year|day|hour|dozen|century|brother|thousand|million|billion|trillion))"
    r"|\b(?P<doubled>doubl(?:ed|ing|es))\b|\b(?P<tripled>tripl(?:ed|ing|es))\b|\b(?P<double>double)\b|\b(?P<triple>triple)\b|\b(?P<halved>halv(?:ed|ing|es))\b"
    rf"|(?<![\w.,])(?P<vulgar>[{''.join(VULGAR)}])(?=\s(?:of|the|its|their)\b|[.,;:!?)\s]*\Z)"
    rf"|\b(?P<twice>twice)\b|\b(?P<fold>(?:{'|'.join(numbers.WORDS)}|hundred|\d{{1,4}})-?fold)\b"
    rf"|\b(?P<part>{_ANY})\s(?:in|out\sof)\s(?P<whole>{_ANY})\b(?![.,]?\d|%|\s(?:January|February|March|April|May|June|July|August|September|October|November|December))",
    re.IGNORECASE,
)
_FIXED = {
    "half": (Decimal("0.5"), "share", Direction.NONE),
    "halved": (Decimal("0.5"), "share", Direction.FALL),
    "doubled": (Decimal(2), "times", Direction.RISE),
    "tripled": (Decimal(3), "times", Direction.RISE),
    "double": (Decimal(2), "times", Direction.NONE),
    "triple": (Decimal(3), "times", Direction.NONE),
    "twice": (Decimal(2), "times", Direction.NONE),
}


def fractions(text: str) -> Iterator[Found]:
    """Every fraction or multiple told in words."""
    for found in _FRACTIONS.finditer(text):
        if (quantity := _quantity(found)) is not None:
            end = (
                found.end("of")
                if found["of"] and found["bottom"] == "quarter" and not found["plural"]
                else -1
            )
            last = end if end > 0 else found.end("plural") if found["bottom"] else found.end()
            yield before(text, Found(quantity, found.start(), last))


def _quantity(found: re.Match[str]) -> Quantity | None:
    """The value; None for a quarter of a year, and for a part that is larger than its whole."""
    if found["bottom"]:
        top, bottom = found["top"].lower(), found["bottom"].lower()
        if bottom == "quarter" and not (found["of"] or (found["plural"] and "-" in found[0])):
            return None
        return _share(Decimal(FEW[top]), Decimal(PARTS[bottom]))
    if found["vulgar"]:
        return Quantity(VULGAR[found["vulgar"]], VULGAR[found["vulgar"]], "share")
    if found["part"]:
        return _share(numbers.number(found["part"]), numbers.number(found["whole"]))
    if found["fold"]:
        value = numbers.number(re.sub(r"-?fold", "", found["fold"].lower()))
        return Quantity(value, value, "times")
    value, unit, direction = _FIXED[str(found.lastgroup)]
    return Quantity(value, value, unit, direction=direction)


def _share(part: Decimal, whole: Decimal) -> Quantity | None:
    return Quantity(part / whole, part / whole, "share") if 0 < part < whole else None
