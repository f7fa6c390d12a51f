"""Relations stand on the later fact: nothing is superseded by what became known before it, or by itself."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Note
from generator.model.dates import write_date
from generator.model.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Diagnostic]:
    """`supersedes-later`: a fact claims to replace one that is dated after it; `disagrees-with-itself`."""
    for fact in ledger.facts.values():
        for index, name in enumerate(fact.supersedes):
            other = ledger.facts.get(name)
            if other is None or fact.date is None or other.date is None or other.date.first <= fact.date.last:
                continue
            headline = f"{fact.id} ({write_date(fact.date)}) supersedes {name}, which is later ({write_date(other.date)})"
            note = Note("the later date", ledger.place(other, "date"))
            place = ledger.place(fact, "supersedes", index)
            yield Diagnostic(
                "supersedes-later", place, headline, "write the relation on the later fact", (note,)
            )
        for index, clash in enumerate(fact.disagrees_with):
            if clash.fact == fact.id:
                place = ledger.place(fact, "disagrees_with", index, "fact")
                headline = f"{fact.id} disagrees with itself"
                yield Diagnostic("disagrees-with-itself", place, headline, "name the other fact")
