"""No fact supersedes itself, and no argument rests on itself, over any number of steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.diagnostics import Diagnostic
from generator.model.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Diagnostic]:
    """`circular`, at the relation of the fact that closes the ring; inputs are followed while computing."""
    for key in ("supersedes", "rests_on"):
        steps = {name: tuple(getattr(fact, key, ())) for name, fact in ledger.facts.items()}
        for ring in _rings(steps):
            fact = ledger.facts[ring[0]]
            way = " → ".join([*ring, ring[0]])
            verb = "supersedes" if key == "supersedes" else "rests on"
            headline = f"{fact.id} {verb} itself: {way}"
            yield Diagnostic("circular", ledger.place(fact, key), headline, "take one of them out")


def _rings(steps: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Every ring once, beginning with its first id in file order."""
    done: set[str] = set()
    for start in steps:
        way: list[tuple[str, Iterator[str]]] = [(start, iter(steps[start]))] if start not in done else []
        while way:
            name = next(way[-1][1], None)
            path = [each for each, _ in way]
            if name is None:
                done.add(way.pop()[0])
            elif name in path:
                yield tuple(path[path.index(name) :])
            elif name in steps and name not in done:
                way.append((name, iter(steps[name])))
