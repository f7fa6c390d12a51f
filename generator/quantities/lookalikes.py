"""Digits and signs in other shapes (full width, circled, of other scripts), read as the plain ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache

from generator.quantities.quantity import Found, Line, Reading, unreadable

_DASHES = "\u2010\u2011"
_RAISED = ("<super>", "<sub>")
"""What stands above or below the line is no part of the number (Unicode Standard Annex 15, compatibility tags)."""
VULGAR: Mapping[str, Decimal] = {
    character: Decimal(top) / Decimal(bottom)
    for character in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
    for top, bottom in [unicodedata.normalize("NFKC", character).split("\u2044")]
}
"""Fractions that are one character, and what they come to."""
_ODD = re.compile("[^\x00-\u02ff\u2010-\u203a\u20a0-\u20bf]")
"""What is neither Latin nor a dash, a quotation mark or a currency's sign."""
_HAN = re.compile("[〇零一二三四五六七八九十百千万萬億亿兆两]{2,30}")


class _Alike(dict[int, str]):
    """The plain character for each, found once."""

    def __missing__(self, code: int) -> str:
        self[code] = _plain(chr(code))
        return self[code]


_ALIKE = _Alike()


def plain(text: str) -> str:
    """`text` with every character replaced by the plain one it stands for, all offsets kept."""
    return text.replace("\n", " ") if text.isascii() else text.translate(_ALIKE)


def _plain(character: str) -> str:
    if character.isascii():
        return " " if character == "\n" else character
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if character in _DASHES:
        return "-"
    alike = unicodedata.normalize("NFKC", character)
    raised = unicodedata.decomposition(character).startswith(_RAISED)
    return alike if len(alike) == 1 and not raised else character


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
    return character not in VULGAR and not unicodedata.decomposition(character).startswith(_RAISED)
