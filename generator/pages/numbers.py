"""The public list of numbers that authors typed by hand, with the reason for each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.explainers.markdown import front, relative
from generator.explainers.templates import Markdown, fill
from generator.model.ledger import Ledger
from generator.pages.shown import Page, Used

ADDRESS = "numbers-by-hand.md"


def pages(ledger: Ledger, used: Used) -> Iterator[Page]:
    """One page, also when the list is empty."""
    rows = [
        {
            "page": Markdown(relative(each.page, page=ADDRESS)),
            "name": each.page,
            "text": each.text,
            "because": each.because,
        }
        for each in used.waivers
    ]
    yield Page(
        ADDRESS,
        front({"title": "Numbers typed by hand", "description": "Numbers without a fact, and why."})
        + fill("pages/numbers.md", rows=rows)
        + "\n",
    )
