"""Whether a quote gives a figure as the value itself, or only as something beside it, or a plan, that the fact does not say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.diagnostics import Diagnostic, Place
from generator.evidence.agreement import agreement
from generator.evidence.apart import CHANGE, EARLIER, LONGER, Way, told_apart
from generator.evidence.dating import dates_in
from generator.model.base_fact import Modality
from generator.model.dates import EdtfDate, Span
from generator.model.fact import Figure
from generator.quantities import Direction, Found, write_quantity

_YEAR_BEFORE = re.compile(
    r"\A,?\s(?:(?:a|one) (?:year|quarter|month) (?:earlier|ago|before)|(?:in )?the (?:(?:year|quarter|month) (?:before|earlier)"
    r"|(?:previous|prior|preceding|same|year-ago|year-earlier) \w+)|last (?:year|quarter))\b",
    re.I,
)
_BEHIND = re.compile(r"(?:\s[\w’'-]+){0,6}")
_TOLD = {"projected": "write `modality: projected`", "claimed": "write `modality: claimed` and `claimed_by`"}
_A_YEAR = 371
_A_QUARTER = 80
"""Days by which the time before is older than a source that tells of it."""


def beside_the_value(
    fact: Figure,
    quoted: Sequence[Found],
    text: str,
    *,
    issued: EdtfDate | None,
    names: Sequence[str],
    place: Place,
) -> tuple[Diagnostic, ...]:
    """`figure-not-the-value`: all that agrees with the value is told as something beside it, and nothing in the fact says so.

    `names` are those of the fact's entity: in `against $5 million for Northwind` the figure is Northwind's own.
    """
    agreeing = [each for each in quoted if agreement(fact.value, [each.quantity]).agrees]
    told = [found for each in agreeing if (found := _told(fact, each, text, issued, names))]
    if not agreeing or len(told) < len(agreeing):
        return ()
    way, words = told[0]
    if way.modality:
        headline = f"{fact.id} states as certain what its quote tells as {way.name} (“{words}”)"
        return (Diagnostic("stated-as-certain", place, headline, _TOLD[way.modality]),)
    headline = f"{fact.id} says {write_quantity(fact.value)}, its quote tells that as {way.name} (“{words}”)"
    hint = "say so in the statement too, or quote what gives the value itself"
    return (Diagnostic("figure-not-the-value", place, headline, hint),)


def _told(
    fact: Figure, found: Found, text: str, issued: EdtfDate | None, names: Sequence[str]
) -> tuple[Way, str] | None:
    """What a figure is told as, and the words that do it; None where it is the value."""
    ours = f"{fact.statement} {fact.metric}"
    for way, words in told_apart(text, found, ours):
        if way.modality and fact.modality in (Modality.PROJECTED, way.modality):
            continue
        if way is LONGER and (fact.period is None or (fact.period.last - fact.period.first).days > _A_YEAR):
            continue
        if way is not EARLIER or not _is_own(fact, text, found, issued, names):
            return way, words
    risen = found.quantity.direction is Direction.RISE and fact.value.direction is Direction.NONE
    if risen and not CHANGE.said.search(ours):
        return CHANGE, text[found.start : found.end]
    return None


def _is_own(fact: Figure, text: str, found: Found, issued: EdtfDate | None, names: Sequence[str]) -> bool:
    """Whether the fact's entity or time stands right behind a figure that another one is compared with."""
    behind = _BEHIND.match(text, found.end)
    words = behind[0] if behind else ""
    if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) for name in names):
        return True
    time: Span | None = fact.period or fact.date
    if time is None:
        return False
    if told := dates_in(words, issued):
        return any(_meet(each, time) for each in told)
    before = issued is not None and (issued.first - time.last).days >= _A_QUARTER
    return (
        bool(_YEAR_BEFORE.match(words))
        and before
        and not any(_meet(each, time) for each in dates_in(text, issued))
    )


def _meet(one: Span, other: Span) -> bool:
    return one.first <= other.last and other.first <= one.last
