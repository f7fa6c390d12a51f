"""A fact replaces only what it is about: the same figure, or something about the same entity."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Note
from generator.model.fact import Fact, Figure, subjects
from generator.model.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Diagnostic]:
    """`supersedes-another-matter`, at the id in `supersedes`."""
    for fact in ledger.facts.values():
        for index, name in enumerate(fact.supersedes):
            other = ledger.facts.get(name)
            if other is None or _same_matter(fact, other):
                continue
            headline = f"{fact.id} supersedes {name}, which is about another matter"
            note = Note("what it would replace", ledger.place(other, "id"))
            hint = "take it out, or mend `entity`, `metric` or `entities`"
            yield Diagnostic(
                "supersedes-another-matter", ledger.place(fact, "supersedes", index), headline, hint, (note,)
            )


def _same_matter(one: Fact, other: Fact) -> bool:
    if isinstance(one, Figure) and isinstance(other, Figure):
        return (one.entity, one.metric) == (other.entity, other.metric)
    return bool(set(subjects(one)) & set(subjects(other)))
