"""Words beside a figure that limit, hedge or turn it, or make another figure of it; read from the lexicon."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator.language.lexicon import Entry, entries, spelled_out, texts
from generator.quantities.quantity import Bound, Direction
from generator.quantities.units import is_money

FILES = ("figures/bounds", "figures/hedges", "figures/directions", "figures/another")
_MARKS = ",;:()~≈<>≤≥±×√%"
TOKEN = re.compile(rf"\+/-|[^\s{_MARKS}]+?(?=[.!?](?:\s|\Z))|[^\s{_MARKS}]+|[{_MARKS}]")
SIGNS = frozenset("~≈<>≤≥±×√")
"""Signs that need no space before the number."""
_COMPARED = frozenset(("percent", "percentage-points", "times", "share"))
_POINTS = frozenset(("percent", "percentage-points"))


@dataclass(frozen=True, slots=True)
class Cue:
    """What a phrase beside a figure does: a bound, a turn, a hedge, or what one of its flags says."""

    words: tuple[str, ...]
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
    if kind == "counted":
        return unit not in _COMPARED
    return unit in _POINTS if kind == "points" else unit in _COMPARED - _POINTS


def cues(entry: Entry, side: str) -> tuple[Cue, ...]:
    """The cues of one entry of the lexicon `before` or `after` a figure, one a phrase."""
    flags = frozenset(key for key, value in entry.items() if value is True and key != "hedged")
    bound, turn = (
        Bound(str(entry["bound"])) if "bound" in entry else None,
        Direction(str(entry.get("turn", ""))),
    )
    only, exempt = str(entry.get("only", "")), str(entry.get("not", ""))
    phrases = (each for pattern in texts(entry, side) for each in spelled_out(pattern))
    words = [tuple(TOKEN.findall(phrase.lower())) for phrase in phrases]
    words += [(",", *each) for each in words if entry.get("comma")]
    return tuple(Cue(each, bound, turn, bool(entry.get("hedged")), flags, only, exempt) for each in words)


@dataclass(frozen=True, slots=True)
class Table:
    """The cues of one side by their phrases, the lengths of phrases by their word next to the figure, and those for any word."""

    phrases: Mapping[tuple[str, ...], tuple[Cue, ...]]
    lengths: Mapping[str, tuple[int, ...]]
    wild: tuple[Cue, ...]
    signals: frozenset[str]
    """The words without which none of `wild` fits."""


def may_begin(side: str, word: str) -> bool:
    """Whether a phrase may have this word next to the figure."""
    return word in _table(side).lengths


@cache
def _table(side: str) -> Table:
    phrases: dict[tuple[str, ...], tuple[Cue, ...]] = {}
    lengths: dict[str, set[int]] = {}
    for entry in (each for name in FILES for each in entries(name) if not each.get("determiner")):
        for cue in cues(entry, side):
            phrases[cue.words] = (*phrases.get(cue.words, ()), cue)
            lengths.setdefault(cue.words[0 if side == "after" else -1], set()).add(len(cue.words))
    wild = [cue for found in phrases.values() for cue in found if "*" in cue.words]
    sizes = {word: tuple(sorted(each, reverse=True)) for word, each in lengths.items()}
    signals = frozenset(next(word for word in cue.words if word != "*") for cue in wild)
    return Table(phrases, sizes, tuple(sorted(wild, key=lambda cue: -len(cue.words))), signals)


def cue_before(words: Sequence[str], end: int, unit: str, *, without: str = "") -> Cue | None:
    """The cue of the longest phrase that ends before word `end`; none with the flag `without`."""
    known = _table("before")
    for size in known.lengths.get(words[end - 1], ()) if end else ():
        for cue in known.phrases.get(tuple(words[end - size : end]), ()) if size <= end else ():
            if cue.holds(unit) and without not in cue.flags:
                return cue
    if known.signals.isdisjoint(words):
        return None
    fits = (
        cue for cue in known.wild if len(cue.words) <= end and _fits(cue, words[end - len(cue.words) : end])
    )
    return next((cue for cue in fits if cue.holds(unit)), None)


def cue_after(words: Sequence[str], unit: str) -> Cue | None:
    """The cue of the longest phrase that these words begin with; a `#` among them stands for any number."""
    known = _table("after")
    for size in known.lengths.get(words[0], ()) if words else ():
        for cue in known.phrases.get(tuple(words[:size]), ()):
            ends = "ends" not in cue.flags or not words[size:] or not words[size][0].isalnum()
            if ends and cue.holds(unit):
                return cue
    if known.signals.isdisjoint(words):
        return None
    fits = (cue for cue in known.wild if len(cue.words) <= len(words) and _fits(cue, words[: len(cue.words)]))
    return next((cue for cue in fits if cue.holds(unit)), None)


def _fits(cue: Cue, words: Sequence[str]) -> bool:
    return all(known in ("*", word) for known, word in zip(cue.words, words, strict=True))


@cache
def determiners() -> frozenset[str]:
    """What may be between `half of` and the figure."""
    listed = entries("figures/another")
    return frozenset(word for each in listed if each.get("determiner") for word in texts(each, "before"))
