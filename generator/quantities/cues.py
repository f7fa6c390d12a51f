"""Words beside a figure that limit, hedge or turn it, or make another figure of it; read from the lexicon."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator.language.lexicon import Entry, entries, spelled_out, texts
from generator.quantities.quantity import Bound, Direction
from generator.quantities.units import is_money

FILES = ("figures/bounds", "figures/hedges", "figures/turns", "figures/another")
_MARKS = ",;:()~≈<>≤≥±×√%"
TOKEN = re.compile(rf"\+/-|[^\s{_MARKS}.!?]+(?:[.!?]+(?!\s|\Z)[^\s{_MARKS}.!?]*)*|[{_MARKS}.!?]")
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
    """The cues of one entry of the lexicon `before` or `after` a figure, one a phrase, their words from the figure on."""
    flags = frozenset(key for key, value in entry.items() if value is True and key != "hedged")
    bound, turn = (
        Bound(str(entry["bound"])) if "bound" in entry else None,
        Direction(str(entry.get("turn", ""))),
    )
    only, exempt = str(entry.get("only", "")), str(entry.get("not", ""))
    phrases = (each for pattern in texts(entry, side) for each in spelled_out(pattern))
    words = [tuple(TOKEN.findall(phrase.lower())[:: 1 if side == "after" else -1]) for phrase in phrases]
    words += [(",", *each) for each in words if entry.get("comma")]
    return tuple(Cue(each, bound, turn, bool(entry.get("hedged")), flags, only, exempt) for each in words)


@dataclass(frozen=True, slots=True)
class Table:
    """The cues of one side by their words from the figure on, and how long phrases are by their first word."""

    phrases: Mapping[tuple[str, ...], tuple[Cue, ...]]
    lengths: Mapping[str, tuple[int, ...]]
    wild: tuple[Cue, ...]
    """Those with a `*`, which stands for any word; none of them fits without a word of `signals`."""
    signals: frozenset[str]


@cache
def _table(side: str) -> Table:
    phrases: dict[tuple[str, ...], tuple[Cue, ...]] = {}
    lengths: dict[str, set[int]] = {}
    for entry in (each for name in FILES for each in entries(name) if not each.get("determiner")):
        for cue in cues(entry, side):
            phrases[cue.words] = (*phrases.get(cue.words, ()), cue)
            lengths.setdefault(cue.words[0], set()).add(len(cue.words))
    wild = [cue for found in phrases.values() for cue in found if "*" in cue.words]
    signals = frozenset(next(word for word in cue.words if word.isalpha()) for cue in wild)
    sizes = {word: tuple(sorted(each, reverse=True)) for word, each in lengths.items()}
    return Table(phrases, sizes, tuple(sorted(wild, key=lambda cue: -len(cue.words))), signals)


def may_begin(side: str, word: str) -> bool:
    """Whether a phrase may have this word next to the figure."""
    return word in _table(side).lengths


def cue_in(side: str, words: Sequence[str], unit: str, *, without: str = "") -> Cue | None:
    """The cue of the longest phrase that these words begin with, which go from the figure on; none with the flag `without`.

    A `#` among the words stands for any number.
    """
    known = _table(side)
    for size in known.lengths.get(words[0], ()) if words else ():
        for cue in known.phrases.get(tuple(words[:size]), ()):
            ends = "ends" not in cue.flags or not words[size:] or not words[size][0].isalnum()
            if ends and cue.holds(unit) and without not in cue.flags:
                return cue
    wild = () if known.signals.isdisjoint(words) else known.wild
    fits = (cue for cue in wild if len(cue.words) <= len(words) and _fits(cue, words))
    return next((cue for cue in fits if cue.holds(unit)), None)


def _fits(cue: Cue, words: Sequence[str]) -> bool:
    return all(known in ("*", word) for known, word in zip(cue.words, words, strict=False))


@cache
def determiners() -> frozenset[str]:
    """What may be between `half of` and the figure."""
    listed = entries("figures/another")
    return frozenset(word for each in listed if each.get("determiner") for word in texts(each, "before"))
