"""A page for every person, organisation, model, product, place and policy that facts are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.explainers.markdown import front, relative
from generator.explainers.telling import date_text, statement_text
from generator.explainers.templates import Markdown, fill
from generator.model.entity import Entity
from generator.model.fact import Fact, subjects
from generator.model.ledger import Ledger
from generator.pages.shown import Page, Used

KINDS = {
    "person": "People",
    "organisation": "Organisations",
    "model": "Models",
    "product": "Products",
    "place": "Places",
    "policy": "Policies",
}


def pages(ledger: Ledger, used: Used) -> Iterator[Page]:
    """The list of entities, then each entity's page."""
    about: dict[str, list[Fact]] = defaultdict(list)
    for fact in ledger.facts.values():
        for name in subjects(fact):
            about[name].append(fact)
    yield Page("entities/index.md", _overview(ledger, about))
    for entity in ledger.entities.values():
        yield Page(f"entities/{entity.id}.md", _page(ledger, entity, about.get(entity.id, ()), used))


def _overview(ledger: Ledger, about: Mapping[str, Sequence[Fact]]) -> str:
    groups = [
        {
            "title": title,
            "entities": [
                {
                    "name": entity.name,
                    "address": Markdown(f"{entity.id}.md"),
                    "count": len(about.get(entity.id, ())),
                }
                for entity in sorted(ledger.entities.values(), key=lambda entity: entity.name.casefold())
                if entity.kind == kind
            ],
        }
        for kind, title in KINDS.items()
        if any(entity.kind == kind for entity in ledger.entities.values())
    ]
    return (
        front(
            {
                "title": "Who and what",
                "description": "Every person, company, model and place that facts are about.",
            }
        )
        + fill("pages/entities.md", groups=groups)
        + "\n"
    )


def _page(ledger: Ledger, entity: Entity, facts: Sequence[Fact], used: Used) -> str:
    address = f"entities/{entity.id}.md"
    ordered = sorted(facts, key=lambda fact: (_day(ledger, fact), fact.id), reverse=True)
    rows = [
        {
            "date": date_text(ledger, fact),
            "statement": statement_text(ledger, fact),
            "address": Markdown(relative(used.addresses[fact.id], page=address)),
            "standing": ledger.standings[fact.id],
        }
        for fact in ordered
    ]
    body = fill("pages/entity.md", entity=entity, aliases=", ".join(entity.aliases), facts=rows)
    return (
        front(
            {
                "title": entity.name,
                "description": f"Every fact about {entity.name} ({entity.id}).",
                "hide": ["toc"],
            }
        )
        + body
        + "\n"
    )


def _day(ledger: Ledger, fact: Fact) -> str:
    date = ledger.date(fact)
    return date.first.isoformat() if date else ""
