"""Which facts are due for review on a day, and why: time has passed that may have settled or spoilt them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from generator.model.base_fact import Modality
from generator.model.fact import Fact, Figure
from generator.model.ledger import Ledger, Standing
from generator.model.pointers import Stance

CLOSED = (Standing.RETRACTED, Standing.SUPERSEDED)
"""Nobody reviews what no longer stands."""


class Reason(StrEnum):
    """Why a fact is due; the most pressing first."""

    OUTCOME_WANTED = "outcome-wanted"
    CLAIM_UNSETTLED = "claim-unsettled"
    SECOND_SOURCE_WANTED = "second-source-wanted"
    SOURCE_READ_LONG_AGO = "source-read-long-ago"


@dataclass(frozen=True, slots=True)
class Due:
    """A fact to look at again, why, and since which day."""

    fact: str
    reason: Reason
    since: date


def due(ledger: Ledger, today: date, *, months: int) -> tuple[Due, ...]:
    """Every fact that is due on `today`, by reason, the longest due first.

    A plan is due once its period is over and no outcome is recorded; a plan without a period, a claim and a fact of
    one source that is not primary, `months` after their date; any fact, `months` after a source of it was last read.
    """
    found = [
        each
        for fact in ledger.facts.values()
        if ledger.standings[fact.id] not in CLOSED
        for each in (*_settling(ledger, fact, months), *_reading(ledger, fact, months))
        if each.since <= today
    ]
    order = tuple(Reason)
    return tuple(sorted(found, key=lambda each: (order.index(each.reason), each.since, each.fact)))


def later(day: date, months: int) -> date:
    """The same day `months` later, or the last day of that month; `date.max` where time ends before."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _settling(ledger: Ledger, fact: Fact, months: int) -> Iterator[Due]:
    """What later events may have settled; a fact without evidence of its own is reviewed through what it rests on."""
    known = ledger.date(fact)
    old = later(known.last, months) if known else None
    period = fact.period if isinstance(fact, Figure) else None
    if fact.modality is Modality.PROJECTED:
        over = _day_after(period.last) if period else old
        if over and not _has_outcome(ledger, fact):
            yield Due(fact.id, Reason.OUTCOME_WANTED, over)
    elif fact.modality is Modality.CLAIMED and old:
        yield Due(fact.id, Reason.CLAIM_UNSETTLED, old)
    elif ledger.standings[fact.id] is Standing.SINGLE_SOURCE and fact.evidence and old:
        yield Due(fact.id, Reason.SECOND_SOURCE_WANTED, old)


def _day_after(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)


def _has_outcome(ledger: Ledger, plan: Fact) -> bool:
    """Whether a figure that still stands says what the plan's period came to."""
    return any(
        isinstance(fact, Figure)
        and isinstance(plan, Figure)
        and fact.modality is Modality.ACTUAL
        and (fact.entity, fact.metric, fact.period) == (plan.entity, plan.metric, plan.period)
        and ledger.standings[fact.id] not in CLOSED
        for fact in ledger.facts.values()
    )


def _reading(ledger: Ledger, fact: Fact, months: int) -> Iterator[Due]:
    names = {each.source for each in fact.evidence if each.stance is Stance.SUPPORTS}
    read = [ledger.sources[name].accessed.last for name in names if name in ledger.sources]
    if read:
        yield Due(fact.id, Reason.SOURCE_READ_LONG_AGO, later(min(read), months))
