"""Words beside a figure that limit, hedge or turn it, or make another figure of it; read from the lexicon."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator.language.lexicon import Entry, entries, spelled_out, texts
from generator.quantities.numbers import WORDS
from generator.quantities.quantity import Bound, Direction
from generator.quantities.units import is_money

FILES = ("figures/bounds", "figures/hedges", "figures/turns", "figures/another")
_MARKS = ",;:()~≈<>≤≥±×√%"
TOKEN = re.compile(rf"\+/-|[^\s{_MARKS}]+?(?=[.!?](?:\s|\Z))|[^\s{_MARKS}]+|[{_MARKS}]")
SIGNS = frozenset("~≈<>≤≥±×√")
"""Signs that need no space before the number."""
_LONGEST = 6
_NUMERAL = re.compile(r"[$€£¥₹]?\d")


@dataclass(frozen=True, slots=True)
class Cue:
    """What a phrase beside a figure does."""

    bound: Bound | None
    turn: Direction
    hedged: bool
    flags: frozenset[str]
    """`sign`, `loss`, `range`, `filler`, `inner`, `stop`, `another`, `determiners`, `ends`."""
    only: str
    exempt: str

    def holds(self, unit: str) -> bool:
        """Whether it says something of figures in this unit."""
        return (not self.only or _is(unit, self.only)) and not (self.exempt and _is(unit, self.exempt))


def _is(unit: str, kind: str) -> bool:
    if kind == "money":
        return is_money(unit)
    compared = unit in ("percent", "percentage-points", "times", "share")
    groups = {"percent": unit == "percent", "counted": not compared, "parts": unit in ("share", "times")}
    return groups.get(kind, unit in ("percent", "percentage-points"))


def cue(entry: Entry) -> Cue:
    """The cue of one entry of the lexicon."""
    bound = Bound(str(entry["bound"])) if "bound" in entry else None
    flags = frozenset(key for key, value in entry.items() if value is True and key != "hedged")
    turn = Direction(str(entry.get("turn", "")))
    return Cue(
        bound, turn, bool(entry.get("hedged")), flags, str(entry.get("only", "")), str(entry.get("not", ""))
    )


@cache
def table(side: str) -> Mapping[str, tuple[Cue, ...]]:
    """The cues by their phrases, words joined by single spaces, `before` or `after` a figure."""
    found: dict[str, tuple[Cue, ...]] = {}
    for entry in (each for name in FILES for each in entries(name) if not each.get("determiner")):
        for phrase in (each for pattern in texts(entry, side) for each in spelled_out(pattern)):
            key = (
                " ".join(TOKEN.findall(phrase.lower())) if "*" not in phrase and "#" not in phrase else phrase
            )
            for name in (key, *((f", {key}",) if entry.get("comma") else ())):
                found[name] = (*found.get(name, ()), cue(entry))
    return found


@cache
def _lengths(side: str) -> tuple[int, ...]:
    return tuple(sorted({len(phrase.split()) for phrase in table(side)}, reverse=True))


def cue_before(words: Sequence[str], end: int, unit: str, *, without: str = "") -> tuple[Cue, int] | None:
    """The cue of the longest phrase that ends before word `end`, and how many words it has; none with the flag `without`."""
    known = table("before")
    for length in _lengths("before"):
        if length > end:
            continue
        phrase = words[end - length : end]
        for key in _keys(phrase):
            for each in known.get(key, ()):
                if each.holds(unit) and without not in each.flags:
                    return each, length
    return None


def cue_after(words: Sequence[str], unit: str) -> tuple[Cue, int] | None:
    """The cue of the longest phrase that these words begin with, and how many it has."""
    known = table("after")
    words = ["#" if _NUMERAL.match(word) or WORDS.get(word, 1) > 1 else word for word in words[:_LONGEST]]
    for length in _lengths("after"):
        if length > len(words):
            continue
        for key in _keys(words[:length]):
            for each in known.get(key, ()):
                if each.holds(unit) and (
                    "ends" not in each.flags or not words[length:] or not words[length][0].isalnum()
                ):
                    return each, length
    return None


def _keys(words: Sequence[str]) -> tuple[str, ...]:
    """A phrase as it stands, and with any word in its first, second or last place."""
    whole = " ".join(words)
    if len(words) < 2 or (not words[-1][0].isalnum() and words[-1] != ","):
        return (whole,)
    if words[-1] == ",":
        return (whole, f"{' '.join(words[:-2])} * ,") if len(words) == 3 else (whole,)
    first = " ".join(words[:-1])
    return (
        (whole, f"{first} *", f"* {' '.join(words[1:])}", f"{words[0]} * *") if len(words) < 4 else (whole,)
    )


@cache
def determiners() -> frozenset[str]:
    """What may be between `half of` and the figure."""
    return frozenset(
        word for each in entries("figures/another") if each.get("determiner") for word in texts(each, "before")
    )
