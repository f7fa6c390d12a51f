"""Key-figure cards: the value large, what it is below it."""

from __future__ import annotations

from generator.explainers.desk import Desk, Unusable
from generator.explainers.telling import date_text, period_text, value_text
from generator.explainers.templates import Markdown, fill
from generator.model.fact import Derived, Fact, Figure


def figures(desk: Desk, *ids: str) -> Markdown:
    """A card for each figure or derived fact, in the order given."""
    return fill("blocks/figures.md", cards=[_card(desk, desk.fact(id)) for id in ids])


def _card(desk: Desk, fact: Fact) -> dict[str, object]:
    value = value_text(desk.ledger, fact)
    if not isinstance(fact, Figure | Derived) or not value:
        raise Unusable("no-value", f"the fact {fact.id} has no figure for a card", "choose a figure", fact.id)
    metric = desk.ledger.metrics.get(fact.metric or "")
    subject = desk.ledger.name(fact.entity) if fact.entity else ""
    time = period_text(fact) or date_text(desk.ledger, fact)
    return {
        "value": value,
        "label": ", ".join(part for part in (metric.name if metric else "", subject, time) if part),
        "standing": desk.ledger.standings[fact.id],
        "mark": desk.cite(fact.id),
    }
