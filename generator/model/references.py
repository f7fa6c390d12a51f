"""Which ids a record names, with the path to each and the kind of record it must be."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.assessment import Assessment
from generator.model.base_fact import BaseFact
from generator.model.fact import Argument, Derived, Figure, Property, Quotation
from generator.model.record import Record
from generator.model.source import Source

Path = tuple[str | int, ...]
Reference = tuple[Path, str, str]
"""Where the id stands in the record, the kind of record it names, the id."""
NAMES = {
    **dict.fromkeys(("entity", "entities", "claimed_by", "speaker", "holder", "voice"), "entity"),
    **dict.fromkeys(("metric", "property"), "metric"),
    **dict.fromkeys(("supersedes", "fact", "inputs", "rests_on"), "fact"),
    "question": "question",
    **dict.fromkeys(("source", "relays"), "source"),
}
"""The kind of record that a key of a fact or a source, or of what stands in it, names."""


def references(record: Record) -> Iterator[Reference]:
    """Every id that `record` names."""
    match record:
        case BaseFact():
            yield from _of_fact(record)
        case Source():
            if record.relays:
                yield ("relays",), "source", record.relays
            if record.voice:
                yield ("voice",), "entity", record.voice
        case Assessment():
            yield from _listed("rests_on", "fact", record.rests_on)


def _of_fact(fact: BaseFact) -> Iterator[Reference]:
    for index, evidence in enumerate(fact.evidence):
        yield ("evidence", index, "source"), "source", evidence.source
    yield from _listed("entities", "entity", fact.entities)
    yield from _listed("supersedes", "fact", fact.supersedes)
    for index, clash in enumerate(fact.disagrees_with):
        yield ("disagrees_with", index, "fact"), "fact", clash.fact
    if fact.claimed_by:
        yield ("claimed_by",), "entity", fact.claimed_by
    yield from _of_kind(fact)


def _of_kind(fact: BaseFact) -> Iterator[Reference]:
    match fact:
        case Figure():
            yield ("entity",), "entity", fact.entity
            yield ("metric",), "metric", fact.metric
        case Property():
            yield ("entity",), "entity", fact.entity
            yield ("property",), "metric", fact.property
        case Quotation():
            yield ("speaker",), "entity", fact.speaker
        case Argument():
            yield ("question",), "question", fact.question
            yield ("holder",), "entity", fact.holder
            yield from _listed("rests_on", "fact", fact.rests_on)
        case Derived():
            yield from _listed("inputs", "fact", fact.inputs)
            if fact.entity:
                yield ("entity",), "entity", fact.entity
            if fact.metric:
                yield ("metric",), "metric", fact.metric


def _listed(key: str, kind: str, names: tuple[str, ...]) -> Iterator[Reference]:
    """A list of ids; a single id may stand without a list, so its place is the key's value either way."""
    for index, name in enumerate(names):
        yield (key, index), kind, name
