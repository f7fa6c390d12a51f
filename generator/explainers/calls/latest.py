"""What is new, on a topic or at all: the facts with the latest dates, and how new the newest is."""

from __future__ import annotations

from generator.explainers.desk import Desk, Unusable
from generator.explainers.telling import date_text, statement_text
from generator.explainers.templates import Markdown, fill
from generator.model.dates import sort_key
from generator.model.fact import Event, Figure, Quotation
from generator.model.ledger import Standing


def latest(desk: Desk, topic: str | None = None, *, count: int = 5) -> Markdown:
    """The newest events, figures and quotations of a topic, or of all, the newest first."""
    ledger = desk.ledger
    if topic is not None:
        desk.record("topic", topic, {name: name for name in ledger.topics()})
    dated = [
        fact
        for fact in ledger.facts.values()
        if topic in (None, ledger.topic(fact))
        and isinstance(fact, Event | Figure | Quotation)
        and fact.date is not None
        and ledger.standings[fact.id] is not Standing.RETRACTED
    ]
    newest = sorted(
        dated, key=lambda fact: (sort_key(fact.date), fact.id) if fact.date else ((), ""), reverse=True
    )[:count]
    if not newest:
        raise Unusable("nothing-to-show", *_nothing(topic))
    entries = [
        {
            "date": date_text(ledger, fact),
            "statement": statement_text(ledger, fact),
            "standing": ledger.standings[fact.id],
            "mark": desk.cite(fact.id),
        }
        for fact in newest
    ]
    return fill("blocks/latest.md", newest=date_text(ledger, newest[0]), entries=entries)


def _nothing(topic: str | None) -> tuple[str, str, str]:
    """Headline, hint and where to point where no fact has a date."""
    if topic:
        return f"no dated fact belongs to {topic}", "choose another topic", topic
    return "there is no dated fact yet", "take the call out until a fact has a date", "latest"
