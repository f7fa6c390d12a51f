"""Every source with what its address answered and the facts that rest on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.fact import rests_on
from generator.model.ledger import Ledger
from generator.model.source import Source
from generator.upkeep.answers import Outcome
from generator.upkeep.memory import Known


@dataclass(frozen=True, slots=True)
class Link:
    """A source, how it stands with its address, and the facts that rest on it, directly or over others."""

    source: Source
    known: Known
    facts: tuple[str, ...]
    further: tuple[str, ...]


def address(source: Source) -> str:
    """What is asked for: the address without its fragment, which no server sees."""
    return source.url.partition("#")[0]


def links(ledger: Ledger, known: Mapping[str, Known]) -> tuple[Link, ...]:
    """Every source whose address is known, the most pressing outcome first, then by id."""
    built = _built_on(ledger)
    found = []
    for source in ledger.sources.values():
        if address(source) not in known:
            continue
        direct = [
            fact.id
            for fact in ledger.facts.values()
            if any(evidence.source == source.id for evidence in fact.evidence)
        ]
        further = sorted({name for fact in direct for name in _above(fact, built)} - set(direct))
        found.append(Link(source, known[address(source)], tuple(sorted(direct)), tuple(further)))
    order = tuple(Outcome)
    return tuple(sorted(found, key=lambda link: (order.index(link.known.answer.outcome), link.source.id)))


def _built_on(ledger: Ledger) -> Mapping[str, set[str]]:
    """For each fact those that name it as an input or a ground."""
    built: dict[str, set[str]] = {}
    for fact in ledger.facts.values():
        for name in rests_on(fact):
            built.setdefault(name, set()).add(fact.id)
    return built


def _above(name: str, built: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        new = built.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found
