"""The facts ledger: every fact with its evidence, per topic, at most a hundred a page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.explainers.markdown import front, relative
from generator.explainers.templates import Markdown, fill
from generator.model.ledger import Ledger, Proof
from generator.pages.shown import FACTS_PER_PAGE, Page, Used, entry, ledger_page, of_topic
from generator.pages.wording import topic_title


def pages(ledger: Ledger, used: Used) -> Iterator[Page]:
    """The overview, then each topic's pages."""
    yield Page("facts/index.md", _overview(ledger))
    for topic in ledger.topics():
        facts = of_topic(ledger, topic)
        count = -(-len(facts) // FACTS_PER_PAGE)
        for number in range(count):
            shown = facts[number * FACTS_PER_PAGE : (number + 1) * FACTS_PER_PAGE]
            address = ledger_page(topic, number)
            part = f", part {number + 1} of {count}" if count > 1 else ""
            title = f"Facts: {topic_title(topic)}{part}"
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


def _overview(ledger: Ledger) -> str:
    topics = []
    for topic in ledger.topics():
        facts = of_topic(ledger, topic)
        dates = [date for fact in facts if (date := ledger.date(fact)) is not None]
        topics.append(
            {
                "title": topic_title(topic),
                "address": Markdown(relative(ledger_page(topic, 0), page="facts/index.md")),
                "count": f"{len(facts):,}",
                "verified": f"{sum(1 for fact in facts if ledger.proof(fact) is Proof.VERIFIED):,}",
                "newest": max((date.last for date in dates), default=None),
            }
        )
    return (
        front(
            {"title": "Facts", "description": "Every fact of this site by topic, and how many are verified."}
        )
        + fill("pages/facts-overview.md", topics=topics)
        + "\n"
    )
