"""The words of two sentences as they are compared: what they begin with, and those of one clause."""

from __future__ import annotations

from collections.abc import Iterable

from generator.evidence.passage import Passage

STEM = 4
"""Letters by which words are the same in another form, and by which they are more than `the` and `of`."""


def content(words: Iterable[str]) -> set[str]:
    """The beginnings of the words that are more than `the` and `of`."""
    return {word[:STEM] for word in words if len(word) >= STEM}


def words_of(passage: Passage, clause: int) -> list[str]:
    """The words of one clause."""
    return [
        word
        for word, owner in zip(passage.tokens.words, passage.clauses.owner, strict=True)
        if owner == clause
    ]
