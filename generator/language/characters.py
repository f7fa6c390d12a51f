"""Characters in other shapes (full width, circled, of other scripts), read as the plain ones."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from decimal import Decimal

_DASHES = "\u2010\u2011"
RAISED = ("<super>", "<sub>")
"""What stands above or below the line is no part of the number (Unicode Standard Annex 15, compatibility tags)."""
VULGAR: Mapping[str, Decimal] = {
    character: Decimal(top) / Decimal(bottom)
    for character in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
    for top, bottom in [unicodedata.normalize("NFKC", character).split("\u2044")]
}
"""Fractions that are one character, and what they come to."""


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
    raised = unicodedata.decomposition(character).startswith(RAISED)
    return alike if len(alike) == 1 and not raised else character
