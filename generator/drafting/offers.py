"""The ids that a field may take, with the names by which people look for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.checks.unknown_id import shelves
from generator.model.ledger import Ledger
from generator.model.likeness import LIKE, likeness
from generator.model.record import Record
from generator.model.source import Source

FEW = 12
"""So many are shown at once; among more, people search."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An id, what it stands for, and every name it goes by."""

    id: str
    label: str
    names: tuple[str, ...] = ()


def offers(ledger: Ledger, shelf: str) -> tuple[Offer, ...]:
    """All records of a kind that the ledger has, in the order of their ids; sources with the newest first."""
    known = sorted(shelves(ledger)[shelf].items(), key=lambda each: (_age(each[1]), each[0]))
    return tuple(_offer(name, record) for name, record in known)


def _age(record: Record) -> int:
    """By which sources are in order: the newer a source, the less; all others are of one age."""
    return -(record.issued or record.accessed).last.toordinal() if isinstance(record, Source) else 0


def exactly(known: Sequence[Offer], typed: str) -> str | None:
    """The id that somebody typed, by the id itself or a name that only one goes by."""
    wanted = typed.strip().casefold()
    found = [each.id for each in known if wanted in (each.id, *map(str.casefold, (each.label, *each.names)))]
    return found[0] if len(set(found)) == 1 else None


def near(known: Sequence[Offer], typed: str) -> tuple[Offer, ...]:
    """Those that come near to what was typed, the nearest first; a hint, never an answer."""
    scored = [
        (max(likeness(typed, name) for name in (each.id, each.label, *each.names)), each) for each in known
    ]
    scored.sort(key=lambda found: -found[0])
    return tuple(each for score, each in scored if score >= LIKE)[:FEW]


def _offer(name: str, record: Record) -> Offer:
    told = ("name", "title", "text", "statement")
    label = next((str(found) for key in told if (found := getattr(record, key, None))), name)
    if isinstance(record, Source):
        return Offer(name, f"{label} ({record.publisher})", (label, record.publisher))
    return Offer(name, label, tuple(getattr(record, "aliases", ())))
