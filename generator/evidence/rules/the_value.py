"""Whether the passage gives the figure as the value itself, or as something beside it that our sentence does not say."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.evidence.case import Case
from generator.evidence.times import own_dates
from generator.model.dates import Span
from generator.model.fact import Figure
from generator.quantities import Direction, write_quantity

NAMES = {
    "earlier": "an earlier or another figure",
    "longer": "a sum over a longer time",
    "change": "a change",
    "added": "an added part",
    "part": "one part of several",
    "distance": "a distance in time",
    "discount": "a discount",
    "joint": "a sum for several",
    "average": "an average",
    "without a part": "a figure without a part",
    "a case": "a supposed case",
    "a piece": "a piece of a longer time",
    "loss": "a loss",
    "one part": "one part of it",
    "a whole": "a whole of which it gives a part",
}
"""What each meaning makes of a figure."""
LONG = 371
"""Days of a year, and a week for those that end on a weekday: a sum over more than that is one over a longer time."""
STEM = 4
"""Letters by which words are the same in another form."""
YEAR_BEFORE = 270
"""Days that the time a year before ended before a source that compares with it: a year, less the time until it reports."""


def check(case: Case) -> Iterator[Diagnostic]:
    """`figure-not-the-value`."""
    fact = case.fact
    if not isinstance(fact, Figure) or case.figure is None:
        return
    for means, words in _beside(case, fact):
        if not case.says_too(means):
            headline = f"{fact.id} says {write_quantity(fact.value)}, in its quote that is {NAMES[means]} (“{words}”)"
            hint = "say so in the statement too, or quote what gives the value itself"
            yield Diagnostic("figure-not-the-value", case.place, headline, hint)
            return


def _beside(case: Case, fact: Figure) -> Iterator[tuple[str, str]]:
    assert case.figure is not None
    turned = fact.value.direction is not Direction.NONE
    for means, words in case.meanings.items():
        if means not in NAMES or (means == "change" and turned) or (means == "loss" and fact.value.high < 0):
            continue
        if means == "longer" and (fact.period is None or (fact.period.last - fact.period.first).days > LONG):
            continue
        if (means == "earlier" and _is_own(case, fact)) or (means == "one part" and _says_which_part(case)):
            continue
        yield means, words
    if not turned and case.figure.quantity.direction is Direction.RISE and "change" not in case.meanings:
        yield "change", case.passage.text[case.figure.start : case.figure.end]


def _says_which_part(case: Case) -> bool:
    """Whether our sentence has a word of what the passage says of the part: `of which $5 million went on salaries`."""
    assert case.figure is not None
    passage, figure = case.passage, case.figure
    clause, words = passage.clause_at(figure.start), passage.tokens.words
    behind = range(passage.tokens.from_offset(figure.end), len(words))
    theirs = {
        words[index][:STEM]
        for index in behind
        if passage.clauses.owner[index] == clause and len(words[index]) >= STEM
    }
    return bool(theirs & {word[:STEM] for word in case.statement.tokens.words})


def _is_own(case: Case, fact: Figure) -> bool:
    """Whether the fact's entity or time stands with a figure that another one is compared with."""
    assert case.figure is not None
    end = case.figure.end
    near = (each for each in case.passage.names if end <= each.start <= end + 40)
    if any(fact.entity in each.entities for each in near):
        return True
    time: Span | None = fact.period or fact.date
    if time is None:
        return False
    dates, attached = own_dates(case.passage, case.figure)
    dates = tuple(each for each in dates if each.start >= end)
    if dates and attached:
        return any(each.first <= time.last and time.first <= each.last for each in dates)
    issued = case.source.issued
    return issued is not None and (issued.first - time.last).days >= YEAR_BEFORE
