"""Digits and signs in other shapes (full width, circled, of other scripts), read as the plain ones."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

_DASHES = "\u2010\u2011"
_RAISED = ("<super>", "<sub>")
"""What stands above or below the line is no part of the number (Unicode Standard Annex 15, compatibility tags)."""
VULGAR: Mapping[str, Decimal] = {
    character: Decimal(top) / Decimal(bottom)
    for character in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
    for top, bottom in [unicodedata.normalize("NFKC", character).split("\u2044")]
}
"""Fractions that are one character, and what they come to."""


def plain(text: str) -> str:
    """`text` with every character replaced by the plain one it stands for, all offsets kept."""
    return text.replace("\n", " ") if text.isascii() else "".join(map(_plain, text))


@cache
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
