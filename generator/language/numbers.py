"""Numbers in digits and in words, and the words that scale them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from generator.language.characters import VULGAR
from generator.language.lexicon import entries, spelled_out, texts


@cache
def kinds(kind: str, key: str = "words") -> tuple[str, ...]:
    """The words of one kind in the list of numbers, braces spelled out."""
    found = (word for each in entries("figures/numbers") if each["kind"] == kind for word in texts(each, key))
    return tuple(each for word in found for each in spelled_out(word))


_ONES, _TENS = kinds("ones"), kinds("tens")
WORDS: Mapping[str, int] = {
    **{word: value for value, word in enumerate(_ONES, start=1)},
    **{word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)},
    **{f"{ten}-{one}": 20 + 10 * tens + ones for tens, ten in enumerate(_TENS) for ones, one in enumerate(_ONES[:9], start=1)},
}  # fmt: skip
"""Number words up to ninety-nine."""
PARTS: Mapping[str, int] = {word: value for value, word in enumerate(kinds("parts"), start=2)}
FEW: Mapping[str, int] = {"a": 1, **{word: value for word, value in WORDS.items() if value < 10}}
_POWERS = {
    word: int(str(entry["power"]))
    for entry in entries("figures/numbers")
    if entry["kind"] == "magnitude"
    for word in (*texts(entry, "words"), *texts(entry, "short"), *texts(entry, "touching"))
}
SCALES = kinds("magnitude")
_SHORT, _TOUCHING, _FULL = (
    frozenset(kinds("magnitude", "short")),
    frozenset(kinds("magnitude", "touching")),
    frozenset(SCALES),
)
UNREAD = frozenset(kinds("unread"))
_SOME = {"a": "1", "half a": "0.5", "half": "0.5", "a half": "0.5", "quarter": "0.25", "a quarter": "0.25"}
"""What is a number only right before a group or a magnitude."""
_GROUPS: Mapping[str, int] = {"dozen": 12, "hundred": 100}
STARTING = frozenset((*WORDS, *PARTS, *(f"{each}s" for each in PARTS), "dozen", *kinds("multiples")))
"""The words that a number begins with, but for `a`."""
COUNTING = STARTING | {*_GROUPS, *SCALES}
"""Without such a word or a digit a text holds no figure."""

_SCALE = rf"(?:{'|'.join(SCALES)})\b"
_VULGAR = f"[{''.join(VULGAR)}]"
_SOLIDUS = r"(?:1/[23458]|2/[35]|3/[458]|4/5|5/8|7/8)(?![/\d])"
_GROUPED = r"(?:,[0-9]{3}){1,9}|(?:['’][0-9]{3}){1,9}(?!\d)|(?:\s[0-9]{3}){1,9}(?!\d)"
_WHOLE = rf"(?:[0-9]{{1,3}}(?:{_GROUPED})|[0-9]{{1,30}})"
_POINT = r"(?:\.[0-9]{1,30})?e[+-]?[0-9]{1,2}(?!\w)|\.[0-9]{1,30}"
_HALF = r"[\s-]and[\s-]a[\s-]half\b"
DIGITS = re.compile(
    rf"{_SOLIDUS}(?=[\s-]{_SCALE})|{_WHOLE}(?:{_POINT}|\s?{_VULGAR}|[\s-]{_SOLIDUS}|{_HALF})?|{_VULGAR}", re.I
)
ONE = rf"(?:(?:{'|'.join(_TENS)})\s(?:{'|'.join(_ONES[:9])})\b|{'|'.join(sorted(WORDS, key=len, reverse=True))})"
"""A number word up to ninety-nine, with or without its hyphen."""
WORD = re.compile(
    rf"(?:(?:{ONE}|half a|a)\s)?dozen\b|(?:{ONE}|a)[\s-]hundred\b(?:\s(?:and\s)?{ONE}\b)?|{ONE}{_HALF}"
    rf"|(?:half a|a half|half|a quarter|quarter|a)(?=[\s-]{_SCALE})"
    rf"|{ONE}\b(?![’'])(?!\s(?:in|out of)\s(?:{ONE}|\d))"
)
"""A number in words, in a text in small letters."""
_MAGNITUDE = re.compile(r"([\s-]?)([A-Za-zÀ-ɏ]+)")
_WORDS, _SEPARATE = re.compile(r"[a-z]+"), re.compile(r"(?<![\w-])[a-z]+")
_A_SCALE = re.compile(rf"\b(?:a|half)[\s-](?:hundred|{'|'.join(SCALES)})")
_HALVES = re.compile(rf"{_HALF}\Z", re.I)


def number(text: str) -> Decimal:
    """The number that `DIGITS` or `WORD` found."""
    text, halves = _HALVES.subn("", text)
    added = Decimal("0.5") if halves else Decimal(0)
    if not text[0].isalpha():
        return _in_digits(text) + added
    words = " ".join(text.lower().split())
    if words in _SOME:
        return Decimal(_SOME[words])
    for group, size in _GROUPS.items():
        first, found, rest = words.partition(group)
        if found:
            times = first.strip(" -")
            factor = Decimal(_SOME[times]) if times in _SOME else Decimal(_spelled(times or "one"))
            rest = rest.strip().removeprefix("and ")
            return factor * size + (_spelled(rest) if rest else 0)
    return _spelled(words) + added


def _spelled(words: str) -> int:
    return WORDS[words] if words in WORDS else WORDS[words.replace(" ", "-")]


def _in_digits(text: str) -> Decimal:
    """Digits with marks of thousands, an exponent or a fraction."""
    if (bare := text.replace(",", "")).isdigit() and bare.isascii():
        return Decimal(bare)
    if solidus := re.fullmatch(r"(?:(.*)[\s-])?([0-9])/([0-9])", text):
        whole, top, bottom = solidus.groups()
        return _in_digits(whole or "0") + Decimal(top) / Decimal(bottom)
    fraction = VULGAR.get(text[-1], Decimal(0))
    plain = text.rstrip("".join(VULGAR)) if fraction else text
    for mark in ",'’ \u00a0\u202f\u2009\t":
        plain = plain.replace(mark, "")
    return Decimal("".join(plain.split()) or 0) + fraction


def magnitude(text: str, at: int) -> tuple[Decimal, int] | None:
    """What a word or letter right behind a number multiplies it by, and where it ends."""
    found = _MAGNITUDE.match(text, at)
    if found is None:
        return None
    word, small = found[2], found[2].lower()
    full = small.removesuffix("s") if small.removesuffix("s") in _FULL else ""
    if not full and not (small in _SHORT and found[1] != "-") and not (word in _TOUCHING and not found[1]):
        return None
    if text[found.end() : found.end() + 1] in (
        ("²", "³") if word in _TOUCHING and not found[1] else tuple("0123456789")
    ):
        return None
    return Decimal(1).scaleb(_POWERS[full or (small if small in _SHORT else word)]), found.end()


def starts(small: str) -> list[int]:
    """Where a number or a fraction in words may begin in a text in small letters."""
    if STARTING.isdisjoint(_WORDS.findall(small)) and "fold" not in small and not _A_SCALE.search(small):
        return []
    found = _SEPARATE.finditer(small)
    return [
        each.start() for each in found if each[0] in STARTING or each[0] == "a" or each[0].endswith("fold")
    ]


def counts(lower: str) -> bool:
    """Whether a text in small letters holds a word that is a number or makes one."""
    return not COUNTING.isdisjoint(_WORDS.findall(lower)) or "fold" in lower
