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
_PARTS: Mapping[str, Decimal] = {
    "a": Decimal(1), "half a": Decimal("0.5"), "half": Decimal("0.5"), "a half": Decimal("0.5"),
    "quarter": Decimal("0.25"), "a quarter": Decimal("0.25"),
}  # fmt: skip
"""What stands for a number only right before a group or a magnitude."""
_AND_A_HALF = re.compile(r"\sand\sa\shalf\Z")

MAGNITUDES: Mapping[str, int] = {
    "k": 3,
    "thousand": 3,
    "lakh": 5,
    "m": 6,
    "mn": 6,
    "mln": 6,
    "million": 6,
    "crore": 7,
    "b": 9,
    "bn": 9,
    "bln": 9,
    "billion": 9,
    "t": 12,
    "tn": 12,
    "trn": 12,
    "trillion": 12,
}
"""Words and letters after a number, and the power of ten they stand for."""

_SCALE = r"(?:thousand|million|billion|trillion|crore|lakh)\b"
_VULGAR = f"[{''.join(VULGAR)}]"
_SOLIDUS = r"(?:1/[23458]|2/[35]|3/[458]|4/5|5/8|7/8)(?![/\d])"
_WHOLE = (
    r"(?:[0-9]{1,3}(?:(?:,[0-9]{3}){1,9}|(?:['’][0-9]{3}){1,9}(?!\d)|(?:\s[0-9]{3}){1,9}(?!\d))|[0-9]{1,30})"
)
"""Thousands are marked by commas, apostrophes or spaces (ISO 80000-1, 7.3.1)."""
_EXPONENT = r"e[+-]?[0-9]{1,2}(?!\w)"
DIGITS = (
    rf"(?:{_SOLIDUS}(?=[\s-]{_SCALE})"
    rf"|{_WHOLE}(?:(?:\.[0-9]{{1,30}})?{_EXPONENT}|\.[0-9]{{1,30}}|\s?{_VULGAR}|[\s-]{_SOLIDUS}|\sand\sa\shalf\b)?"
    rf"|{_VULGAR})"
)
_TEN = "|".join(_TENS)
ONE = rf"(?:(?:{_TEN})\s{{1,3}}(?:{'|'.join(_ONES[:9])})\b|{'|'.join(sorted(WORDS, key=len, reverse=True))})"
"""A number word up to ninety-nine, with or without its hyphen."""
WORD = (
    rf"(?:(?:(?:{ONE}|half a|a)\s)?dozen\b"
    rf"|(?:{ONE}|a)[\s-]hundred\b(?:\s(?:and\s)?{ONE}\b)?"
    rf"|{ONE}\sand\sa\shalf\b"
    rf"|(?:half a|a half|half|a quarter|quarter|a)(?=[\s-]{_SCALE})"
    rf"|{ONE}\b(?![-’'])(?!\s(?:in|out of)\s(?:{ONE}|\d)))"
)
MAGNITUDE = r"(?:[\s-]?(?:thousand|million|billion|trillion|crore|lakh)s?\b|\s?(?:bn|bln|mn|mln|tn|trn)\b|[kKmMbBT](?![\w]))"


def number(text: str) -> Decimal:
    """The number that `DIGITS` or `WORD` found."""
    text, halves = _AND_A_HALF.subn("", text)
    added = Decimal("0.5") if halves else Decimal(0)
    if not text[0].isalpha():
        return _in_digits(text) + added
    words = _hyphenated(text)
    if words in _PARTS:
        return _PARTS[words]
    for group, size in _GROUPS.items():
        first, found, rest = words.partition(group)
        if found:
            times = first.strip(" -")
            factor = _PARTS.get(times) or Decimal(WORDS.get(times, 1))
            return factor * size + WORDS.get(rest.removeprefix(" and").strip(), 0)
    return WORDS[words] + added


def _in_digits(text: str) -> Decimal:
    """Digits with marks of thousands, an exponent or a fraction."""
    if solidus := re.fullmatch(r"(?:(.*)[\s-])?([0-9])/([0-9])", text):
        whole, top, bottom = solidus.groups()
        return _in_digits(whole or "0") + Decimal(top) / Decimal(bottom)
    fraction = VULGAR.get(text[-1], Decimal(0))
    whole = re.sub(r"[,'’\s]", "", text.rstrip("".join(VULGAR)))
    return Decimal(whole or 0) + fraction


def _hyphenated(text: str) -> str:
    """Number words in small letters, a ten and its one joined as in `twenty-five`."""
    words = " ".join(text.lower().split())
    return re.sub(rf"\b({_TEN}) ({'|'.join(_ONES[:9])})\b", r"\1-\2", words)


def magnitude(text: str) -> Decimal:
    """The factor that `MAGNITUDE` found; 1 for an empty text."""
    word = re.sub(r"[\s-]", "", text).lower().removesuffix("s")
    return Decimal(1).scaleb(MAGNITUDES[word]) if word else Decimal(1)
