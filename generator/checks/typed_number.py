"""No quantity is typed into our own sentences: a figure comes from a fact's value, so that it is written once.

Names with digits are free (R1, H800, Llama 4), as are years and dates.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.placeholder import PLACEHOLDER
from generator.diagnostics import Diagnostic, Place
from generator.model.ledger import Ledger
from generator.model.names import numbered_names, without_names
from generator.model.record import Record
from generator.quantities import quantities_in


def check(ledger: Ledger) -> Iterator[Diagnostic]:
    """`number-typed`, in statements and in every `because`."""
    names = numbered_names(ledger.entities.values())
    for record, text, place in _sentences(ledger):
        plain = PLACEHOLDER.sub("—", without_names(text, names))
        for found in quantities_in(plain):
            number = plain[found.start : found.end].strip()
            headline = f"{getattr(record, 'id', '')}: “{number}” is typed into our own words"
            hint = "write {value}, or say it without the figure and add a fact of its own"
            yield Diagnostic("number-typed", place, headline, hint)


def _sentences(ledger: Ledger) -> Iterator[tuple[Record, str, Place]]:
    """Every sentence of ours in the seeds, with its place."""
    for fact in ledger.facts.values():
        yield fact, fact.statement, ledger.place(fact, "statement")
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
