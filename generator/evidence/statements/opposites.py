"""Whether our sentence says the opposite, or has two names the other way round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from generator.evidence.case import Case
from generator.evidence.passage import Passage
from generator.evidence.statements.words import words_of
from generator.language.lexicon import entries, texts
from generator.language.tokens import tokens

_BEGINNING = 3
"""Letters by which words are looked up."""
_WAYS = {"from": "to", "to": "from"}


def turns_round(case: Case) -> str:
    """One word of a pair of opposites in our sentence, where the passage has only the other."""
    ours, theirs = _sides(case.statement.tokens.words), _sides(_near(case))
    for (pair, side), here in ours.items():
        other = (pair, not side)
        if other in theirs and (pair, side) not in theirs and other not in ours:
            return f"says “{here}”, its quote says “{theirs[other]}”"
    return ""


def _sides(words: Sequence[str]) -> dict[tuple[int, bool], str]:
    """The sides of pairs of opposites that a sentence has, and the words that say so."""
    found: dict[tuple[int, bool], str] = {}
    for index, word in enumerate(words):
        for phrase, pair, side in _opposites().get(word[:_BEGINNING], ()):
            there = words[index : index + len(phrase)]
            if len(there) == len(phrase) and all(map(str.startswith, there, phrase)):
                found.setdefault((pair, side), " ".join(there))
    return found


def _near(case: Case) -> Sequence[str]:
    """The words of the figure's own clause; all of the passage where there is no figure."""
    if case.figure is None:
        return case.passage.tokens.words
    return words_of(case.passage, case.passage.clause_at(case.figure.start))


@cache
def _opposites() -> Mapping[str, Sequence[tuple[tuple[str, ...], int, bool]]]:
    """By their first letters: the phrases of opposites, the number of the pair, and on which side each stands."""
    found: dict[str, list[tuple[tuple[str, ...], int, bool]]] = {}
    for pair, entry in enumerate(entries("opposites")):
        for side in (True, False):
            for phrase in texts(entry, "one" if side else "other"):
                words = tokens(phrase).words
                found.setdefault(words[0][:_BEGINNING], []).append((words, pair, side))
    return found


def swaps(case: Case) -> str:
    """Names that our sentence has the other way round: `from A to B` for `from B to A`."""
    ours, theirs = _ways(case.statement), _ways(case.passage)
    for way, names in ours.items():
        other = theirs.get(_WAYS[way], frozenset())
        if names & other and not names & theirs.get(way, frozenset()):
            return f"has “{way} {case.ledger.name(min(names & other))}”, its quote has “{_WAYS[way]}”"
    return ""


def _ways(passage: Passage) -> dict[str, frozenset[str]]:
    """The names that stand right behind `from` and `to`."""
    found: dict[str, frozenset[str]] = {}
    for each in passage.names:
        index = passage.tokens.from_offset(each.start) - 1
        word = passage.tokens.words[index] if index >= 0 else ""
        if word in _WAYS:
            found[word] = found.get(word, frozenset()) | set(each.entities)
    return found
