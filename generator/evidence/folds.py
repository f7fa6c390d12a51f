"""What is made alike before texts are compared: shapes that cannot change meaning, and nothing else (design, section 5)."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

_SHAPES: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys("“”„‟«»", ('"', "quotation marks")),
    **dict.fromkeys("‘’‚‛′", ("'", "quotation marks")),
    **dict.fromkeys("‐‑‒–—―", ("-", "dashes")),
    "ﬁ": ("fi", "ligatures"),
    "ﬂ": ("fl", "ligatures"),
    "ﬀ": ("ff", "ligatures"),
    "ﬃ": ("ffi", "ligatures"),
    "ﬄ": ("ffl", "ligatures"),
    "\u00ad": ("", "soft hyphens"),
}


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` after folding; `origin[i]` is where its character `i` came from, `origin[-1]` the original's length."""

    text: str
    origin: tuple[int, ...]


def fold(text: str) -> Folded:
    """Fold `text`; spaces at its ends stay one space."""
    pieces: list[str] = []
    origin: list[int] = []
    for start, cluster in _clusters(text):
        piece = _folded(cluster)
        if piece == " " and pieces and pieces[-1] == " ":
            continue
        pieces.extend(piece)
        origin.extend([start] * len(piece))
    return Folded("".join(pieces), (*origin, len(text)))


def folds_between(one: str, other: str) -> frozenset[str]:
    """The names of the folds that `one` and `other` needed to be alike; both fold to the same text."""
    return frozenset(_kinds(one) ^ _kinds(other)) | _spacing(one, other)


def _clusters(text: str) -> list[tuple[int, str]]:
    """Characters with the combining marks that follow them."""
    clusters: list[tuple[int, str]] = []
    for place, character in enumerate(text):
        if clusters and ord(character) > 0x2FF and unicodedata.combining(character):
            start, before = clusters[-1]
            clusters[-1] = (start, before + character)
        else:
            clusters.append((place, character))
    return clusters


def _folded(cluster: str) -> str:
    if cluster in _SHAPES:
        return _SHAPES[cluster][0]
    if cluster.isspace() or cluster == "\u200b":
        return " "
    return unicodedata.normalize("NFC", cluster) if not cluster.isascii() else cluster


def _kinds(text: str) -> set[str]:
    kinds = {_SHAPES[character][1] for character in text if character in _SHAPES}
    if unicodedata.normalize("NFC", text) != text:
        kinds.add("composition")
    return kinds


def _spacing(one: str, other: str) -> frozenset[str]:
    """Whether the white space of the two differs."""
    spaces = ["".join(each if each.isspace() else "x" for each in text.strip()) for text in (one, other)]
    gaps = [[gap for gap in each.split("x") if gap] for each in spaces]
    return frozenset() if gaps[0] == gaps[1] else frozenset({"spaces"})
