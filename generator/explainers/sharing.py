"""What a shared link to an authored page shows: its title and the figure that its front matter names."""

from __future__ import annotations

from generator.charts.sharing import card
from generator.checks.unknown_id import near_ids
from generator.diagnostics import Diagnostic
from generator.explainers.telling import date_text, period_text, value_text
from generator.model.fact import Derived, Figure
from generator.model.ledger import Ledger
from generator.reading.pages import AuthoredPage


def card_path(address: str) -> str:
    """Where the picture of the page at `address` stands, below the site."""
    return f"cards/{address.removesuffix('.md')}.png"


def shared(page: AuthoredPage, ledger: Ledger) -> tuple[str, tuple[Diagnostic, ...]]:
    """The card as SVG, empty for a page that names no `figure`; and what is wrong with the name."""
    name = page.entry("figure")
    if not name or name in ledger.left_out:
        return "", ()
    fact = ledger.facts.get(name)
    if not isinstance(fact, Figure | Derived):
        near = near_ids(name, ledger.facts)
        hint = f"did you mean {near}?" if near else "name a fact that has a figure"
        return "", (
            Diagnostic(
                "unknown-fact",
                page.entry_place("figure"),
                f"`{name}` is not the id of a fact with a figure",
                hint,
            ),
        )
    metric = ledger.metrics.get(fact.metric or "")
    parts = (
        metric.name if metric else "",
        ledger.name(fact.entity or ""),
        period_text(fact) or date_text(ledger, fact),
    )
    title = page.entry("question") or page.entry("title")
    label = f"{', '.join(part for part in parts if part)} ({ledger.standings[fact.id]})"
    return card(title=title, value=value_text(ledger, fact), label=label), ()
