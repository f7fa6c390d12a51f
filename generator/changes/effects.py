"""What a change in the facts does to what readers see: pages, charts, derived facts, and the sentences that differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.changes.compare import compare
from generator.changes.sentences import Reworded, reworded
from generator.explainers.rendering import Rendered
from generator.model.change import Change
from generator.model.fact import rests_on
from generator.model.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two states compared: its ledger, the authored pages as rendered, and how many errors it has."""

    ledger: Ledger
    pages: Sequence[Rendered]
    errors: int


@dataclass(frozen=True, slots=True)
class Touched:
    """What rests on a fact: the pages (path below `docs/`, title), the charts (path with anchor, title), other facts."""

    pages: tuple[tuple[str, str], ...]
    charts: tuple[tuple[str, str], ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """A record that is no fact: its kind and id, and whether it was added, changed or removed."""

    kind: str
    id: str
    what: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs between two states; `errors` of both, whose facts are left out."""

    changes: tuple[tuple[Change, Touched], ...]
    others: tuple[Other, ...]
    sentences: tuple[Reworded, ...]
    errors: tuple[int, int]


def comparison(old: Side, new: Side) -> Comparison:
    """All differences in meaning from `old` to `new`, with what each of them does."""
    changes = compare(old.ledger, new.ledger)
    above = _above(old.ledger, new.ledger)
    return Comparison(
        tuple((change, _touched(change.fact, above, (*new.pages, *old.pages))) for change in changes),
        tuple(_others(old.ledger, new.ledger)),
        tuple(_sentences(old.pages, new.pages)),
        (old.errors, new.errors),
    )


def _above(*ledgers: Ledger) -> Mapping[str, Sequence[str]]:
    """For each fact those that are computed from it or rest on it, on either side."""
    above: dict[str, dict[str, None]] = {}
    for ledger in ledgers:
        for fact in ledger.facts.values():
            for name in rests_on(fact):
                above.setdefault(name, {})[fact.id] = None
    return {name: tuple(sorted(found)) for name, found in above.items()}


def _touched(name: str, above: Mapping[str, Sequence[str]], pages: Sequence[Rendered]) -> Touched:
    facts: dict[str, None] = {}
    waiting = [name]
    while waiting:
        new = [each for each in above.get(waiting.pop(), ()) if each not in facts]
        facts.update(dict.fromkeys(new))
        waiting.extend(new)
    concerned = {name, *facts}
    return Touched(
        tuple({page.address: page.title for page in pages if concerned & set(page.cited)}.items()),
        tuple(
            {
                f"{page.address}#{chart.id}": chart.title
                for page in pages
                for chart in page.charts
                if concerned & {mark.fact for mark in chart.marks}
            }.items()
        ),
        tuple(facts),
    )


def _others(old: Ledger, new: Ledger) -> Iterator[Other]:
    """The other records that differ; of an article its text counts, too."""
    shelves: dict[str, tuple[Mapping[str, object], Mapping[str, object]]] = {
        "source": (old.sources, new.sources),
        "article": (_texts(old), _texts(new)),
        "entity": (old.entities, new.entities),
        "metric": (old.metrics, new.metrics),
        "question": (old.questions, new.questions),
        "assessment": (old.assessments, new.assessments),
    }
    for kind, (before, after) in shelves.items():
        for name in sorted({*before, *after}):
            if name not in after:
                yield Other(kind, name, "removed")
            elif name not in before:
                yield Other(kind, name, "added")
            elif before[name] != after[name]:
                yield Other(kind, name, "changed")


def _texts(ledger: Ledger) -> Mapping[str, object]:
    return {name: article.stored for name, article in ledger.articles.items()}


def _sentences(old: Sequence[Rendered], new: Sequence[Rendered]) -> Iterator[Reworded]:
    before = {page.address: page for page in old}
    after = {page.address: page for page in new}
    for address in sorted({*before, *after}):
        was, now = before.get(address), after.get(address)
        title = (now or was).title if (now or was) else address  # type: ignore[union-attr]  # one is there
        yield from reworded(address, title, was.markdown if was else "", now.markdown if now else "")
