"""Two current figures of one entity, metric and period may not exclude each other unless a fact says that they clash."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations

from generator.diagnostics import Diagnostic, Note
from generator.model.base_fact import Modality
from generator.model.dates import EdtfDate, Period, overlaps
from generator.model.fact import Figure
from generator.model.ledger import Ledger
from generator.quantities import Bound, Quantity, write_quantity

HEDGE = Decimal("0.05")
"""How far `about` reaches to each side."""


def check(ledger: Ledger) -> Iterator[Diagnostic]:
    """`contradiction`: the later fact's value, with the place of the other."""
    groups: dict[tuple[str, str, bool], list[Figure]] = defaultdict(list)
    for fact in ledger.facts.values():
        if isinstance(fact, Figure) and not fact.retracted:
            projected = fact.modality is Modality.PROJECTED
            groups[(fact.entity, fact.metric, projected)].append(fact)
    related = settled(ledger)
    for facts in groups.values():
        for one, other in _clashing(facts, related):
            yield _told(ledger, *sorted((one, other), key=_said))


def _told(ledger: Ledger, earlier: Figure, later: Figure) -> Diagnostic:
    """Both values, both places, and the three ways out."""
    old, new = write_quantity(earlier.value), write_quantity(later.value)
    notes = (
        Note("the other value", ledger.place(earlier, "value")),
        Note("if one of them is a slip: mend its `value`, `period` or `date`"),
        Note(f"if {later.id} replaces the other: write `supersedes: [{earlier.id}]` in it"),
        Note(
            f"if sources differ: write `disagrees_with` in {later.id}, with `- fact: {earlier.id}` and `because: …`"
        ),
    )
    headline = f"{later.id} says {new}, {earlier.id} says {old} for the same time"
    hint = (
        f"mend the one that is wrong; if both are right, write `supersedes` or `disagrees_with` in {later.id}"
    )
    return Diagnostic("contradiction", ledger.place(later, "value"), headline, hint, notes)


def _said(fact: Figure) -> date:
    """When it was said or became known, as far as the fact tells."""
    return (fact.date or _time(fact)).first


def _clashing(facts: Sequence[Figure], related: set[frozenset[str]]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of one time with values that exclude each other, compared only within the same time span."""
    ordered = sorted(facts, key=lambda fact: (_time(fact).first, _time(fact).last, fact.id))
    for one, other in combinations(ordered, 2):
        if frozenset((one.id, other.id)) in related or not _same_time(one, other):
            continue
        if _exclude(one.value, other.value):
            yield one, other


def settled(ledger: Ledger) -> set[frozenset[str]]:
    """Pairs of facts that a relation speaks of, chains of `supersedes` followed to their end."""
    pairs = set()
    for fact in ledger.facts.values():
        pairs |= {frozenset((fact.id, each.fact)) for each in fact.disagrees_with}
        waiting, seen = list(fact.supersedes), {fact.id}
        while waiting:
            name = waiting.pop()
            pairs.add(frozenset((fact.id, name)))
            if name not in seen and name in ledger.facts:
                waiting.extend(ledger.facts[name].supersedes)
            seen.add(name)
    return pairs


def _time(fact: Figure) -> Period | EdtfDate:
    time = fact.period or fact.date
    assert time is not None  # a figure has a period or a date, see the model
    return time


def _same_time(one: Figure, other: Figure) -> bool:
    """The same kind of time and the same span: a quarter does not contradict its year."""
    first, second = _time(one), _time(other)
    if isinstance(first, Period) and isinstance(second, Period):
        return (first.first, first.last) == (second.first, second.last)
    return type(first) is type(second) and overlaps(first, second)


def _exclude(one: Quantity, other: Quantity) -> bool:
    """Whether no number can satisfy both; hedged values touch within five percent."""
    if one.unit != other.unit:
        return False
    if one.direction != other.direction and one.direction and other.direction:
        return True
    (low, high), (other_low, other_high) = _reach(one), _reach(other)
    return (high is not None and other_low is not None and high < other_low) or (
        other_high is not None and low is not None and other_high < low
    )


def _reach(value: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """The least and the greatest number that `value` allows; None where it is open."""
    slack = HEDGE if value.hedged else Decimal(0)
    low, high = value.low * (1 - slack), value.high * (1 + slack)
    if value.bound in (Bound.UNDER, Bound.AT_MOST):
        return None, high
    if value.bound in (Bound.OVER, Bound.AT_LEAST):
        return low, None
    return low, high
