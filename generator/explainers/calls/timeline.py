"""A timeline: dated facts in their order, grouped by year."""

from __future__ import annotations

import json
from collections import Counter
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
    days = [fact.date.first for fact in dated if fact.date]
    return fill(
        "blocks/timeline.md",
        names=json.dumps(_names(desk, dated), ensure_ascii=False),
        span=f"{len(days)} facts to scale, from {date_text(desk.ledger, dated[0])} to {date_text(desk.ledger, dated[-1])}",
        ticks=[_at(day, days) for day in days],
        years=tuple(_years(desk, dated, days)),
    )


def _at(day: date, days: Sequence[date]) -> str:
    """Where a day stands between the first and the last, in percent of the way."""
    whole = (days[-1] - days[0]).days or 1
    return f"{100 * (day - days[0]).days / whole:.1f}"


def _names(desk: Desk, facts: Sequence[Fact]) -> dict[str, str]:
    """The names of the entities that more than one of the facts is about, the most frequent first."""
    counts = Counter(name for fact in facts for name in subjects(fact) if name in desk.ledger.entities)
    return {name: desk.ledger.name(name) for name, count in counts.most_common() if count > 1}


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


def _years(desk: Desk, facts: Sequence[Fact], days: Sequence[date]) -> Iterator[dict[str, object]]:
    for year, group in groupby(facts, key=lambda fact: fact.date.first.year if fact.date else 0):
        begin = date(year, 1, 1)
        at = _at(begin, days) if days[0] <= begin <= days[-1] else None
        yield {"year": year, "at": at, "entries": [_entry(desk, fact) for fact in group]}


def _entry(desk: Desk, fact: Fact) -> dict[str, object]:
    return {
        "date": date_text(desk.ledger, fact),
        "statement": statement_text(desk.ledger, fact),
        "standing": desk.ledger.standings[fact.id],
        "kind": fact.kind,
        "about": " ".join(subjects(fact)),
        "mark": desk.cite(fact.id),
    }
