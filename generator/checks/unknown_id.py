"""Every id that a record names exists: source, entity, metric, question or fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rapidfuzz import process

from generator.diagnostics import Diagnostic, Place
from generator.model.ledger import Ledger
from generator.model.record import Record
from generator.model.references import references


def check(ledger: Ledger) -> Iterator[Diagnostic]:
    """`unknown-source`, `unknown-entity`, `unknown-metric`, `unknown-question`, `unknown-fact`."""
    known = shelves(ledger)
    assessments = [each for listed in ledger.assessments.values() for each in listed]
    for record in (*ledger.facts.values(), *ledger.sources.values(), *assessments):
        for path, kind, name in references(record):
            if name not in known[kind] and name not in ledger.left_out:
                place = ledger.place(record, *path)
                yield unknown(kind, name, known[kind], place=place)


def shelves(ledger: Ledger) -> Mapping[str, Mapping[str, Record]]:
    """The records by kind, as `references` names the kinds."""
    return {
        "fact": ledger.facts,
        "source": ledger.sources,
        "entity": ledger.entities,
        "metric": ledger.metrics,
        "question": ledger.questions,
    }


def unknown(kind: str, name: str, known: Mapping[str, Record], *, place: Place) -> Diagnostic:
    """The diagnostic for an id that nothing has, with the nearest ids there are."""
    near = near_ids(name, known)
    article = "an" if kind == "entity" else "a"
    files = {"entity": "seeds/entities.yml", "metric": "seeds/metrics.yml", "question": "seeds/questions.yml"}
    hint = f"did you mean {near}?" if near else f"add it to {files.get(kind, f'seeds/{kind}s/')}"
    return Diagnostic(f"unknown-{kind}", place, f"`{name}` is not the id of {article} {kind}", hint)


def near_ids(name: str, known: Mapping[str, object]) -> str:
    """Up to three ids that look like `name`, ready for a sentence."""
    found = process.extract(name, sorted(known), limit=3, score_cutoff=70)
    return " or ".join(f"`{each[0]}`" for each in found)
