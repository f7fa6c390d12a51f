"""The ids that a field may take, with the names by which people look for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.checks.unknown_id import shelves
from generator.model.ledger import Ledger
from generator.model.likeness import LIKE, likeness
from generator.model.record import Record
from generator.model.references import references
from generator.model.source import Source

FEW = 12
"""So many are shown at once; among more, people search."""
A_PIECE, FEWEST = 95, 3
"""How alike a piece of a name is to it, in percent, from so many letters on."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An id, what it stands for, and every name it goes by."""

    id: str
    label: str
    names: tuple[str, ...] = ()


def offers(ledger: Ledger, shelf: str) -> tuple[Offer, ...]:
    """All records of a kind that the ledger has: sources with the last opened first, others with the most used first."""
    used = Counter(
        name for fact in ledger.facts.values() for _, kind, name in references(fact) if kind == shelf
    )
    known = shelves(ledger)[shelf]
    ordered = sorted(known, key=lambda name: (_age(known[name]), -used[name], name))
    return tuple(_offer(name, known[name]) for name in ordered)


def _age(record: Record) -> tuple[int, int]:
    """By which sources are in order: the later they were opened and issued, the less; all others are of one age."""
    if not isinstance(record, Source):
        return 0, 0
    issued = record.issued.last.toordinal() if record.issued else 0
    return -record.accessed.last.toordinal(), -issued


def exactly(known: Sequence[Offer], typed: str) -> str | None:
    """The id that somebody typed, by the id itself or a name that only one goes by."""
    wanted = typed.strip().casefold()
    found = [each.id for each in known if wanted in (each.id, *map(str.casefold, (each.label, *each.names)))]
    return found[0] if len(set(found)) == 1 else None


def near(known: Sequence[Offer], typed: str) -> tuple[Offer, ...]:
    """Those that come near to what was typed or have it in a name, the nearest first; a hint, never an answer."""
    scored = [
        (max(_alike(typed, name) for name in (each.id, each.label, *each.names)), each) for each in known
    ]
    scored.sort(key=lambda found: -found[0])
    return tuple(each for score, each in scored if score >= LIKE)[:FEW]


def _alike(typed: str, name: str) -> float:
    """How alike they are, in percent; a piece of a name is a little less than the whole."""
    piece = typed.strip().casefold()
    return max(likeness(typed, name), A_PIECE if len(piece) >= FEWEST and piece in name.casefold() else 0)


def _offer(name: str, record: Record) -> Offer:
    told = ("name", "title", "text", "statement")
    label = next((str(found) for key in told if (found := getattr(record, key, None))), name)
    if isinstance(record, Source):
        return Offer(name, f"{label} ({record.publisher})", (label, record.publisher))
    return Offer(name, label, tuple(getattr(record, "aliases", ())))
