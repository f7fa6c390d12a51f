"""Whether a figure tells as what is, what its quote only plans, expects or leaves to somebody's word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.evidence.dated import SLACK
from generator.model.base_fact import Modality
from generator.model.dates import EdtfDate, Period, write_date, write_period
from generator.model.fact import Fact, Figure, Property
from generator.model.ledger import Ledger
from generator.model.pointers import Stance

_PLANNED = re.compile(
    r"\b(?:could|might|may|will|would|going to|(?i:plan(?:s|ned|ning)? (?:to|on|for)|intend(?:s|ed|ing)?|aim(?:s|ed|ing)? (?:to|for)"
    r"|expect(?:s|ed|ing)?|anticipat(?:es?|ed|ing)|project(?:s|ed|ing)? (?:to|that)|projected|forecasts?|hop(?:es?|ed|ing) (?:to|for)))\b"
)
_CLAIMED = re.compile(
    r"\b(?:claim(?:s|ed|ing)?|alleg(?:es?|ed|edly|ing)|reportedly|purport(?:s|ed|edly)|supposedly|rumou?r(?:s|ed)|self-reported)\b",
    re.I,
)


def too_certain(ledger: Ledger, fact: Fact, index: int, quote: str) -> Iterator[Diagnostic]:
    """`stated-as-certain`: a fact told as certain, or as a claim, whose quote speaks of a plan; or as certain, of a claim (design, section 5).

    What governs a clause cannot be cut off a quote, so the quote itself is all there is to read.
    """
    if fact.modality is Modality.PROJECTED or fact.evidence[index].stance is not Stance.SUPPORTS:
        return
    planned = _PLANNED.search(quote) if isinstance(fact, Figure) else None
    actual = isinstance(fact, Figure | Property) and fact.modality is Modality.ACTUAL
    claimed = _CLAIMED.search(quote) if actual else None
    if found := planned or claimed:
        headline = f"{fact.id} states as certain what its quote does not (“{found[0]}”)"
        hint = "write `modality: projected`" if planned else "write `modality: claimed` and `claimed_by`"
        yield Diagnostic("stated-as-certain", ledger.place(fact, "evidence", index, "quote"), headline, hint)


def not_over(ledger: Ledger, fact: Fact) -> Iterator[Diagnostic]:
    """`period-not-over`: an actual figure for a time that still ran when all its sources were issued.

    A day of slack is left for time zones, as for dates. A source without a day of issue tells nothing.
    """
    if not isinstance(fact, Figure) or fact.period is None or fact.modality is not Modality.ACTUAL:
        return
    supporting = [each.source for each in fact.evidence if each.stance is Stance.SUPPORTS]
    issued = [ledger.sources[source].issued for source in supporting if source in ledger.sources]
    known = [each for each in issued if each is not None]
    if not known or len(known) < len(issued) or any(_ended(fact.period, each) for each in known):
        return
    last = max(known, key=lambda each: each.last)
    headline = (
        f"{fact.id} is for {write_period(fact.period)}, which was not over when its source was issued"
        f" ({write_date(last)})"
    )
    hint = "write `modality: projected`, or the period that was over"
    yield Diagnostic("period-not-over", ledger.place(fact, "period"), headline, hint)


def _ended(period: Period, issued: EdtfDate) -> bool:
    return (period.last - issued.last).days <= SLACK
