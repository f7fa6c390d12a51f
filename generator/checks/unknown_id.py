"""Every id that a record names exists: source, entity, metric, question or fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.diagnostics import Diagnostic, Note, Place
from generator.model.ledger import Ledger
from generator.model.likeness import LIKE, likeness
from generator.model.record import Record, as_id
from generator.model.references import references

FARTHER = 5
"""How much less alike than the nearest an id may be and still be named, in percent."""
_HOMES: Mapping[str, tuple[str, str]] = {
    "entity": ("seeds/entities.yml", "`name` and `kind`"),
    "metric": ("seeds/metrics.yml", "`name`, `unit` and `definition`"),
    "question": ("seeds/questions.yml", "`text`"),
    "source": (
        "a file below seeds/sources/",
        "`type`, `title`, `publisher`, `accessed`, `tier`, and `url` or `archive`",
    ),
    "fact": ("a file below seeds/facts/", ""),
}
"""Where records live, and which keys each of them must have, by the name of the kind; a fact needs far more than keys."""

_ASKED_FOR = ("source", "entity", "fact")
"""What a command asks for and writes."""


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
    article = "an" if kind == "entity" else "a"
    headline = f"`{name}` is not the id of {article} {kind} here"
    notes = tuple(Note(text) for text in made_by(kind))
    return Diagnostic(f"unknown-{kind}", place, headline, instead(kind, name, known), notes)


def instead(kind: str, name: str, known: Mapping[str, object]) -> str:
    """The hint for an id that nothing has: the ids that come near, else where such a record is written."""
    if near := near_ids(name, known):
        return f"did you mean {near}?"
    if kind not in _HOMES:
        return f"write one of {', '.join(sorted(known))}"
    where, keys = _HOMES[kind]
    return f"add it to {where}: `- id: {name}`, then {keys}" if keys else f"take an id from {where}"


def made_by(kind: str) -> Iterator[str]:
    """The command that makes a new record of a kind, told as a note; nothing where none does."""
    if kind in _ASKED_FOR:
        yield f"`explainer new {kind}` makes a new one"


def _alike(name: str, spelling: str) -> float:
    """How alike two ids are, in percent; one that goes on where the other ends is at least a little like it."""
    return max(likeness(name, spelling), LIKE if name.startswith(f"{spelling}-") else 0)


def near_ids(name: str, known: Mapping[str, object]) -> str:
    """Up to three ids that look like `name`, or whose records are called so, ready for a sentence."""
    called = {
        as_id(word): each
        for each, record in sorted(known.items())
        for word in (getattr(record, "name", ""), *getattr(record, "aliases", ()))
    }
    spellings = {**called, **{each: each for each in known}}
    scored = sorted((-_alike(name, spelling), spelling) for spelling in spellings)
    best = -scored[0][0] if scored else 0
    near = dict.fromkeys(
        spellings[spelling] for score, spelling in scored[:3] if -score >= max(LIKE, best - FARTHER)
    )
    return " or ".join(f"`{each}`" for each in near)
