"""The ledger: every record, where it was written, what its evidence showed, how it stands; read-only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from generator.diagnostics import Place
from generator.model.assessment import Assessment
from generator.model.dates import EdtfDate
from generator.model.entity import Entity, Metric, Question
from generator.model.fact import Derived, Fact, Figure
from generator.model.record import Record
from generator.model.source import Source
from generator.quantities import Quantity, Reading
from generator.reading.articles import Article
from generator.reading.yaml_nodes import MapNode, key_place, place_of


class Standing(StrEnum):
    """How well a fact stands, in the order in which the rules are tried (design, section 4)."""

    RETRACTED = "retracted"
    SUPERSEDED = "superseded"
    DISPUTED = "disputed"
    PROJECTED = "projected"
    CLAIMED = "claimed"
    CONFIRMED = "confirmed"
    SINGLE_SOURCE = "single-source"


class Proof(StrEnum):
    """What the machine found out about one piece of evidence."""

    VERIFIED = "verified"
    NOT_CHECKED = "not checked"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Located:
    """The result for one piece of evidence: where it stands in the article, which folds were needed, how values agree."""

    proof: Proof
    start: int = 0
    end: int = 0
    folds: frozenset[str] = frozenset()
    verdict: str = ""
    sentence: tuple[int, int] = (0, 0)
    reviewed: tuple[str, ...] = ()
    """The codes of the rules that a person has answered."""


@dataclass(frozen=True, slots=True)
class Computed:
    """What a derived fact comes to: its value (None where an input has none) and its date, the latest input's."""

    value: Quantity | None
    date: EdtfDate | None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record was written: its YAML node and the topic its file belongs to."""

    node: MapNode
    topic: str = ""


@dataclass(frozen=True)
class Ledger:
    """All records by id. `origins` is keyed by (record kind, id), `evidence` by (fact id, index).

    `clashes` has for each fact the ids of those it disagrees with, by its own word or theirs, and why;
    `replaced` has for each superseded fact those that took its place.
    """

    facts: Mapping[str, Fact] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    entities: Mapping[str, Entity] = field(default_factory=dict)
    metrics: Mapping[str, Metric] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    assessments: Mapping[str, tuple[Assessment, ...]] = field(default_factory=dict)
    articles: Mapping[str, Article] = field(default_factory=dict)
    origins: Mapping[tuple[str, str], Origin] = field(default_factory=dict)
    evidence: Mapping[tuple[str, int], Located] = field(default_factory=dict)
    computed: Mapping[str, Computed] = field(default_factory=dict)
    standings: Mapping[str, Standing] = field(default_factory=dict)
    shown: Mapping[str, Proof] = field(default_factory=dict)
    clashes: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    replaced: Mapping[str, Sequence[str]] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()

    def place(self, record: Record, *path: str | int) -> Place:
        """The place of a field of a record that was read from YAML."""
        return place_of(self.origin(record).node, path)

    def key(self, record: Record, *path: str | int) -> Place:
        """The place of the key of a field."""
        return key_place(self.origin(record).node, path)

    def origin(self, record: Record) -> Origin:
        """Where a record was written."""
        return self.origins[(family(record), str(getattr(record, "id", "")))]

    def topic(self, fact: Fact) -> str:
        """The topic a fact lives in: its file's or folder's name."""
        return self.origin(fact).topic

    def topics(self) -> tuple[str, ...]:
        """All topics that hold facts, sorted."""
        return tuple(sorted({self.topic(fact) for fact in self.facts.values()}))

    def value(self, fact: Fact) -> Quantity | None:
        """The quantity of a figure or a derived fact."""
        if isinstance(fact, Figure):
            return fact.value
        if isinstance(fact, Derived) and fact.id in self.computed:
            return self.computed[fact.id].value
        return None

    def reading(self, metric: object) -> Reading:
        """What figures of a metric are read with, by its id; nothing of one that is not known."""
        found = self.metrics.get(str(metric))
        return found.reading if found else Reading()

    def date(self, fact: Fact) -> EdtfDate | None:
        """A fact's own date, or the latest of its inputs'."""
        if fact.date is None and fact.id in self.computed:
            return self.computed[fact.id].date
        return fact.date

    def name(self, entity: str) -> str:
        """An entity's name, its id where it is not known."""
        return self.entities[entity].name if entity in self.entities else entity

    def proofs(self, fact: Fact) -> Iterator[tuple[int, Located]]:
        """The results for a fact's evidence, in its order."""
        for index, _ in enumerate(fact.evidence):
            yield index, self.evidence.get((fact.id, index), Located(Proof.NOT_CHECKED))

    def proof(self, fact: Fact) -> Proof:
        """The best that any supporting evidence of a fact, or every fact it rests on, has shown."""
        return self.shown.get(fact.id, Proof.NOT_CHECKED)

    def without(self, names: frozenset[str]) -> Ledger:
        """The ledger with some facts left out."""
        kept = {name: fact for name, fact in self.facts.items() if name not in names}
        return replace(self, facts=kept, left_out=self.left_out | names)


def family(record: Record) -> str:
    """The kind of record as used in `origins`: every kind of fact is a `fact`."""
    return "fact" if hasattr(record, "statement") else type(record).__name__.lower()
