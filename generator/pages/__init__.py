"""Pages made from the ledger alone, one file and one template each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.model.ledger import Ledger
from generator.pages import changes, coverage, entities, facts, glossary, mistakes, numbers, sources
from generator.pages.shown import Page, Used

Maker = Callable[[Ledger, Used], Iterator[Page]]

PAGES: tuple[Maker, ...] = (
    facts.pages, sources.pages, entities.pages, glossary.pages, coverage.pages, changes.pages, numbers.pages,
    mistakes.pages,
)  # fmt: skip


def generated(ledger: Ledger, used: Used) -> Mapping[str, str]:
    """The Markdown of every generated page by its path below `docs/`."""
    return {page.address: page.markdown for make in PAGES for page in make(ledger, used)}


__all__: Sequence[str] = ("PAGES", "generated")
