"""A text as figures are read in it, and the numbers in signs and scripts that are not read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from generator.language.characters import RAISED, VULGAR, plain
from generator.quantities.quantity import Found, Line, Reading, unreadable

_ODD = re.compile("[^\x00-\u02ff\u2010-\u203a\u20a0-\u20bf]")
"""What is neither Latin nor a dash, a quotation mark or a currency's sign."""
_HAN = re.compile("[〇零一二三四五六七八九十百千万萬億亿兆两]{2,30}")


def line(text: str, reading: Reading) -> Line:
    """A text in plain characters."""
    same = plain(text)
    small = same.lower()
    if len(small) != len(same):
        small = "".join(each.lower()[:1] for each in same)
    return Line(same, small, reading)


def unread(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """Numbers in signs and scripts that are not read (`Ⅸ`, `九百万`), outside of what was `found`."""
    if not _ODD.search(text):
        return
    spans = [each.span() for each in _HAN.finditer(text)]
    spans += [(place, place + 1) for place, character in enumerate(text) if _is_number(character)]
    for start, end in spans:
        if not any(each.start < end and start < each.end for each in found):
            yield unreadable(start, end, text[start:end])


@cache
def _is_number(character: str) -> bool:
    """Whether it is a number by itself: circled, Roman, and the like; none above or below the line, no fraction."""
    if character.isascii() or unicodedata.category(character) not in ("No", "Nl"):
        return False
    return character not in VULGAR and not unicodedata.decomposition(character).startswith(RAISED)
