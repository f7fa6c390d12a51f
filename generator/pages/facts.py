"""The facts ledger: every fact with its evidence, per topic, at most a hundred a page."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.explainers.citations import Shown
from generator.explainers.markdown import front, relative
from generator.explainers.telling import date_text, period_text, statement_text
from generator.explainers.templates import Markdown, fill
from generator.model.dates import sort_key, write_date
from generator.model.fact import Fact, Figure, subjects
from generator.model.ledger import Ledger, Proof
from generator.pages.shown import FACTS_PER_PAGE, Page, Used, entry, ledger_page, of_topic
from generator.pages.wording import topic_title

_NEWEST = 12
"""How many facts the overview shows before anything is asked for."""


def pages(ledger: Ledger, used: Used) -> Iterator[Page]:
    """The overview, then each topic's pages."""
    yield Page("facts/index.md", _overview(ledger, used))
    for topic in ledger.topics():
        facts = of_topic(ledger, topic)
        count = -(-len(facts) // FACTS_PER_PAGE)
        for number in range(count):
            shown = facts[number * FACTS_PER_PAGE : (number + 1) * FACTS_PER_PAGE]
            address = ledger_page(topic, number)
            part = f", part {number + 1} of {count}" if count > 1 else ""
            title = f"Facts: {topic_title(ledger, topic)}{part}"
            body = fill(
                "pages/facts.md",
                title=title,
                entries=[entry(ledger, fact, used, page=address) for fact in shown],
                parts=[
                    {
                        "number": each + 1,
                        "address": Markdown(relative(ledger_page(topic, each), page=address)),
                    }
                    for each in range(count)
                ],
                number=number + 1,
            )
            yield Page(
                address,
                front(
                    {
                        "title": title,
                        "description": f"{title}: every fact with its evidence and how well it stands.",
                        "hide": ["toc"],
                    }
                )
                + body
                + "\n",
            )


def list_text(ledger: Ledger) -> str:
    """All facts as JSON rows for the filters: id, statement, topic, entities, kind, standing, year; the newest first."""
    rows = [
        (
            fact.id,
            statement_text(ledger, fact),
            ledger.topic(fact),
            list(subjects(fact)),
            fact.kind,
            ledger.standings[fact.id],
            _year(ledger, fact)[:4],
        )
        for fact in _by_newness(ledger)
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _by_newness(ledger: Ledger) -> list[Fact]:
    """All facts, the newest first."""
    return sorted(ledger.facts.values(), key=lambda fact: (_year(ledger, fact), fact.id), reverse=True)


def _year(ledger: Ledger, fact: Fact) -> str:
    """The day that a fact begins on, empty where it has none; the year comes first."""
    date = ledger.date(fact)
    covered = fact.period if date is None and isinstance(fact, Figure) else date
    return covered.first.isoformat() if covered else ""


def _options(ledger: Ledger) -> str:
    """The choices of each filter as JSON: value and words."""
    facts = ledger.facts.values()
    about = Counter(name for fact in facts for name in subjects(fact) if name in ledger.entities)
    choices = {
        "topic": [(topic, topic_title(ledger, topic)) for topic in ledger.topics()],
        "entity": sorted(((name, ledger.name(name)) for name in about), key=lambda each: each[1].casefold()),
        "kind": [(kind, kind) for kind in sorted({fact.kind for fact in facts})],
        "standing": [(each, each) for each in sorted(set(ledger.standings.values()))],
        "year": [
            (year, year) for year in sorted({_year(ledger, fact)[:4] for fact in facts} - {""}, reverse=True)
        ],
    }
    return json.dumps(choices, ensure_ascii=False, separators=(",", ":"))


def _newest(ledger: Ledger, facts: Iterable[Fact]) -> str:
    """The latest date among `facts` as precisely as it is known; a dash where none has one."""
    dates = [date for fact in facts if (date := ledger.date(fact)) is not None]
    return write_date(max(dates, key=sort_key)) if dates else "—"


def _line(ledger: Ledger, fact: Fact, used: Used) -> Shown:
    """A fact as one line of a list."""
    return {
        "date": date_text(ledger, fact) or period_text(fact),
        "statement": statement_text(ledger, fact),
        "address": Markdown(relative(used.addresses[fact.id], page="facts/index.md")),
        "standing": ledger.standings[fact.id],
    }


def _overview(ledger: Ledger, used: Used) -> str:
    topics = []
    for topic in ledger.topics():
        facts = of_topic(ledger, topic)
        topics.append(
            {
                "title": topic_title(ledger, topic),
                "address": Markdown(relative(ledger_page(topic, 0), page="facts/index.md")),
                "count": f"{len(facts):,}",
                "verified": f"{sum(1 for fact in facts if ledger.proof(fact) is Proof.VERIFIED):,}",
                "newest": _newest(ledger, facts),
            }
        )
    return (
        front(
            {"title": "Facts", "description": "Every fact of this site by topic, and how many are verified."}
        )
        + fill(
            "pages/facts-overview.md",
            topics=topics,
            newest=[_line(ledger, fact, used) for fact in _by_newness(ledger)[:_NEWEST]],
            list="list.json",
            options=_options(ledger),
        )
        + "\n"
    )
