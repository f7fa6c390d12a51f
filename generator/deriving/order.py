"""The facts in the order in which they are built on one another, so that nothing needs to be followed twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.fact import Fact, rests_on


def from_the_ground(facts: Mapping[str, Fact]) -> tuple[Fact, ...]:
    """Every fact after those it rests on, otherwise in file order; a ring begins with its first fact in the file."""
    placed: dict[str, Fact] = {}
    met: set[str] = set()
    for start in facts:
        way = [_step(facts, start, met)] if start not in met else []
        while way:
            name, below = way[-1]
            next_below = next((each for each in below if each in facts and each not in met), None)
            if next_below is None:
                placed[name] = facts[name]
                way.pop()
            else:
                way.append(_step(facts, next_below, met))
    return tuple(placed.values())


def _step(facts: Mapping[str, Fact], name: str, met: set[str]) -> tuple[str, Iterator[str]]:
    met.add(name)
    return name, iter(rests_on(facts[name]))
