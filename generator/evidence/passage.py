"""A passage read once: a sentence of a source or of our own, with its clauses, figures, dates, names and cues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.evidence.cells import figures_of_cells
from generator.evidence.dating import Told, dates_in
from generator.evidence.naming import Named, Names
from generator.language.clauses import ClauseKind, Clauses, clauses, is_finite
from generator.language.cues import Seen, cues_in
from generator.language.text.block import Cell
from generator.language.tokens import Tokens, tokens
from generator.model.dates import EdtfDate
from generator.model.entity import Entity
from generator.quantities import Found, Reading, quantities_in

_RELATIVE = frozenset({"which", "who", "whose", "where", "when"})
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
