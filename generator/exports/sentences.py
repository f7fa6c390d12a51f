"""How a source or a fact is cited in plain words."""

from __future__ import annotations

from generator.explainers.telling import statement_text
from generator.model.dates import write_date
from generator.model.fact import Fact
from generator.model.ledger import Ledger
from generator.model.publication import Publication
from generator.model.source import Source


def source_sentence(source: Source) -> str:
    """Author, title, publisher, date, address, and the day on which it was read."""
    authors = f"{', '.join(source.author)}. " if source.author else ""
    issued = f", {write_date(source.issued)}" if source.issued else ""
    title = source.title if source.title.endswith((".", "?", "!")) else f"{source.title}."
    where = " ".join(filter(None, (source.url, source.archive)))
    return f"{authors}{title} {source.publisher}{issued}. {where} (read on {write_date(source.accessed)})."


def fact_sentence(ledger: Ledger, fact: Fact, publication: Publication) -> str:
    """What the fact says, and where it stands for good."""
    address = publication.address_of_fact(fact.id)
    place = f" {address}" if address else ""
    return f"“{statement_text(ledger, fact)}” {publication.name}, fact {fact.id}.{place}"
