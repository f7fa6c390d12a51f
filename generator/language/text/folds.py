"""What is made alike before texts are compared: shapes that cannot change meaning, and nothing else."""

from __future__ import annotations

import re
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
    **dict.fromkeys("\u00ad\u200b\u2060\ufeff", ("", "soft hyphens")),
}

_COMBINING = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_RUNS = re.compile(
    rf"(?P<plain>(?:[!-~](?!{_COMBINING}))+|(?<=\d)[\u00ad\u200b\u2060\ufeff]+(?=\d))|.{_COMBINING}*",
    re.DOTALL,
)
"""What stays as it is, runs of plain characters and what stands unseen inside a number; and single characters with
the marks that belong to them."""


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` after folding; `origin[i]` is where its character `i` came from, `origin[-1]` the original's length."""

    text: str
    origin: tuple[int, ...]


def fold(text: str) -> Folded:
    """Fold `text`; spaces at its ends stay one space."""
    pieces: list[str] = []
    origin: list[int] = []
    spaced = False
    for found in _RUNS.finditer(text):
        piece = found[0] if found["plain"] else _folded(found[0])
        if spaced and piece == " ":
            continue
        spaced = piece == " " or (spaced and not piece)
        pieces.append(piece)
        origin.extend(range(found.start(), found.end()) if found["plain"] else [found.start()] * len(piece))
    return Folded("".join(pieces), (*origin, len(text)))


def folds_between(one: str, other: str) -> frozenset[str]:
    """The names of the folds that `one` and `other` needed to be alike; both fold to the same text."""
    return frozenset(_kinds(one) ^ _kinds(other)) | _spacing(one, other)


def _folded(cluster: str) -> str:
    if cluster in _SHAPES:
        return _SHAPES[cluster][0]
    if cluster.isspace():
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
