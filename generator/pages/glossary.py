"""The glossary: what each metric measures and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.explainers.markdown import front
from generator.explainers.templates import fill
from generator.model.ledger import Ledger
from generator.pages.shown import Page, Used


def pages(ledger: Ledger, used: Used) -> Iterator[Page]:
    """One page with every metric by name."""
    counts: dict[str, int] = {}
    for fact in ledger.facts.values():
        name = getattr(fact, "metric", None) or getattr(fact, "property", None)
        if name:
            counts[name] = counts.get(name, 0) + 1
    metrics = [
        {
            "metric": metric,
            "count": counts.get(metric.id, 0),
            "terms": tuple(metric.terms.values()),
        }
        for metric in sorted(ledger.metrics.values(), key=lambda metric: metric.name.casefold())
    ]
    yield Page(
        "glossary.md",
        front({"title": "Glossary of metrics", "description": "What the figures on this site measure."})
        + fill("pages/glossary.md", metrics=metrics)
        + "\n",
    )
