"""Counts of what the ledger holds, for pages that tell how the site is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal

from generator.explainers.desk import Desk
from generator.explainers.templates import Markdown
from generator.model.ledger import Ledger, Proof

What = Literal["facts", "sources", "entities", "verified", "verified share", "not checked", "evidence"]


def count(desk: Desk, what: What, *, topic: str | None = None) -> Markdown:
    """How many there are, of one topic's facts where `topic` is given."""
    if topic is not None and topic not in desk.ledger.topics():
        desk.record("topic", topic, {name: name for name in desk.ledger.topics()})
    counted = COUNTS[what](desk.ledger, topic)
    return Markdown(f"{counted}%" if what == "verified share" else f"{counted:,}")


def _facts(ledger: Ledger, topic: str | None) -> int:
    return sum(1 for fact in ledger.facts.values() if topic is None or ledger.topic(fact) == topic)


def _evidence(ledger: Ledger, topic: str | None, proof: Proof | None = None) -> int:
    facts = [fact for fact in ledger.facts.values() if topic is None or ledger.topic(fact) == topic]
    results = [located.proof for fact in facts for _, located in ledger.proofs(fact)]
    return sum(1 for result in results if proof is None or result is proof)


def _share(ledger: Ledger, topic: str | None) -> int:
    """In percent, rounded down: nothing is made to look better than it is."""
    return 100 * _evidence(ledger, topic, Proof.VERIFIED) // (_evidence(ledger, topic) or 1)


COUNTS: Mapping[What, Callable[[Ledger, str | None], int]] = MappingProxyType(
    {
        "facts": _facts,
        "sources": lambda ledger, topic: len(ledger.sources),
        "entities": lambda ledger, topic: len(ledger.entities),
        "evidence": _evidence,
        "verified": lambda ledger, topic: _evidence(ledger, topic, Proof.VERIFIED),
        "verified share": _share,
        "not checked": lambda ledger, topic: _evidence(ledger, topic, Proof.NOT_CHECKED),
    }
)
