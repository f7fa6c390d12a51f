"""A timeline: dated facts in their order, grouped by year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from generator.explainers.desk import Desk, Unusable
from generator.explainers.telling import date_text, statement_text
from generator.explainers.templates import Markdown, fill
from generator.model.dates import DateError, EdtfDate, read_date, sort_key
from generator.model.fact import Fact, subjects
from generator.model.ledger import Standing

KINDS = ("event", "figure", "quotation")


def timeline(
    desk: Desk,
    *,
    topic: str | None = None,
    entity: str | None = None,
    since: str | None = None,
    until: str | None = None,
    kinds: Sequence[str] = KINDS,
    facts: Sequence[str] = (),
) -> Markdown:
    """Facts by date: those named, or all of a topic or entity between two dates (both included)."""
    chosen = [desk.fact(id) for id in facts] or list(_matching(desk, topic, entity, kinds))
    first = _day(since).first if since else date.min
    last = _day(until).last if until else date.max
    dated = [fact for fact in chosen if fact.date and fact.date.first >= first and fact.date.last <= last]
    if not dated:
        raise Unusable(
            "nothing-to-show", "no fact fits this timeline", "widen the dates, or choose another topic"
        )
    dated.sort(
        key=lambda fact: (*sort_key(fact.date), fact.id) if fact.date else (date.min, date.min, fact.id)
    )
    return fill("blocks/timeline.md", years=tuple(_years(desk, dated)))


def _day(text: str) -> EdtfDate:
    try:
        return read_date(text)
    except DateError as error:
        raise Unusable(
            "bad-date", error.headline, error.hint or "write a date such as 2025-01-29", text
        ) from error


def _matching(desk: Desk, topic: str | None, entity: str | None, kinds: Sequence[str]) -> Iterator[Fact]:
    ledger = desk.ledger
    if topic is not None:
        desk.record("topic", topic, {name: name for name in ledger.topics()})
    if entity is not None:
        desk.record("entity", entity, ledger.entities)
    for fact in ledger.facts.values():
        if fact.kind not in kinds or ledger.standings[fact.id] is Standing.RETRACTED:
            continue
        if topic in (None, ledger.topic(fact)) and (entity is None or entity in subjects(fact)):
            yield fact


def _years(desk: Desk, facts: Sequence[Fact]) -> Iterator[dict[str, object]]:
    for year, group in groupby(facts, key=lambda fact: fact.date.first.year if fact.date else 0):
        yield {"year": year, "entries": [_entry(desk, fact) for fact in group]}


def _entry(desk: Desk, fact: Fact) -> dict[str, object]:
    return {
        "date": date_text(desk.ledger, fact),
        "statement": statement_text(desk.ledger, fact),
        "standing": desk.ledger.standings[fact.id],
        "mark": desk.cite(fact.id),
    }
