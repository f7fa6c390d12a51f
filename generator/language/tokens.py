"""A text as words and marks with their places; every other reading begins from these."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_TOKEN = re.compile(r"n't\b|[^\W\d_]+?(?=n't\b)|(?:[^\W\d_]\.){2,}|[^\W\d_]+|\d(?:[\d.,]*\d)?|'s\b|\S")
_SHAPES = str.maketrans("“”„‟«»‘’‚‛′‐‑‒–—―−\u00a0\u202f\u2009\n\r\t", '""""""\'\'\'\'\'-------' + " " * 6)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and marks of a text in small letters, and where each begins and ends in it."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def from_offset(self, offset: int) -> int:
        """The index of the first token that ends after `offset`; the number of tokens where none does."""
        return bisect_right(self.ends, offset)


def tokens(text: str) -> Tokens:
    """The tokens of `text`; a possessive `'s` and a `n't` are tokens of their own, marks and dashes have one shape."""
    found = [*_TOKEN.finditer(text.translate(_SHAPES))]
    return Tokens(
        text,
        tuple(each[0].lower() for each in found),
        tuple(each.start() for each in found),
        tuple(each.end() for each in found),
    )
