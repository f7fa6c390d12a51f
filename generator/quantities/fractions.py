"""Quantities without a number: halves, thirds, doublings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.quantities import numbers
from generator.quantities.quantity import Direction, Found, Quantity
from generator.quantities.surroundings import before

_FRACTIONS = re.compile(
    r"\b(?P<third>(?:a|one)[\s-]third)\b|\b(?P<fifth>(?:a|one)[\s-]fifth)\b|\b(?P<tenth>(?:a|one)[\s-]tenth)\b|\b(?P<thirds>two[\s-]thirds)\b|\b(?P<quarters>three[\s-]quarters)\b"
    r"|\b(?P<quarter>(?:a|one)[\s-]quarter of)\b(?!\s(?:19|20)\d\d)"
    r"|(?<!first )(?<!second )(?<!last )\b(?P<half>(?:one |a )?half)\b(?!\s(?:of )?(?:19|20)\d\d)(?![\s-](?:year|day|hour|dozen|century|brother))"
    r"|\b(?P<doubled>doubl(?:ed|ing|es))\b|\b(?P<tripled>tripl(?:ed|ing|es))\b|\b(?P<halved>halv(?:ed|ing|es))\b"
    r"|\b(?P<twice>twice)\b|\b(?P<fold>(?:two|three|four|five|six|seven|eight|nine|ten|twenty|\d{1,4})-?fold)\b",
    re.IGNORECASE,
)
_FRACTION_VALUES = {
    "third": (Decimal(1) / 3, "share", Direction.NONE),
    "fifth": (Decimal("0.2"), "share", Direction.NONE),
    "tenth": (Decimal("0.1"), "share", Direction.NONE),
    "thirds": (Decimal(2) / 3, "share", Direction.NONE),
    "quarters": (Decimal("0.75"), "share", Direction.NONE),
    "quarter": (Decimal("0.25"), "share", Direction.NONE),
    "half": (Decimal("0.5"), "share", Direction.NONE),
    "doubled": (Decimal(2), "times", Direction.RISE),
    "tripled": (Decimal(3), "times", Direction.RISE),
    "halved": (Decimal("0.5"), "share", Direction.FALL),
    "twice": (Decimal(2), "times", Direction.NONE),
}


def fractions(text: str) -> Iterator[Found]:
    """Every fraction or multiple told in words."""
    for found in _FRACTIONS.finditer(text):
        kind = str(found.lastgroup)
        if kind == "fold":
            word = re.sub(r"-?fold", "", found[0].lower())
            value, unit, direction = numbers.number(word), "times", Direction.NONE
        else:
            value, unit, direction = _FRACTION_VALUES[kind]
        quantity = Quantity(value, value, unit, direction=direction)
        yield before(text, Found(quantity, found.start(), found.end()))
