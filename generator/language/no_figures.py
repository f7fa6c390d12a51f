"""Numbers that are no figures: days, months and years, times of day, and numbers in names."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from generator.language.lexicon import LANGUAGE, entries, texts

_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_SHAPES = re.compile(
    r"\d{4}[-./]\d{2}[-./]\d{2}\b|\d{4}-\d{2}\b(?!-)|\d{1,2}/\d{1,2}/\d{2,4}\b|24/7\b|\d{1,2}:\d{2}\b|\d{4}s\b|[1-4]Q\d{2,4}\b"
    r"|\d+(?:st|nd|rd|th)\b|(?:1[89]|20)\d{2}\s?[-–/]\s?(?:(?:1[89]|20)\d{2}|\d{2})(?![\w%])"
)
_LABELLED = re.compile(r"\d{1,9}(?:\.\d{1,9}){0,6}\b")
_DAY_AND_YEAR = re.compile(rf"{_DAY}\b(?:\s?[-–]\s?\d{{1,2}}\b)?(?:,?\s\d{{4}}\b)?|\d{{4}}\b")
_NAME = re.compile(r"[A-Za-z][\w.-]*-\Z")
_NAME_END = re.compile(r"[\w.-]*\w")
_WORD_BEFORE = re.compile(r"([A-Za-zÀ-ɏ]+|Q[1-4])\.?\s?\Z")


@cache
def no_figures(kind: str) -> frozenset[str]:
    """The words of one kind beside numbers that are no figures."""
    return frozenset(
        word
        for each in entries("figures/no_figures")
        if each["kind"] == kind
        for word in texts(each, "words")
    )


@cache
def months() -> frozenset[str]:
    """The names of the months in small letters, whole and short."""
    forms = Locale.parse(LANGUAGE).months["format"]
    return frozenset(name.lower() for form in ("wide", "abbreviated") for name in forms[form].values()) | {
        "sept"
    }


@cache
def month_pattern() -> str:
    """A pattern of the names of the months, the longest first."""
    return f"(?:{'|'.join(sorted(months(), key=len, reverse=True))})"


@cache
def _before_month() -> re.Pattern[str]:
    return re.compile(
        rf"{_DAY}(?:\s(?:to|and)\s\d{{1,2}}|\s?[-–]\s?\d{{1,2}})?\s{month_pattern()}\b\.?(?:,?\s\d{{4}}\b)?"
    )


@cache
def _scaled() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{'|'.join(sorted(no_figures('scaled')))})\b|\s?%")


def no_figure_at(text: str, lower: str, at: int) -> int:  # noqa: PLR0911
    """Where something ends that begins at the digit `at` and is a date or a name; 0 where it may be a figure."""
    if found := _SHAPES.match(text, at) or _before_month().match(lower, at):
        return found.end()
    before = text[at - 1] if at else ""
    if before == "-" and (name := _NAME.search(text[max(0, at - 60) : at])) and not _after_sign(name[0]):
        end = _NAME_END.match(text, at)
        return end.end() if end and not _scaled().match(lower, end.end()) else 0
    if before not in (" ", ".") or not (word := _WORD_BEFORE.search(text[max(0, at - 14) : at])):
        return 0
    if word[1].lower() in months() and word[1][0].isupper() and (found := _DAY_AND_YEAR.match(text, at)):
        return found.end()
    if word[1] in no_figures("fiscal") and re.match(r"\d{4}\b", text[at : at + 5]):
        return at + 4
    if word[1] in no_figures("labels") and (found := _LABELLED.match(text, at)):
        return found.end() if not _scaled().match(lower, found.end()) else 0
    return 0


def _after_sign(name: str) -> bool:
    """Whether a word with a hyphen only joins something to a number: `sub-$5 million`."""
    return name.rstrip("-").lower() in no_figures("joined-prefixes")
