"""One changed fact and how it came about."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.fact import Fact, Quotation, quote_of
from generator.model.pointers import Evidence
from generator.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Variant:
    """A fact as somebody might have got it wrong, or only written it otherwise; `what` says what was changed."""

    fact: Fact
    what: str


def with_value(fact: Fact, value: Quantity, what: str) -> Variant:
    """The fact with another value."""
    return Variant(fact.model_copy(update={"value": value}), what)


def with_quote(fact: Fact, index: int, quote: str, what: str) -> Variant:
    """The fact with another quote in one piece of its evidence."""
    evidence = list(fact.evidence)
    evidence[index] = evidence[index].model_copy(update={"quote": quote})
    changed: dict[str, object] = {"evidence": tuple(evidence)}
    if isinstance(fact, Quotation) and fact.evidence[index].quote is None:
        changed["words"] = quote
    return Variant(fact.model_copy(update=changed), what)


def quote_in(fact: Fact, evidence: Evidence) -> str:
    """The quote of a piece of evidence, empty where it has none."""
    return quote_of(fact, evidence) or ""
