"""What changed lately in the facts: corrections one by one, everything else counted by day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.explainers.desk import Desk
from generator.explainers.markdown import relative
from generator.explainers.telling import statement_of
from generator.explainers.templates import Markdown, fill
from generator.model.change import TOLD, Dated
from generator.model.date_words import in_words

PAGE = "changes.md"
"""The page that lists all changes."""


def changed(desk: Desk, *, count: int = 5) -> Markdown:
    """The latest `count` rows: each correction, retraction and removal, and for a day how many facts else changed."""
    history = desk.history
    return fill(
        "blocks/changed.md",
        known=history is not None,
        rows=[row for _, row in zip(range(count), _rows(desk, history or ()), strict=False)],
        page=Markdown(relative(PAGE, page=desk.page)),
    )


def _rows(desk: Desk, history: Sequence[Dated]) -> Iterator[dict[str, object]]:
    for day, revisions in groupby(history, key=lambda each: each.day):
        changes = [change for each in revisions for change in each.changes]
        when = {"date": in_words(day.isoformat()), "anchor": day.isoformat()}
        for change in changes:
            if change.kind in TOLD:
                yield {**when, "kind": change.kind, "text": statement_of(desk.ledger, change)}
        others = Counter(change.kind for change in changes if change.kind not in TOLD)
        if others:
            told = ", ".join(f"{number:,} {kind}" for kind, number in sorted(others.items()))
            yield {**when, "kind": "", "text": f"facts: {told}"}
