"""How alike what somebody typed is to a name: for hints and offers only, never for an answer."""

from __future__ import annotations

from rapidfuzz import fuzz, utils

LIKE = 78
"""From here on, in percent, a name may be the one that was meant; below it is another one."""


def likeness(typed: str, name: str) -> float:
    """In percent: of the two as one word, or of each word typed to the likest word of the name, small words left out."""
    one, other = utils.default_process(typed), utils.default_process(name)
    whole = fuzz.ratio(one.replace(" ", ""), other.replace(" ", ""))
    words = [word for word in one.split() if len(word) > 2]
    there = other.split()
    if not words or not there:
        return whole
    return max(whole, sum(max(fuzz.ratio(word, each) for each in there) for word in words) / len(words) - 1)
