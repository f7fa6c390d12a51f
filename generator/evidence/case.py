"""One figure, or one quote, of a fact as it was found: what every rule of evidence looks at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from generator.diagnostics import Note, Place
from generator.evidence.missing import quote_place
from generator.evidence.passage import Passage
from generator.evidence.quotes import Match
from generator.evidence.reach import meanings
from generator.evidence.stored import Stored
from generator.language.lexicon import entries, texts
from generator.model.fact import Fact, Figure
from generator.model.ledger import Ledger
from generator.model.pointers import Evidence
from generator.model.source import Source
from generator.quantities import Found


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote where it stands in a stored source."""

    stored: Stored
    match: Match

    @property
    def note(self) -> Note:
        """The place of the passage, for a diagnostic."""
        return Note("the passage", self.stored.article.place(self.match.start, self.match.end))


@dataclass(frozen=True)
class Case:
    """One piece of a fact's evidence: the passage it rests on, the figure in it, and our own sentence read the same way.

    `figure` is None for what is no figure. `quoted` is None where the source's text is not stored here; the passage is then
    the quote itself.
    """

    ledger: Ledger
    fact: Fact
    index: int
    passage: Passage
    statement: Passage
    figure: Found | None = None
    quoted: Quoted | None = None

    @property
    def evidence(self) -> Evidence:
        """The piece of evidence."""
        return self.fact.evidence[self.index]

    @property
    def source(self) -> Source:
        """Its source."""
        return self.ledger.sources[self.evidence.source]

    @property
    def place(self) -> Place:
        """Where the quote is written."""
        return quote_place(self.ledger, self.fact, self.index)

    @cached_property
    def meanings(self) -> Mapping[str, str]:
        """What the cues of the passage say of the figure."""
        return meanings(self.passage, self.figure) if self.figure else {}

    @cached_property
    def own(self) -> Found | None:
        """The figure in our own sentence."""
        if not isinstance(self.fact, Figure):
            return None
        at = self.fact.statement.find("{value}")
        return next((each for each in self.statement.figures if each.end > at >= 0), None)

    def names_rate(self, rate: str, *, in_passage: bool = False) -> bool:
        """Whether our sentence (or the passage) or the metric says for what the figure is counted: `per month` is in `the monthly fee`."""
        counted = rate.removeprefix("per ")
        metric = self.fact.metric.split("-") if isinstance(self.fact, Figure) else []
        read = self.passage if in_passage else self.statement
        words = {*read.tokens.words, *metric}
        return bool(words & {counted, *_rates().get(counted, ())})

    def says_too(self, means: str) -> bool:
        """Whether our own sentence, or the name of the metric, says as much as a cue of that meaning."""
        if self.own is not None and means in meanings(self.statement, self.own):
            return True
        stems = _stems().get(means, ())
        metric = self.fact.metric.split("-") if isinstance(self.fact, Figure) else []
        return any(word.startswith(stems) for word in (*self.statement.tokens.words, *metric))


@cache
def _rates() -> Mapping[str, tuple[str, ...]]:
    """By what something is counted for, the words that say so: `month` is in `monthly`."""
    return {str(entry["rate"]): texts(entry, "words") for entry in entries("rate_words")}


@cache
def _stems() -> Mapping[str, tuple[str, ...]]:
    return {str(entry["means"]): texts(entry, "words") for entry in entries("statements")}


def figures_of(case: Case) -> Iterator[Found]:
    """The figures of the passage other than the case's own."""
    yield from (each for each in case.passage.figures if each != case.figure)
