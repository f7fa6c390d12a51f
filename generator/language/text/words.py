"""A text as words and marks with their places, each folded as quotes are, its case kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.language.text.folds import fold

_WORD = re.compile(r"[\w\u0300-\u036f\u00ad\u200b\u2060\ufeff]+|\S")
Word = tuple[str, int, int]
"""A folded word or mark, and the offsets of its first and behind its last character."""


def words(text: str) -> Sequence[Word]:
    """Every run of letters and digits in `text`, and every other mark but space."""
    if text.isascii():
        return [(found[0], found.start(), found.end()) for found in _WORD.finditer(text)]
    return [(folded(found[0]), found.start(), found.end()) for found in _WORD.finditer(text)]


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """`text` folded, without the space around it."""
    return " ".join(text.split()) if text.isascii() else fold(text).text.strip()


@lru_cache(maxsize=8192)
def spellings(name: str) -> tuple[str, ...]:
    """How a name may be written in a text: folded, with a capital where it begins a sentence, `The` small where it does not."""
    plain = folded(name)
    capital = plain[:1].upper() + plain[1:]
    small = "the" + plain[3:] if plain.startswith("The ") else plain
    return tuple(dict.fromkeys((plain, capital, small) if plain[:1].islower() else (plain, small)))
