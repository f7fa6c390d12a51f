"""A made-up town's project on which an input is laid, and what the checks say of it."""

from __future__ import annotations

from collections.abc import Mapping

from generator import pipeline
from generator.pipeline import Site

ARTICLE = "seeds/articles/courier.md"
FACTS = "seeds/facts/case.yml"
HEAD = """\
---
id: courier
type: article-newspaper
title: News of the week
publisher: The Courier
issued: 2026-02-02
accessed: 2026-02-03
url: https://courier.example/week
tier: secondary
---
News of the week

"""
PROJECT = {
    "docs/index.md": "---\ntitle: Home\ndescription: The town.\n---\n\n# Home\n\nNothing is cited.\n",
    "seeds/entities.yml": """\
- {id: ferry, name: Ferryline, kind: organisation, aliases: [Ferryline Ltd]}
- {id: bank, name: People's Bank, kind: organisation}
- {id: aval, name: L’Aval, kind: place}
- {id: millbrook, name: Millbrook, kind: place}
- {id: ines-roth, name: Ines Roth, kind: person, aliases: [Roth], pronoun: she}
- {id: karl-stern, name: Karl Stern, kind: person, aliases: [Stern], pronoun: he}
- {id: tremor, name: The Millbrook quake, kind: place, aliases: [The quake]}
""",
    "seeds/metrics.yml": """\
- {id: people, name: People, unit: people, definition: How many people.}
- {id: flats, name: Flats, unit: flats, definition: How many flats.}
- {id: children, name: Children, unit: children, definition: How many children.}
- {id: area, name: Area, unit: square miles, definition: How large.}
- {id: route, name: Route, unit: miles, definition: How far.}
- {id: length, name: Length, unit: kilometres, definition: How long.}
- {id: weight, name: Weight, unit: kilograms, definition: How heavy.}
- {id: growth, name: Growth, unit: times, definition: How much more.}
- {id: takings, name: Takings, unit: USD, definition: What came in.}
- {id: result, name: Result, unit: USD, measures: levels, definition: What was left.}
- {id: rate, name: Rate, unit: percent, definition: A share.}
- {id: strength, name: Strength, unit: {singular: magnitude, plural: magnitude, before: yes}, definition: How strong a quake is.}
""",
}


def compiled(files: Mapping[str, str | bytes]) -> Site:
    """The made-up project with these files laid over it."""
    whole = {**PROJECT, **files}
    return pipeline.compile(
        {path: text.encode() if isinstance(text, str) else text for path, text in whole.items()},
        draw=lambda _: "<svg></svg>",
        audit=lambda _: (),
    )


def said(site: Site) -> list[tuple[str, str, str]]:
    """Code, headline and hint of every problem but that no page uses a fact."""
    return [(each.code, each.headline, each.hint) for each in site.diagnostics if each.code != "unused-fact"]


def figure(about: str, value: str, quote: str, *, name: str = "case", more: str = "") -> str:
    """A figure in YAML; `about` is its entity, metric and period, `more` further lines."""
    entity, metric, period = about.split()
    return (
        f"- id: {name}\n  kind: figure\n  entity: {entity}\n  metric: {metric}\n  value: '{value}'\n"
        f"  period: {period}\n{more}  statement: It came to {{value}} in {{period}}.\n"
        f'  evidence:\n    - source: courier\n      quote: "{quote}"\n'
    )


def quotation(speaker: str, words: str) -> str:
    """Somebody's words in YAML."""
    return (
        f'- id: case\n  kind: quotation\n  speaker: {speaker}\n  words: "{words}"\n  occasion: A meeting\n'
        "  date: 2026-02-01\n  statement: They spoke of it.\n  evidence:\n    - source: courier\n"
    )
