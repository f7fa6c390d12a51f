"""Circumstances got wrong: when, who, about whom, how certain."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import MAXYEAR, MINYEAR, timedelta

from generator.auditing.variant import Variant, quote_in
from generator.evidence.dating import dates_in
from generator.model.base_fact import Modality
from generator.model.dates import EdtfDate, read_date, read_period
from generator.model.fact import Fact, Figure, Property, Quotation
from generator.model.ledger import Ledger, Proof

ELSEWHEN = 1911
"""A year of which no source here speaks."""
OfCircumstance = Callable[[Ledger, Fact], Iterator[Variant]]


def date(ledger: Ledger, fact: Fact) -> Iterator[Variant]:
    """The date a year later and a year earlier, where something evidences it at all."""
    day = fact.date
    if day is None or isinstance(fact, Property) or not fact.evidence or (day.last - day.first).days > 40:
        return
    for years, what in ((1, "a year later"), (-1, "a year earlier")):
        if MINYEAR <= day.first.year + years <= MAXYEAR:
            yield Variant(fact.model_copy(update={"date": _moved(day, years)}), what)


def _moved(day: EdtfDate, years: int) -> EdtfDate:
    return read_date((day.first + timedelta(365 * years)).isoformat())


def period(ledger: Ledger, fact: Fact) -> Iterator[Variant]:
    """The period a year later and a year earlier, where the quote tells years or quarters."""
    if not isinstance(fact, Figure) or fact.period is None:
        return
    told = [told for each in fact.evidence for told in dates_in(quote_in(fact, each), None)]
    if not any((each.last - each.first).days > 80 for each in told):
        return
    for days, what in ((366, "a year later"), (-366, "a year earlier")):
        first, last = (edge + timedelta(days) for edge in (fact.period.first, fact.period.last))
        moved = read_period(f"{first}/{last}")
        yield Variant(fact.model_copy(update={"period": moved}), what)


def speaker(ledger: Ledger, fact: Fact) -> Iterator[Variant]:
    """Words given to somebody else."""
    if isinstance(fact, Quotation) and _is_verified(ledger, fact):
        for other in _others(ledger, fact.speaker)[:3]:
            yield Variant(fact.model_copy(update={"speaker": other}), f"given to {other}")


def subject(ledger: Ledger, fact: Fact) -> Iterator[Variant]:
    """A figure or a term given to each other entity of its kind."""
    if isinstance(fact, Figure | Property) and _is_verified(ledger, fact):
        for other in _others(ledger, fact.entity):
            yield Variant(fact.model_copy(update={"entity": other}), f"given to {other}")


def certainty(ledger: Ledger, fact: Fact) -> Iterator[Variant]:
    """A plan or a forecast told as what is, where it is quoted or its time is told."""
    told = isinstance(fact, Figure) and (fact.period or any(quote_in(fact, each) for each in fact.evidence))
    if told and fact.modality is Modality.PROJECTED:
        yield Variant(fact.model_copy(update={"modality": Modality.ACTUAL}), "told as actual")


def statement(ledger: Ledger, fact: Fact) -> Iterator[Variant]:
    """Our own sentence about a quoted figure: denied, about somebody else, or of another time."""
    if not isinstance(fact, Figure) or not _is_verified(ledger, fact):
        return
    text = fact.statement
    yield _stating(fact, f"It is not true that {text[:1].lower()}{text[1:]}", "denied")
    yield _stating(fact, f"In {ELSEWHEN} {text[:1].lower()}{text[1:]}", "of another year")
    own = ledger.entities[fact.entity]
    name = next((each for each in (own.name, *own.aliases) if each in text), "")
    for other in _others(ledger, fact.entity)[:3] if name else ():
        yield _stating(fact, text.replace(name, ledger.entities[other].name), f"about {other}")


def _stating(fact: Fact, text: str, what: str) -> Variant:
    return Variant(fact.model_copy(update={"statement": text}), what)


def _is_verified(ledger: Ledger, fact: Fact) -> bool:
    return any(located.proof is Proof.VERIFIED for _, located in ledger.proofs(fact))


def _others(ledger: Ledger, name: str) -> list[str]:
    """The ids of all other entities of the same kind, sorted."""
    kind = ledger.entities[name].kind
    return sorted(each.id for each in ledger.entities.values() if each.kind == kind and each.id != name)


CIRCUMSTANCES: Mapping[str, OfCircumstance] = {
    "date": date, "period": period, "speaker": speaker, "subject": subject, "certainty": certainty,
    "statement": statement,
}  # fmt: skip
