"""One name, one entity: a name that two entities share would let evidence about one stand for the other."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Note
from generator.model.entity import Entity
from generator.model.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Diagnostic]:
    """`same-name`, at the later entity's name or alias; letters' case makes no difference."""
    seen: dict[str, Entity] = {}
    for entity in ledger.entities.values():
        for name, path in _names(entity):
            first = seen.setdefault(name.casefold(), entity)
            if first is not entity:
                headline = f"{entity.id} is called `{name}`, and so is {first.id}"
                note = Note("the first entity", ledger.place(first, "name"))
                hint = "use one entity, or the longer name that tells them apart"
                yield Diagnostic("same-name", ledger.place(entity, *path), headline, hint, (note,))


def _names(entity: Entity) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    yield entity.name, ("name",)
    for index, alias in enumerate(entity.aliases):
        yield alias, ("aliases", index)
