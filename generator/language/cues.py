"""Cues: phrases that change what a clause says, each with its meaning, its side and its reach, found in one pass over tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import cast

from generator.language.lexicon import Entry, entries, spelled_out, texts
from generator.language.tokens import Tokens, tokens

FILES = ("denial", "supposition", "plan", "claim", "beside", "change", "taking-back")
"""The files of cues in a language's folder."""
WILD = "*"
"""Any one word in a phrase; before three letters, any word that ends in them."""
NUMBER = "#"
"""Digits or a currency sign, in what takes a cue's meaning away."""
CURRENCY = "$€£¥₹₩"
_FEW = 3
"""Words that may stand between a figure and a phrase that touches it, if it does not say otherwise; articles are not counted."""


class Reach(StrEnum):
    """How far a cue reaches: over the figure next to it, its own clause, or the whole sentence."""

    TOUCHING = "touching"
    CLAUSE = "clause"
    SENTENCE = "sentence"


class Side(StrEnum):
    """Where a cue stands to what it changes."""

    BEFORE = "before"
    AFTER = "after"
    EITHER = "either"
    BEGINS = "begins"
    """Before it, as the first word of the sentence."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase and what it means; `gap` words may stand between it and a figure that it touches."""

    means: str
    words: tuple[str, ...]
    side: Side
    reach: Reach
    gap: int
    not_after: tuple[tuple[str, ...], ...]
    not_before: tuple[tuple[str, ...], ...]
    ends: frozenset[str]
    """Words that end the reach when they stand between."""
    needs: tuple[str, ...]
    """Beginnings of words of which one has to stand before it in its clause."""
    units: str
    """`times` where only a duration is meant, `amounts` where never one is; empty for anything."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A cue in a text: from its token `first` to before its token `last`."""

    cue: Cue
    first: int
    last: int


def cues_in(text: Tokens) -> Iterator[Seen]:
    """Every cue in a text, in its order; of two of one meaning at the same place the longer one."""
    root, words = _book(), text.words
    for first, word in enumerate(words):
        if word not in root.following:
            continue
        taken: set[tuple[str, Side]] = set()
        for cue in sorted(_ending(root, words, first), key=lambda each: -len(each.words)):
            if (cue.means, cue.side) not in taken and not _annulled(
                words, first, first + len(cue.words), cue
            ):
                taken.add((cue.means, cue.side))
                yield Seen(cue, first, first + len(cue.words))


def _ending(node: _Node, words: Sequence[str], at: int) -> Iterator[Cue]:
    """The cues whose words stand at `at`, below a node of the book."""
    yield from node.cues
    if at < len(words):
        word = words[at]
        for key in (word, WILD, f"{WILD}{word[-3:]}"):
            following = node.following.get(key)
            if following is not None:
                yield from _ending(following, words, at + 1)


def _matches(words: Sequence[str], at: int, phrase: Sequence[str]) -> bool:
    there = words[at : at + len(phrase)]
    return len(there) == len(phrase) and all(
        one == other or (other == NUMBER and (one[0].isdigit() or one[0] in CURRENCY))
        for one, other in zip(there, phrase, strict=True)
    )


def _annulled(words: Sequence[str], first: int, last: int, cue: Cue) -> bool:
    """Whether the words around a cue take its meaning away: `not only`."""
    return any(_matches(words, last, each) for each in cue.not_before) or any(
        first >= len(each) and _matches(words, first - len(each), each) for each in cue.not_after
    )


@dataclass(frozen=True, slots=True)
class _Node:
    """A step in the words of phrases: the cues that end here, and the words that may follow."""

    cues: list[Cue] = field(default_factory=list)
    following: dict[str, _Node] = field(default_factory=dict)


@cache
def _book() -> _Node:
    """All cues by their words, one step a word."""
    root = _Node()
    for entry in cue_entries():
        for cue in _cues(entry):
            node = root
            for word in cue.words:
                node = node.following.setdefault(word, _Node())
            node.cues.append(cue)
    return root


def cue_entries() -> Iterator[Entry]:
    """Every record of the files of cues."""
    for name in FILES:
        yield from entries(f"cues/{name}")


def _cues(entry: Entry) -> Iterator[Cue]:
    phrases = [words for pattern in texts(entry, "phrases") for words in _phrases(pattern)]
    for words in dict.fromkeys(phrases):
        yield Cue(
            str(entry["means"]),
            words,
            Side(str(entry.get("side", "before"))),
            Reach(str(entry.get("reach", "clause"))),
            cast("int", entry.get("gap", _FEW)),
            tuple(each for pattern in texts(entry, "not_after") for each in _phrases(pattern)),
            tuple(each for pattern in texts(entry, "not_before") for each in _phrases(pattern)),
            frozenset(texts(entry, "ends")),
            texts(entry, "needs"),
            str(entry.get("units", "")),
        )


def _phrases(pattern: str) -> tuple[tuple[str, ...], ...]:
    return tuple(_joined(tokens(phrase).words) for phrase in spelled_out(pattern))


def _joined(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a phrase, `*` and the letters behind it as one."""
    return tuple(" ".join(words).replace("* ing", "*ing").split())
