"""A passage read once: a sentence of a source or of our own, with its clauses, figures, dates, names and cues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.evidence.cells import figures_of_cells
from generator.evidence.dating import Told, dates_in
from generator.evidence.naming import Named, Names
from generator.language.clauses import ClauseKind, Clauses, clauses, is_finite
from generator.language.cues import Reach, Seen, Side, cues_in
from generator.language.text.block import Cell
from generator.language.tokens import Tokens, tokens
from generator.model.dates import EdtfDate
from generator.model.entity import Entity
from generator.quantities import Found, Reading, quantities_in, read_quantity

TIMES = frozenset({"years", "months", "weeks", "days", "hours", "minutes", "seconds"})
_ARTICLES = frozenset(
    {
        "a",
        "an",
        "the",
        "its",
        "their",
        "his",
        "her",
        "this",
        "only",
        "just",
        "some",
        "our",
        "(",
        "€",
        "$",
        "£",
    }
)
"""What may stand between a figure and a cue that touches it without being counted."""
_RELATIVE = frozenset({"which", "who", "whose", "where", "when"})
_PAST = frozenset({"past", "last", "all"})
_SHORT = 3
"""Characters between a comma and the name that is an apposition."""


PLAIN = Reading()
"""How figures are read where no metric says anything of them."""


@dataclass(frozen=True)
class Passage:
    """One sentence, table row or list item; all places are offsets into `text`, which begins at `start` in its source.

    `cells` are those of a table row, as offsets into the source. Its figures are read as `reading` says, which a metric gives.
    """

    text: str
    start: int
    dates: tuple[Told, ...]
    names: tuple[Named, ...]
    cells: tuple[Cell, ...] = ()
    issued: EdtfDate | None = None
    reading: Reading = PLAIN
    _kin: dict[Reading, Passage] = field(default_factory=dict, compare=False, repr=False)

    def read_as(self, reading: Reading) -> Passage:
        """The same passage with its figures read as another metric says."""
        if reading == self.reading:
            return self
        if reading not in self._kin:
            other = replace(self, reading=reading)
            shared = ("tokens", "clauses", "cues")
            other.__dict__.update({name: self.__dict__[name] for name in shared if name in self.__dict__})
            self._kin[reading] = other
        return self._kin[reading]

    @cached_property
    def figures(self) -> tuple[Found, ...]:
        """Every figure; in a table row those of each cell, with what the head of its column says of them."""
        if not self.cells:
            return quantities_in(self.text, self.reading)
        return tuple(figures_of_cells(self.text, self.start, self.cells, self.reading))

    @property
    def end(self) -> int:
        """Where it ends in its source."""
        return self.start + len(self.text)

    @cached_property
    def tokens(self) -> Tokens:
        """The words and marks."""
        return tokens(self.text)

    @cached_property
    def clauses(self) -> Clauses:
        """Which words belong together."""
        return clauses(self.tokens)

    @cached_property
    def cues(self) -> tuple[Seen, ...]:
        """What changes the sense of a clause or a figure; what belongs to a date or a name (`May`) is no cue."""
        read = self.tokens
        read_already: tuple[Told | Named, ...] = (*self.dates, *self.names)
        taken = [(each.start, each.end) for each in read_already]
        return tuple(
            seen
            for seen in cues_in(read)
            if not any(
                start <= read.starts[seen.first] and read.ends[seen.last - 1] <= end for start, end in taken
            )
        )

    def cell_at(self, offset: int) -> Cell | None:
        """The cell of a table row that holds the character at `offset`; None where this is no row."""
        return next(
            (each for each in self.cells if each.start - self.start <= offset <= each.end - self.start), None
        )

    @property
    def is_question(self) -> bool:
        """Whether it only asks."""
        return self.text.rstrip(" \"”’')]").endswith("?")

    def clause_at(self, offset: int) -> int:
        """The clause in which the character at `offset` stands."""
        owner = self.clauses.owner
        return owner[min(self.tokens.from_offset(offset), len(owner) - 1)] if owner else 0

    def words(self, seen: Seen) -> str:
        """The words of a cue as they stand here."""
        read = self.tokens
        return self.text[read.starts[seen.first] : read.ends[seen.last - 1]].strip(" ,.;")

    def meanings(self, figure: Found) -> dict[str, str]:
        """What the cues say of a figure: the meaning, and the words that carry it."""
        first, last = self._span(figure)
        found: dict[str, str] = {}
        for seen in self.cues:
            if seen.cue.means not in found and self._concerns(seen, figure, first, last):
                found[seen.cue.means] = self.words(seen)
        if words := self._whole_of(first):
            found["a whole"] = words
        if "conditional" not in found and (words := self._condition(first)):
            found["conditional"] = words
        return found

    def _whole_of(self, first: int) -> str:
        """The words before a whole of which a part is given: `112 of the 240 seats`, `Of the 240 seats it won 112`."""
        words, at = self.tokens.words, first - 1
        while at > 0 and words[at] in _ARTICLES | _PAST:
            at -= 1
        if at >= 0 and words[at] == "of" and (at == 0 or words[at - 1] in ",;"):
            return self.text[self.tokens.starts[at] : self.tokens.ends[first - 1]]
        if at < 1 or words[at] != "of" or read_quantity(f"{words[at - 1]} ships") is None:
            return ""
        return self.text[self.tokens.starts[at - 1] : self.tokens.ends[at]]

    def governed(self, offset: int, means: Sequence[str]) -> Iterator[Seen]:
        """The cues before `offset` that govern what stands there."""
        first = min(self.tokens.from_offset(offset), len(self.tokens.words) - 1)
        for seen in self.cues:
            before = seen.cue.side is not Side.AFTER and seen.last <= first
            if (
                seen.cue.means in means
                and before
                and (seen.cue.reach is Reach.SENTENCE or self._in_reach(seen, first))
            ):
                yield seen

    def _span(self, figure: Found) -> tuple[int, int]:
        """The first token of a figure, and the one behind its last."""
        return self.tokens.from_offset(figure.start), self.tokens.from_offset(figure.end - 1) + 1

    def _concerns(self, seen: Seen, figure: Found, first: int, last: int) -> bool:
        cue = seen.cue
        if cue.units and (cue.units == "times") != (figure.quantity.unit in TIMES):
            return False
        if seen.first >= first and seen.last <= last:  # the verb that a figure is read with, such as `rose`
            return seen.first == first and cue.reach is Reach.TOUCHING and cue.side is Side.BEFORE
        if not self._is_beside(seen, first, last):
            return False
        if cue.reach is Reach.TOUCHING:
            return self._touches(seen, first, last)
        if cue.reach is Reach.SENTENCE:
            return ";" not in self.tokens.words[min(seen.first, first) : max(seen.first, first)]
        return self._in_reach(seen, first)

    def _is_beside(self, seen: Seen, first: int, last: int) -> bool:
        """Whether a cue stands on its side of the figure."""
        before, after = seen.last <= first, seen.first >= last
        if seen.cue.side is Side.BEGINS:
            return seen.first == 0 and before and self.text.lstrip('"“‘(')[:1].isupper()
        return {Side.BEFORE: before, Side.AFTER: after}.get(seen.cue.side, before or after)

    def _touches(self, seen: Seen, first: int, last: int) -> bool:
        between = range(seen.last, first) if seen.last <= first else range(last, seen.first)
        if not between and seen.last > first and seen.first < last:
            return False
        owner, words = self.clauses.owner, self.tokens.words
        own = owner[min(first, last - 1)]
        if any(
            owner[index] != own or words[index] in ",;:" or words[index] in seen.cue.ends for index in between
        ):
            return False
        if between and self._holds_figure(between.start, between.stop):
            return False
        if seen.cue.needs and not any(
            words[index].startswith(seen.cue.needs) for index in range(seen.first) if owner[index] == own
        ):
            return False
        return sum(words[index] not in _ARTICLES for index in between) <= seen.cue.gap

    def _holds_figure(self, first: int, last: int) -> bool:
        """Whether a figure stands between two tokens: what touches that one does not touch the next."""
        start, end = self.tokens.starts[first], self.tokens.ends[last - 1]
        return any(each.start < end and each.end > start for each in self.figures)

    def has_verb(self, clause: int) -> bool:
        """Whether a clause has a finite verb, and so says something of its own."""
        opening = self.tokens.words[self.clauses.all[clause].first + 1 :][:1]
        if opening and opening[0] in _RELATIVE:
            return True
        read = zip(self.tokens.words, self.clauses.owner, strict=True)
        return any(owner == clause and is_finite(word) for word, owner in read)

    def names_of(self, clause: int) -> tuple[Named, ...]:
        """The names in a clause, and in an apposition right inside it: `its owner, Nordkraft, paid`."""
        return tuple(each for each in self.names if self._is_in(each, clause))

    def _is_in(self, named: Named, clause: int) -> bool:
        own = self.clause_at(named.start)
        each = self.clauses.all[own]
        short = named.start - self.tokens.starts[each.first] <= _SHORT and not named.voice
        return own == clause or (each.kind is ClauseKind.ASIDE and each.parent == clause and short)

    def _in_reach(self, seen: Seen, figure: int) -> bool:
        """Whether the clause of a cue is that of a figure, or one around it that governs it."""
        own, all_clauses = self.clauses.owner[seen.first], self.clauses.all
        clause = self.clauses.owner[figure]
        while clause != own:
            kind = all_clauses[clause].kind
            outer = (ClauseKind.JOINED, ClauseKind.ASIDE) if seen.cue.means == "claimed" else ()
            passes = (kind is ClauseKind.EXPLAINED and seen.cue.means != "denied") or kind in outer
            clause = all_clauses[clause].parent
            if clause < 0 or not passes or seen.first > figure:
                return False
        return True

    def _condition(self, figure: int) -> str:
        """The word that hangs a figure's clause on a condition, or that makes the clause one."""
        read = self.clauses
        clause = read.owner[figure]
        for index, each in enumerate(read.all):
            related = clause in (index, each.parent) or read.all[clause].parent == index
            if each.kind is ClauseKind.CONDITION and related:
                return self.tokens.words[each.first]
        return ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What has to be known to read a source's passages: whom it may name, who *we* is in it, and when it was issued."""

    names: Names
    voice: Entity | None = None
    issued: EdtfDate | None = None


def read_passage(
    text: str,
    start: int,
    setting: Setting,
    *,
    cells: tuple[Cell, ...] = (),
    reading: Reading | None = None,
    quoted: Sequence[tuple[int, int]] = (),
) -> Passage:
    """The sentence `text`, which begins at the offset `start` of its source, read; in the spans `quoted` others speak."""
    dates = dates_in(text, setting.issued)
    names = setting.names.names_in(text, voice=setting.voice, quoted=quoted)
    return Passage(text, start, dates, names, cells, setting.issued, reading or PLAIN)
