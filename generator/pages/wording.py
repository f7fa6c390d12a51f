"""Names that generated pages give to topics."""

from __future__ import annotations

from generator.model.ledger import Ledger


def topic_title(ledger: Ledger, topic: str) -> str:
    """A topic's id as a title; a word that is an entity's name is written as there: `northwind-costs` is “Northwind costs”."""
    words = topic.split("-")
    named = (name for entity in ledger.entities.values() for name in (entity.name, *entity.aliases))
    written = {name.casefold(): name for name in named if name.casefold() in words}
    title = " ".join(written.get(word, word) for word in words)
    return title[:1].upper() + title[1:]
