"""Whether an actual figure is for a time that was over when its source was issued."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.diagnostics import Diagnostic
from generator.evidence.case import Case
from generator.evidence.times import own_dates
from generator.language.clauses import is_past
from generator.model.base_fact import Modality
from generator.model.dates import EdtfDate, Period, Span, write_date, write_period
from generator.model.fact import Fact, Figure
from generator.model.ledger import Ledger
from generator.model.pointers import Stance

_PLANS = {"planned", "possible", "pledged", "conditional", "supposed"}
SLACK = 1
"""Days by which a source may be issued before what it speaks of: time zones."""


def check(ledger: Ledger, fact: Fact, cases: Sequence[Case]) -> Iterator[Diagnostic]:
    """`period-not-over`, unless a passage itself says that its time is over. A source without a day of issue says nothing."""
    if not isinstance(fact, Figure) or fact.period is None or fact.modality is not Modality.ACTUAL:
        return
    supporting = [each.source for each in fact.evidence if each.stance is Stance.SUPPORTS]
    issued = [ledger.sources[source].issued for source in supporting if source in ledger.sources]
    known = [each for each in issued if each is not None]
    if not known or len(known) < len(issued) or any(_ended(fact.period, each) for each in known):
        return
    if any(_is_said_to_be_over(case, fact.period) for case in cases):
        return
    last = max(known, key=lambda each: each.last)
    headline = f"{fact.id} is for {write_period(fact.period)}, which was not over when its source was issued ({write_date(last)})"
    hint = "write `modality: projected`, or the period that was over"
    yield Diagnostic("period-not-over", ledger.place(fact, "period"), headline, hint)


def _ended(period: Period, issued: EdtfDate) -> bool:
    return (period.last - issued.last).days <= SLACK


def _is_said_to_be_over(case: Case, period: Period) -> bool:
    """Whether the passage says `last season`, or that it was so at a time of the period, in the past tense and as no plan."""
    if any(each.cue.means == "over" for each in case.passage.cues):
        return True
    issued = case.source.issued
    if case.figure is None or case.quoted is None or issued is None or _PLANS & set(case.meanings):
        return False
    dates, _ = own_dates(case.passage, case.figure)
    begun = any(each.first <= issued.last and _meet(each, period) for each in dates)
    clause, read = case.passage.clause_at(case.figure.start), case.passage
    own = (word for word, owner in zip(read.tokens.words, read.clauses.owner, strict=True) if owner == clause)
    return begun and any(map(is_past, own))


def _meet(one: Span, other: Span) -> bool:
    return one.first <= other.last and other.first <= one.last
