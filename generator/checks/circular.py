"""No fact supersedes itself, and nothing rests on itself, over any number of steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.diagnostics import Diagnostic
from generator.model.fact import Derived, Fact, rests_on
from generator.model.ledger import Ledger

LONGEST_WAY = 8


def check(ledger: Ledger) -> Iterator[Diagnostic]:
    """`circular`, at the relation of the fact that closes the ring."""
    for verb, below in (("supersedes", _supersedes), ("rests on", rests_on)):
        for ring in _rings({name: below(fact) for name, fact in ledger.facts.items()}):
            fact = ledger.facts[ring[0]]
            key = (
                "supersedes"
                if verb == "supersedes"
                else "inputs"
                if isinstance(fact, Derived)
                else "rests_on"
            )
            headline = f"{fact.id} {verb} itself: {_shortened([*ring, ring[0]])}"
            index = below(fact).index(ring[1 % len(ring)])
            hint = "take it out, or another one of the circle"
            yield Diagnostic("circular", ledger.place(fact, key, index), headline, hint)


def _supersedes(fact: Fact) -> tuple[str, ...]:
    return fact.supersedes


def _shortened(ring: Sequence[str]) -> str:
    """The way round, its middle left out where it is long."""
    return " → ".join(ring if len(ring) <= LONGEST_WAY else [*ring[:4], "…", *ring[-3:]])


def _rings(steps: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Every ring once, beginning with its first id in file order."""
    done: set[str] = set()
    for start in steps:
        way: dict[str, Iterator[str]] = {start: iter(steps[start])} if start not in done else {}
        while way:
            last = next(reversed(way))
            name = next(way[last], None)
            if name is None:
                done.add(last)
                del way[last]
            elif name in way:
                yield tuple(way)[list(way).index(name) :]
            elif name in steps and name not in done:
                way[name] = iter(steps[name])
