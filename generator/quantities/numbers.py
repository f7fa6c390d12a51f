"""Numbers in digits and in words, and the words that scale them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from generator.quantities.lookalikes import VULGAR

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

WORDS: Mapping[str, int] = {
    **{word: value for value, word in enumerate(_ONES, start=1)},
    **{word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)},
    **{
        f"{ten}-{one}": tens + ones
        for tens, ten in zip(range(20, 100, 10), _TENS, strict=True)
        for ones, one in enumerate(_ONES[:9], start=1)
    },
}
"""Number words up to ninety-nine."""
_GROUPS: Mapping[str, int] = {"dozen": 12, "hundred": 100}
_PARTS: Mapping[str, Decimal] = {"a": Decimal(1), "half a": Decimal("0.5")}
_AND_A_HALF = " and a half"
"""What stands for a number only right before a group or a magnitude."""

MAGNITUDES: Mapping[str, int] = {
    "k": 3,
    "thousand": 3,
    "lakh": 5,
    "m": 6,
    "mn": 6,
    "million": 6,
    "crore": 7,
    "b": 9,
    "bn": 9,
    "billion": 9,
    "t": 12,
    "tn": 12,
    "trn": 12,
    "trillion": 12,
}
"""Words and letters after a number, and the power of ten they stand for."""

_VULGAR = f"[{''.join(VULGAR)}]"
DIGITS = (
    rf"(?:(?:[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,9}}|[0-9]{{1,30}})(?:\.[0-9]{{1,30}}|\s?{_VULGAR})?|{_VULGAR})"
)
_ONE = "(?:" + "|".join(sorted(WORDS, key=len, reverse=True)) + ")"
_SCALE = r"(?:thousand|million|billion|trillion|crore|lakh)\b"
WORD = (
    rf"(?:(?:(?:{_ONE}|half a|a)\s)?dozen\b"
    rf"|(?:{_ONE}|a)\shundred\b(?:\s(?:and\s)?{_ONE}\b)?"
    rf"|{_ONE}\sand\sa\shalf\b"
    rf"|(?:half a|a)(?=\s{_SCALE})"
    rf"|{_ONE}\b(?![-’'])(?!\s(?:in|out of)\s(?:{_ONE}|\d)))"
)
MAGNITUDE = (
    r"(?:[\s-]?(?:thousand|million|billion|trillion|crore|lakh)\b|\s?(?:bn|mn|tn|trn)\b|[kKmMbBT](?![\w]))"
)


def number(text: str) -> Decimal:
    """The number that `DIGITS` or `WORD` found."""
    if not text[0].isalpha():
        whole = text.replace(",", "").rstrip(f"{''.join(VULGAR)} ")
        return Decimal(whole or 0) + VULGAR.get(text[-1], Decimal(0))
    words = " ".join(text.lower().split())
    if words.endswith(_AND_A_HALF):
        return WORDS[words.removesuffix(_AND_A_HALF)] + Decimal("0.5")
    if words in _PARTS:
        return _PARTS[words]
    for group, size in _GROUPS.items():
        first, found, rest = words.partition(group)
        if found:
            times = first.strip()
            factor = _PARTS.get(times) or Decimal(WORDS.get(times, 1))
            return factor * size + WORDS.get(rest.removeprefix(" and").strip(), 0)
    return Decimal(WORDS[words])


def magnitude(text: str) -> Decimal:
    """The factor that `MAGNITUDE` found; 1 for an empty text."""
    word = re.sub(r"[\s-]", "", text).lower()
    return Decimal(1).scaleb(MAGNITUDES[word]) if word else Decimal(1)
