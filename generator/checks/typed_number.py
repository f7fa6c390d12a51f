"""No quantity is typed into our own sentences: a figure comes from a fact's value, so that it is written once.

Names with digits are free (A380, Falcon 9), as are years and dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.placeholder import PLACEHOLDER
from generator.diagnostics import Diagnostic, Place
from generator.model.fact import Derived, Figure, Quotation
from generator.model.ledger import Ledger, Proof
from generator.model.names import numbered_names, without_names
from generator.model.record import Record
from generator.quantities import UNREADABLE, Quantity, quantities_in, read_quantity
from generator.quantities.units import is_money

OWN = "write {value} in its place"
OTHER = "say it without the number, and give the number a fact of its own"
_FREE = re.compile(
    r"\b(?:19|20)\d\d(?:s\b|\b)|\b\d{1,2}(?:st|nd|rd|th)?(?:\s(?:to|and)\s\d{1,2})?\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*"
    r"|\b[A-Z][\w’-]*\s\d{1,2}\b"
)
"""Years, days, and names that end in a number."""
_BARE = re.compile(r"(?<![\w.,-])\d{2,}(?:[.,]\d+)*(?![\w-])")


def check(ledger: Ledger) -> Iterator[Diagnostic]:
    """`number-typed`, in statements, occasions and locators, and in every `because`."""
    names = numbered_names(ledger.entities.values())
    for record, text, place in _sentences(ledger):
        for number in numbers_in(text, names):
            headline = f"{getattr(record, 'id', '')}: “{number}” is typed into our own words"
            hint = OWN if _is_value(ledger, record, number) else OTHER
            yield Diagnostic("number-typed", place, headline, hint)
    for fact in ledger.facts.values():
        for index, evidence in enumerate(fact.evidence):
            for found in quantities_in(without_names(evidence.locator or "", names)):
                if _is_large(found.quantity):
                    headline = f"{fact.id}: “{(evidence.locator or '')[found.start : found.end]}” is typed into a locator"
                    place = ledger.place(fact, "evidence", index, "locator")
                    yield Diagnostic("number-typed", place, headline, "name only the page, section or table")


def numbers_in(text: str, names: re.Pattern[str]) -> tuple[str, ...]:
    """The numbers that a sentence of ours types; `names` are those with digits in them."""
    plain = PLACEHOLDER.sub("—", without_names(text, names))
    told = tuple(plain[found.start : found.end].strip() for found in quantities_in(plain))
    return told or tuple(found[0] for found in _BARE.finditer(_FREE.sub(" ", plain)))


def _is_value(ledger: Ledger, record: Record, number: str) -> bool:
    """Whether the number typed is the very value of the fact, or the one that its quote says it should be."""
    read = read_quantity(number)
    if read is None or not isinstance(record, Figure | Derived):
        return False
    value = ledger.value(record)
    meant = [value] if value else []
    for index, located in ledger.proofs(record) if isinstance(record, Figure) else ():
        if located.proof is Proof.FAILED:
            quote, reading = record.evidence[index].quote or "", ledger.reading(record.metric)
            meant += [found.quantity for found in quantities_in(quote, reading)]
    return any((read.low, read.high) == (each.low, each.high) for each in meant)


def _is_large(quantity: Quantity) -> bool:
    """Money, a share, or a magnitude: no section, page or count of paragraphs."""
    return (
        is_money(quantity.unit)
        or quantity.unit in (UNREADABLE, "percent", "share", "times")
        or quantity.high >= 1000
    )


def _sentences(ledger: Ledger) -> Iterator[tuple[Record, str, Place]]:
    """Every sentence of ours in the seeds, with its place."""
    for fact in ledger.facts.values():
        yield fact, fact.statement, ledger.place(fact, "statement")
        if isinstance(fact, Quotation):
            yield fact, fact.occasion, ledger.place(fact, "occasion")
        for number, evidence in enumerate(fact.evidence):
            for index, review in enumerate(evidence.reviewed):
                yield (
                    fact,
                    review.because,
                    ledger.place(fact, "evidence", number, "reviewed", index, "because"),
                )
        for index, clash in enumerate(fact.disagrees_with):
            yield fact, clash.because, ledger.place(fact, "disagrees_with", index, "because")
        if fact.retracted:
            yield fact, fact.retracted.because, ledger.place(fact, "retracted", "because")
    for assessment in (each for listed in ledger.assessments.values() for each in listed):
        yield assessment, assessment.because, ledger.place(assessment, "because")
    for metric in ledger.metrics.values():
        yield metric, metric.definition, ledger.place(metric, "definition")
    for entity in ledger.entities.values():
        if entity.description:
            yield entity, entity.description, ledger.place(entity, "description")
    for question in ledger.questions.values():
        yield question, question.text, ledger.place(question, "text")
