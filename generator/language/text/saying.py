"""The verbs that give words to somebody, as one pattern."""

from __future__ import annotations

import re
from functools import cache

from generator.language.lexicon import entries, spelled_out, texts


@cache
def phrases(side: str) -> tuple[str, ...]:
    """Every phrase of saying on whose `side` (`subject`, `behind`) the one who speaks stands, the longest first."""
    found = {
        phrase
        for entry in entries("saying")
        if entry["side"] == side
        for pattern in texts(entry, "words")
        for phrase in spelled_out(pattern)
    }
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


@cache
def verbs() -> str:
    """A pattern for the verbs of saying, without groups."""
    return "|".join(map(re.escape, phrases("subject")))
