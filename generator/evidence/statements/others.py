"""Whether our sentence is about somebody else, or another time."""

from __future__ import annotations

from generator.evidence.case import Case
from generator.evidence.times import own_dates
from generator.model.dates import Span
from generator.model.fact import Figure, subjects


def is_of_another(case: Case) -> str:
    """Somebody named in our sentence of whom neither the fact nor the passage is."""
    known = set(subjects(case.fact))
    names = [name for each in case.statement.names for name in each.entities]
    if isinstance(case.fact, Figure):
        if not names or case.fact.entity in names or case.fact.entity not in case.ledger.entities:
            return ""
        if case.quoted is None and known & set(names):
            return ""
        return f"is about {case.ledger.name(names[0])}, the fact about {case.ledger.name(case.fact.entity)}"
    if case.quoted is None:
        return ""
    around = case.quoted.stored.paragraph(case.passage.start)
    named = {name for passage in (case.passage, *around) for each in passage.names for name in each.entities}
    strange = [each for each in case.statement.names if not set(each.entities) & (known | named)]
    publisher = case.source.publisher
    strange = [each for each in strange if case.statement.text[each.start : each.end] not in publisher]
    return (
        f"names {case.ledger.name(strange[0].entities[0])}, whom its quote does not name" if strange else ""
    )


def is_of_another_time(case: Case) -> str:
    """A date typed into our sentence that is neither the fact's nor one that the source names."""
    if case.quoted is None:
        return ""
    if case.own is not None:
        dates, _ = own_dates(case.statement, case.own)
    else:
        dates = case.statement.dates
    times: list[Span] = [
        each for each in (case.fact.date, getattr(case.fact, "period", None)) if each is not None
    ]
    known = (*times, *case.quoted.stored.dates)
    for each in dates:
        if not any(each.first <= one.last and one.first <= each.last for one in known):
            return f"says “{each.words}”, which is neither the fact's time nor the source's"
    return ""
