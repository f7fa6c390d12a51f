"""Whether a figure's passage, or the text before it, speaks of the figure's period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from generator.diagnostics import Diagnostic, Note
from generator.evidence.case import Case
from generator.evidence.dating import Told
from generator.evidence.times import others_dates, own_dates
from generator.model.base_fact import Modality
from generator.model.dates import Period, write_period
from generator.model.fact import Figure

MONTH = 27
"""Days from which on a date is that of a month; a day may stand for any time around it."""
MONTH = 27
"""Days from which on a date is that of a month; a day may stand for any time around it."""
QUARTER = 80
"""Days from which on a date is a span that a figure may cover."""
LONGER = 1.6
"""How many times as long a time may be that is called the same as a period."""
REPORTED = 460
"""Days before its issue of which a source may speak without saying so: the year that ended last, and its report's delay."""
YEAR = 366
LONG = 2 * YEAR
"""Days from which on a date is a span of years, and a sum over it none of one year."""


def check(case: Case) -> Iterator[Diagnostic]:
    """`period-not-in-quote`."""
    fact = case.fact
    if not isinstance(fact, Figure) or fact.period is None or case.figure is None:
        return
    own, attached = own_dates(case.passage, case.figure)
    spans = [each for each in own if attached or _days_of(each) >= QUARTER]
    if spans:
        if not any(_is_of(each, fact.period, alike=_days_of(each) >= MONTH) for each in spans):
            yield _contradiction(case, fact, spans)
    elif case.quoted is not None and not _is_spoken_of(case, fact.period, own):
        others = [
            each
            for each in others_dates(case)
            if _days_of(each) >= QUARTER and _is_of(each, fact.period, alike=False)
        ]
        yield _unspoken(case, fact, others)


def _is_spoken_of(case: Case, period: Period, own: Sequence[Told]) -> bool:
    """Whether a passage without a time of its own may be about a period: the text before it is, or it is the time just over."""
    assert case.quoted is not None
    if any(_is_of(each, period, alike=False) for each in own):
        return True
    if any(_is_of(each, period, alike=False) for each in others_dates(case)) and not _is_before(case, period):
        return False
    return _is_before(case, period) or _is_recent(case, period)


def _is_before(case: Case, period: Period) -> bool:
    assert case.quoted is not None
    start = case.passage.start
    return any(
        _is_of(each, period, alike=False)
        for each in takewhile(lambda each: each.end <= start, case.quoted.stored.dates)
    )


def _is_recent(case: Case, period: Period) -> bool:
    issued = case.source.issued
    if issued is None:
        return True
    back = REPORTED + (YEAR if "earlier" in case.meanings else 0)
    recent = (issued.first - period.last).days <= back
    return recent and (period.first <= issued.last or case.fact.modality is Modality.PROJECTED)


def _is_of(told: Told, period: Period, *, alike: bool) -> bool:
    """Whether a date may be the period; one that has to be `alike`, or is of several years, is about as long."""
    length, other = (told.last - told.first).days + 1, (period.last - period.first).days + 1
    fits = told.vague or not (alike or length > LONG) or max(length, other) < LONGER * min(length, other)
    return fits and told.first <= period.last and period.first <= told.last


def _days_of(told: Told) -> int:
    return (told.last - told.first).days


def _contradiction(case: Case, fact: Figure, told: Sequence[Told]) -> Diagnostic:
    assert fact.period is not None
    words = ", ".join(f"“{each.words}” ({each.first.isoformat()}/{each.last.isoformat()})" for each in told)
    headline = f"{fact.id} is for {write_period(fact.period)}, its quote is about {words}"
    return _diagnostic(case, fact, headline, "mend the period, or quote another passage")


def _unspoken(case: Case, fact: Figure, others: Sequence[Told]) -> Diagnostic:
    assert fact.period is not None
    period = write_period(fact.period)
    headline = f"{fact.id} is for {period}, of which neither its sentence nor the text before it speaks"
    if others:
        headline = (
            f"{fact.id} is for {period}, which its sentence gives to another figure (“{others[0].words}”)"
        )
    return _diagnostic(case, fact, headline, "mend the period, or quote the words that say when as well")


def _diagnostic(case: Case, fact: Figure, headline: str, hint: str) -> Diagnostic:
    key = ("evidence", case.index, "quote")
    note = Note("the quote", case.ledger.place(fact, *key))
    return Diagnostic("period-not-in-quote", case.ledger.place(fact, "period"), headline, hint, (note,))
