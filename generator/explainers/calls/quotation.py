"""A quotation as a block: the words, who said them, on what occasion."""

from __future__ import annotations

from generator.explainers.desk import Desk, Unusable
from generator.explainers.telling import date_text
from generator.explainers.templates import Markdown, fill
from generator.model.fact import Quotation


def quotation(desk: Desk, id: str) -> Markdown:
    """The words of a quotation fact with speaker, occasion and citation."""
    fact = desk.fact(id)
    if not isinstance(fact, Quotation):
        raise Unusable(
            "not-a-quotation-fact", f"{id} is of kind {fact.kind}, not a quotation", "use say()", id
        )
    return fill(
        "blocks/quotation.md",
        words=fact.words.rstrip(",").strip(),
        speaker=desk.ledger.name(fact.speaker),
        occasion=fact.occasion,
        date=date_text(desk.ledger, fact),
        mark=desk.cite(id),
    )
