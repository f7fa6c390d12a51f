"""What changed in the facts and when, from Git: corrections in full, the rest folded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from generator.explainers.markdown import front, relative
from generator.explainers.telling import statement_of
from generator.explainers.templates import Markdown, fill
from generator.model.change import KINDS, TOLD, Change, Dated, Difference, Kind
from generator.model.date_words import in_words
from generator.model.dates import read_date, read_period, write_date, write_period
from generator.model.ledger import Ledger
from generator.model.mistake import Mistake
from generator.model.repository import commit_address
from generator.pages.shown import CHANGES, Page, Used

DESCRIPTION = (
    "Every correction of a fact, from what to what and when, computed from the history of the files."
)
FOLDED = 1_000
"""New and reworded facts that are named; older ones are counted, so that the page stays small."""

_TIMES: Mapping[str, Callable[[str], str]] = {
    "date": lambda text: write_date(read_date(text)),
    "period": lambda text: write_period(read_period(text)),
}


def pages(ledger: Ledger, used: Used) -> Iterator[Page]:
    """One page."""
    body = fill(
        "pages/changes.md",
        known=used.history is not None,
        kinds=[(kind, KINDS[kind]) for kind in (*TOLD, Kind.CHANGED, Kind.ADDED)],
        days=list(_days(ledger, used)),
    )
    yield Page(CHANGES, front({"title": "Changes", "description": DESCRIPTION}) + body + "\n")


def gone(ledger: Ledger, history: Sequence[Dated] | None) -> Mapping[str, str]:
    """Where each fact that is no longer there is told of, so that its permanent address still leads somewhere."""
    names = {change.fact for each in history or () for change in each.changes}
    return {name: f"{CHANGES}#gone-{name}" for name in sorted(names - set(ledger.facts))}


def _days(ledger: Ledger, used: Used) -> Iterator[dict[str, object]]:
    lost = set(gone(ledger, used.history))
    left = FOLDED
    for day, revisions in groupby(used.history or (), key=lambda each: each.day):
        told: list[dict[str, object]] = []
        folded: list[dict[str, object]] = []
        for revision in revisions:
            for change in revision.changes:
                shown = _shown(ledger, used, change, revision.revision)
                shown["anchor"] = f"gone-{change.fact}" if change.fact in lost else ""
                if change.kind is Kind.REMOVED or (change.kind is Kind.BROKEN and change.fact in lost):
                    lost.discard(change.fact)
                (told if change.kind in TOLD else folded).append(shown)
        yield {**_day(day), "told": told, "folded": _counted(folded), "named": folded[: max(left, 0)]}
        left -= len(folded)


def _worded(change: Change, part: Difference) -> Difference:
    """A difference as readers know it: sentences with their figures in them, dates in words."""
    if part.field == "statement" and change.before and change.after:
        return replace(part, before=change.before, after=change.after)
    if part.field in _TIMES:
        return replace(
            part, before=_in_words(part.field, part.before), after=_in_words(part.field, part.after)
        )
    return replace(part, field=part.field.replace("_", " "))


def _in_words(field: str, text: str) -> str:
    try:
        return _TIMES[field](text) if text else ""
    except Mistake:
        return text


def _day(day: date) -> dict[str, object]:
    return {"date": in_words(day.isoformat()), "anchor": day.isoformat()}


def _counted(folded: Sequence[Mapping[str, object]]) -> str:
    kinds = [str(each["kind"]) for each in folded]
    return ", ".join(f"{kinds.count(kind):,} {kind}" for kind in sorted(set(kinds)))


def _shown(ledger: Ledger, used: Used, change: Change, revision: str) -> dict[str, object]:
    fact = ledger.facts.get(change.fact)
    address = relative(used.addresses[fact.id], page=CHANGES) if fact else ""
    commit = commit_address(used.repository, revision) if used.repository else ""
    return {
        "kind": change.kind,
        "id": change.fact,
        "statement": statement_of(ledger, change),
        "address": Markdown(address),
        "commit": Markdown(commit),
        "differences": [_worded(change, part) for part in change.differences],
    }
