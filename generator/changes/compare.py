"""Two ledgers compared: every change in meaning, none in lines; text and order of the files are no change."""

from __future__ import annotations

from collections.abc import Iterator

from generator.changes.fields import differences, percent
from generator.explainers.telling import statement_text
from generator.model.change import Change, Difference, Kind
from generator.model.fact import Derived, Fact
from generator.model.ledger import Ledger
from generator.quantities import write_quantity

TELLING = frozenset(
    ("statement", "occasion", "entities", "evidence", "supersedes", "disagrees_with", "rests_on")
)
"""The fields that tell of a fact and point at its evidence; all others say what it claims about the world."""
_ORDER = {kind: place for place, kind in enumerate(Kind)}


def compare(old: Ledger, new: Ledger) -> tuple[Change, ...]:
    """Every fact that differs between two ledgers, one change each, in the order of `Kind` and then by id.

    A fact that could not be read before is not new, and one that cannot be read now is broken, not gone.
    """
    found = [*_gone(old, new), *_there(old, new)]
    return tuple(sorted(found, key=lambda change: (_ORDER[change.kind], change.fact)))


def _gone(old: Ledger, new: Ledger) -> Iterator[Change]:
    for name, fact in old.facts.items():
        if name not in new.facts:
            kind = Kind.BROKEN if name in new.left_out else Kind.REMOVED
            yield _change(kind, old, fact, before=_told(old, fact))


def _there(old: Ledger, new: Ledger) -> Iterator[Change]:
    for name, fact in new.facts.items():
        if name in old.facts:
            yield from _kept(old, new, old.facts[name], fact)
        elif name not in old.left_out:
            yield _change(Kind.ADDED, new, fact, after=_told(new, fact))


def _kept(old: Ledger, new: Ledger, before: Fact, after: Fact) -> Iterator[Change]:
    found = differences(old, new, before, after)
    kind = _kind(before, after, found)
    if kind is Kind.CORRECTED and _inputs(old, before) == _inputs(new, after):
        kind = _kind(before, after, tuple(each for each in found if each.field != "inputs")) or Kind.CHANGED
    if kind is None:
        found = _recomputed(old, new, before, after)
        kind = Kind.RECOMPUTED if found else None
    was, now = old.standings.get(before.id), new.standings.get(after.id)
    if was is not None and now is not None and was != now:
        kind = kind or Kind.STANDING
        found = (*found, Difference("standing", was, now))
    if kind is not None:
        told = {"before": _told(old, before), "after": _told(new, after)}
        yield _change(kind, new, after, found=found, **told)


def _kind(before: Fact, after: Fact, found: tuple[Difference, ...]) -> Kind | None:
    if not found:
        return None
    if after.retracted and not before.retracted:
        return Kind.RETRACTED
    fields = {difference.field.split("[")[0].split(".")[0] for difference in found}
    return Kind.CHANGED if fields <= TELLING else Kind.CORRECTED


def _inputs(ledger: Ledger, fact: Fact) -> tuple[object, ...]:
    """What a derived fact is computed from, whatever it is called; an input that is not at hand by its id."""
    found = [(name, ledger.facts.get(name)) for name in getattr(fact, "inputs", ())]
    return tuple(each.model_copy(update={"id": ""}) if each else name for name, each in found)


def _recomputed(old: Ledger, new: Ledger, before: Fact, after: Fact) -> tuple[Difference, ...]:
    was, now = old.value(before), new.value(after)
    if not isinstance(after, Derived) or was == now or was is None or now is None:
        return ()
    return (Difference("value", write_quantity(was), write_quantity(now), percent(was, now)),)


def _told(ledger: Ledger, fact: Fact) -> str:
    """The statement as readers saw it; a value that nothing here computes is left open."""
    told = statement_text(ledger, fact)
    if isinstance(fact, Derived) and fact.id not in ledger.computed:
        told = " ".join(fact.statement.replace("{value}", "…").split())
    return told


def _change(
    kind: Kind,
    ledger: Ledger,
    fact: Fact,
    *,
    before: str = "",
    after: str = "",
    found: tuple[Difference, ...] = (),
) -> Change:
    place = ledger.place(fact)
    return Change(kind, fact.id, place.path, place.line, before, after, found)
