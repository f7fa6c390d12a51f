"""A fact's date against what its passages say, and against the days its sources were issued."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.diagnostics import Diagnostic, Note, Severity
from generator.evidence.case import Case
from generator.evidence.dating import Told, dates_in
from generator.evidence.times import own_dates
from generator.model.base_fact import Modality
from generator.model.dates import EdtfDate, write_date
from generator.model.fact import Event, Fact, Figure, Property, quote_of
from generator.model.ledger import Ledger
from generator.model.pointers import Stance

SLACK = 1
"""Days by which a day may differ from another: time zones, and reports of the next day."""
WEEK = 7
CLOSE = 92
"""Days within which a date, a month or a quarter, says when; a bare year is often only what is talked about."""
REPORTED = 14
"""Days within which a source's day of issue still evidences the date of what it reports."""


def check(ledger: Ledger, fact: Fact, cases: Sequence[Case]) -> Iterator[Diagnostic]:
    """`date-not-in-quote`, `date-after-source`, and the warning `date-without-evidence`.

    `cases` are those of the pieces of evidence that hold. A property holds for as long as its source says, so its date
    needs no evidence of its own.
    """
    if fact.date is None or isinstance(fact, Property) or not fact.evidence:
        return
    if any(each.source not in ledger.sources for each in fact.evidence):
        return  # that is an error of its own, and what the source says of the date is not known
    issued = [date for date in _issued(ledger, fact) if date is not None]
    reported = any(_reported(fact.date, each) for each in issued)
    by_index = {case.index: case for case in cases}
    evidenced = False
    for index, _ in enumerate(fact.evidence):
        said = _said(ledger, fact, index, by_index.get(index))
        if (
            isinstance(fact, Figure) and fact.modality is Modality.PROJECTED
        ):  # when it will be is not when that was said
            said = tuple(each for each in said if not _is_to_come(each, issued))
        weighty = tuple(each for each in said if _is_close(each) or not reported)
        if weighty and not any(_fits(each, fact) for each in said):
            yield _contradiction(ledger, fact, index, weighty)
            return
        evidenced = evidenced or any(
            _evidences(each, fact.date) for each in (*said, *_located(ledger, fact, index))
        )
    done = issued and fact.modality is not Modality.PROJECTED and isinstance(fact, Event | Figure)
    if done and all(_later(fact.date, each) for each in issued):
        yield _too_early(ledger, fact, fact.date, issued)
    elif not evidenced and not reported:
        yield _unsupported(ledger, fact)


def _is_to_come(told: Told, issued: Sequence[EdtfDate]) -> bool:
    return all((told.first - each.last).days > SLACK for each in issued)


def _too_early(ledger: Ledger, fact: Fact, date: EdtfDate, issued: Sequence[EdtfDate]) -> Diagnostic:
    """What was not over when its latest source came out is no fact yet, whatever the source says is to be."""
    last = write_date(max(issued, key=lambda each: each.last))
    headline = f"{fact.id} is dated {write_date(date)}, its latest source was issued {last}"
    hint = "mend the date, or name a later source that speaks of it"
    return Diagnostic("date-after-source", ledger.place(fact, "date"), headline, hint)


def _unsupported(ledger: Ledger, fact: Fact) -> Diagnostic:
    date = write_date(fact.date) if fact.date else ""
    headline = f"no source says that {fact.id} is of {date}"
    hint = "quote the words that say when, or name the date in the `locator`"
    return Diagnostic(
        "date-without-evidence", ledger.place(fact, "date"), headline, hint, severity=Severity.WARNING
    )


def _said(ledger: Ledger, fact: Fact, index: int, case: Case | None) -> tuple[Told, ...]:
    """The dates of a figure's clause, or those of the quote, else of its whole sentence."""
    evidence = fact.evidence[index]
    quote = quote_of(fact, evidence) if evidence.stance is Stance.SUPPORTS else None
    if quote is None:
        return ()
    issued = ledger.sources[evidence.source].issued
    if case is not None and case.figure is not None:
        return own_dates(case.passage, case.figure)[0]
    return dates_in(quote, issued) or (case.passage.dates if case else ())


def _located(ledger: Ledger, fact: Fact, index: int) -> tuple[Told, ...]:
    evidence = fact.evidence[index]
    return dates_in(evidence.locator or "", ledger.sources[evidence.source].issued)


def _evidences(told: Told, day: EdtfDate) -> bool:
    """Whether a date is the fact's; one of a year says nothing about a day."""
    return _meet(told, day) and (_is_close(told) or not (day.last - day.first).days <= CLOSE)


def _is_close(told: Told) -> bool:
    """Whether a date is that of a quarter at most."""
    return (told.last - told.first).days <= CLOSE


def _fits(told: Told, fact: Fact) -> bool:
    """A quote's date is the fact's date, or the period that its figure covers."""
    if fact.date is not None and _meet(told, fact.date):
        return True
    period = fact.period if isinstance(fact, Figure) else None
    return period is not None and told.first <= period.last and period.first <= told.last


def _meet(told: Told, date: EdtfDate) -> bool:
    """Whether two dates share a day; a day or a week may miss by one, a month or a year is compared as it is."""
    slack = SLACK if (told.last - told.first).days < WEEK and date.first == date.last else 0
    return (told.first - date.last).days <= slack and (date.first - told.last).days <= slack


def _contradiction(ledger: Ledger, fact: Fact, index: int, dates: Sequence[Told]) -> Diagnostic:
    words = ", ".join(f"“{each.words}” ({_days(each)})" for each in dates)
    date = write_date(fact.date) if fact.date else ""
    key = ("words",) if fact.evidence[index].quote is None else ("evidence", index, "quote")
    note = Note("the quote", ledger.place(fact, *key))
    headline = f"{fact.id} is dated {date}, its quote says {words}"
    hint = "mend the date, or quote another passage"
    return Diagnostic("date-not-in-quote", ledger.place(fact, "date"), headline, hint, (note,))


def _days(told: Told) -> str:
    first, last = told.first.isoformat(), told.last.isoformat()
    return first if first == last else f"{first}/{last}"


def _issued(ledger: Ledger, fact: Fact) -> Iterator[EdtfDate | None]:
    for evidence in fact.evidence:
        source = ledger.sources.get(evidence.source)
        if source is not None:
            yield source.issued


def _later(date: EdtfDate, issued: EdtfDate) -> bool:
    return (date.first - issued.last).days > SLACK


def _reported(date: EdtfDate, issued: EdtfDate) -> bool:
    """Whether a source issued then has it as news: it overlaps, or came out within two weeks."""
    return (date.first - issued.last).days <= SLACK and (issued.first - date.last).days <= REPORTED
