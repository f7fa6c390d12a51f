"""A fact's date against its evidence: what the quotes tell, and when the sources were issued (design, section 5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.diagnostics import Diagnostic, Note, Severity
from generator.evidence.dating import Told, dates_in, overlapping
from generator.evidence.own_time import own_time
from generator.model.base_fact import Modality
from generator.model.dates import EdtfDate, Period, write_date, write_period
from generator.model.fact import Fact, Figure, Property, quote_of
from generator.model.ledger import Ledger
from generator.model.pointers import Stance

SLACK = 1
"""Days by which a source may be issued before what it tells: time zones."""
CLOSE = 92
"""Days within which a date told, a month or a quarter, says when; a bare year is often only what is talked about."""
QUARTER = 80
"""Days from which on a date told is a span that a figure may cover."""
LONGER = 1.6
"""How many times as long a time may be that is called the same as a period."""
REPORTED = 14
"""Days within which a source's day of issue still evidences the date of what it reports."""


def wrong_dates(ledger: Ledger, fact: Fact, passages: Mapping[int, str]) -> Iterator[Diagnostic]:
    """`date-not-in-quote`, `date-after-source`, and the warning `date-without-evidence`.

    `passages` has, by the index of evidence, the whole sentence of a quote where it is known; its dates count where the
    quote itself tells none. A property holds for as long as its source says, so its date needs no evidence of its own.
    """
    if fact.date is None or isinstance(fact, Property) or not fact.evidence:
        return
    if any(each.source not in ledger.sources for each in fact.evidence):
        return  # told already, and what it would say of the date is not known
    told = {
        index: _told(ledger, fact, index, passages.get(index, "")) for index, _ in enumerate(fact.evidence)
    }
    issued = [date for date in _issued(ledger, fact) if date is not None]
    reported = any(_reported(fact.date, each) for each in issued)
    for index, (dates, _) in told.items():
        weighty = tuple(each for each in dates if _is_close(each) or not reported)
        if weighty and not any(_fits(each, fact) for each in dates):
            yield _contradiction(ledger, fact, index, weighty)
            return
    evidenced = any(_evidences(each, fact.date) for both in told.values() for each in (*both[0], *both[1]))
    if evidenced or reported:
        return
    if issued and fact.modality is not Modality.PROJECTED and all(_later(fact.date, each) for each in issued):
        last = max(issued, key=lambda each: each.last)
        headline = (
            f"{fact.id} is dated {write_date(fact.date)}, its latest source was issued {write_date(last)}"
        )
        yield Diagnostic(
            "date-after-source",
            ledger.place(fact, "date"),
            headline,
            "mend the date, or name a later source that tells of it",
        )
        return
    headline = f"no source says that {fact.id} is of {write_date(fact.date)}"
    hint = "quote the words that say when, or name the date in the `locator`"
    yield Diagnostic(
        "date-without-evidence", ledger.place(fact, "date"), headline, hint, severity=Severity.WARNING
    )


def wrong_period(ledger: Ledger, fact: Fact, index: int, passage: str) -> Iterator[Diagnostic]:
    """`period-not-in-quote`: the passage, the whole sentence where it is known, tells of other years or quarters.

    A time right behind the figure is the figure's own, so it is as long as the period too: a half is no year.
    """
    evidence = fact.evidence[index]
    if not isinstance(fact, Figure) or fact.period is None or evidence.stance is not Stance.SUPPORTS:
        return
    source = ledger.sources.get(evidence.source)
    issued = source.issued if source else None
    words, attached = own_time(passage, fact.value, issued)
    told = [each for each in dates_in(words, issued) if _days_of(each) >= QUARTER]
    if told and not any(_is_of(each, fact.period, alike=attached) for each in told):
        words = ", ".join(f"“{each.words}” ({_days(each)})" for each in told)
        headline = f"{fact.id} is for {write_period(fact.period)}, its quote tells of {words}"
        note = Note("the quote", ledger.place(fact, "evidence", index, "quote"))
        hint = "mend the period, or quote another passage"
        yield Diagnostic("period-not-in-quote", ledger.place(fact, "period"), headline, hint, (note,))


def _is_of(told: Told, period: Period, *, alike: bool) -> bool:
    """Whether a time told may be the period; one that has to be `alike` is about as long."""
    length, other = (told.last - told.first).days + 1, (period.last - period.first).days + 1
    fits = not alike or max(length, other) < LONGER * min(length, other)
    return fits and told.first <= period.last and period.first <= told.last


def _evidences(told: Told, day: EdtfDate) -> bool:
    """Whether a date told is the fact's; one told to the year says nothing about a day."""
    return overlapping(told, day) and (_is_close(told) or not (day.last - day.first).days <= CLOSE)


def _is_close(told: Told) -> bool:
    """Whether a date is told to the quarter at least."""
    return _days_of(told) <= CLOSE


def _days_of(told: Told) -> int:
    return (told.last - told.first).days


def _told(ledger: Ledger, fact: Fact, index: int, passage: str) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """The dates in the quote, and those in the locator."""
    evidence = fact.evidence[index]
    source = ledger.sources.get(evidence.source)
    issued = source.issued if source else None
    quote = quote_of(fact, evidence) if evidence.stance is Stance.SUPPORTS else None
    around = dates_in(passage, issued) if quote else ()
    return dates_in(quote or "", issued) or around, dates_in(evidence.locator or "", issued)


def _fits(told: Told, fact: Fact) -> bool:
    """A quote's date is the fact's date, or the period that its figure covers."""
    if overlapping(told, fact.date, slack=SLACK):
        return True
    period = fact.period if isinstance(fact, Figure) else None
    return period is not None and told.first <= period.last and period.first <= told.last


def _contradiction(ledger: Ledger, fact: Fact, index: int, dates: tuple[Told, ...]) -> Diagnostic:
    words = ", ".join(f"“{each.words}” ({_days(each)})" for each in dates)
    date = write_date(fact.date) if fact.date else ""
    key = ("words",) if fact.evidence[index].quote is None else ("evidence", index, "quote")
    note = Note("the quote", ledger.place(fact, *key))
    headline = f"{fact.id} is dated {date}, its quote says {words}"
    return Diagnostic(
        "date-not-in-quote",
        ledger.place(fact, "date"),
        headline,
        "mend the date, or quote another passage",
        (note,),
    )


def _days(told: Told) -> str:
    return (
        told.first.isoformat()
        if told.first == told.last
        else f"{told.first.isoformat()}/{told.last.isoformat()}"
    )


def _issued(ledger: Ledger, fact: Fact) -> Iterator[EdtfDate | None]:
    for evidence in fact.evidence:
        source = ledger.sources.get(evidence.source)
        if source is not None:
            yield source.issued


def _later(date: EdtfDate, issued: EdtfDate) -> bool:
    return (date.first - issued.last).days > SLACK


def _reported(date: EdtfDate, issued: EdtfDate) -> bool:
    """Whether a source issued then tells of it as news: it overlaps, or came out within two weeks."""
    return (date.first - issued.last).days <= SLACK and (issued.first - date.last).days <= REPORTED
