"""Nouns in singular and plural, by the rules of English and the list of what does not follow them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from generator.language.lexicon import entries, texts

_HISSING = ("sses", "shes", "ches", "xes", "zes")


@cache
def _irregular() -> tuple[Mapping[str, str], frozenset[str]]:
    """Singulars by their plurals, and words in -s that are no plural."""
    listed = entries("plurals")
    pairs = {str(each["plural"]): str(each["singular"]) for each in listed if "plural" in each}
    same = {word: word for each in listed for word in texts(each, "same")}
    return {**pairs, **same}, frozenset(word for each in listed for word in texts(each, "no_plural"))


def is_plural(word: str) -> bool:
    """Whether a word, in any case, is the plural of a noun, as far as its form says."""
    small = word.lower().rpartition("-")[2]
    plurals, others = _irregular()
    if small in plurals:
        return True
    return len(small) > 3 and small[-1] == "s" and small[-2] not in "s'’" and small not in others


def singular(phrase: str) -> str:
    """The singular of the last word of a phrase in the plural."""
    head, space, word = phrase.rpartition(" ")
    plurals, _ = _irregular()
    if (one := plurals.get(word.lower())) is not None:
        found = one.capitalize() if word[0].isupper() else one
    elif word.endswith("ies") and len(word) > 4:
        found = f"{word[:-3]}y"
    elif word.endswith(_HISSING):
        found = word[:-2]
    else:
        found = word.removesuffix("s")
    return f"{head}{space}{found}"
