"""Whether the figure's clause is about whom the fact is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from generator.diagnostics import Diagnostic, Note
from generator.evidence import wording
from generator.evidence.agreement import agreement, nearly
from generator.evidence.case import Case
from generator.evidence.naming import Named
from generator.evidence.passage import Passage
from generator.evidence.quotes import Match, find_quote
from generator.model.entity import Entity
from generator.model.fact import Event, Fact, Figure, Property
from generator.model.ledger import Ledger

_HINT = "quote from where the article names it, or add the article’s word to its `aliases`"


def check(case: Case) -> Iterator[Diagnostic]:
    """`subject-not-in-passage`: the clause names somebody else, or the nearest words before it that name anybody do.

    An event names one of its entities anywhere in the paragraph.
    """
    if case.quoted is None:
        return
    for field, about in _required(case.ledger, case.fact):
        known = [case.ledger.entities[name] for name in about if name in case.ledger.entities]
        if known and not _is_about(case, {each.id for each in known}, field):
            yield _diagnostic(case, field, known)


def _required(ledger: Ledger, fact: Fact) -> Iterator[tuple[str, tuple[str, ...]]]:
    if isinstance(fact, Figure | Property):
        yield "entity", (fact.entity,)
    if isinstance(fact, Event):
        yield "entities", fact.entities


def _is_about(case: Case, wanted: set[str], field: str) -> bool:
    assert case.quoted is not None
    around: Iterable[Passage] = (
        case.quoted.stored.paragraph(case.passage.start) if field == "entities" else ()
    )
    if field == "entities" and any(_ids(each.names) & wanted for each in around):
        return True
    named = _nearest(case)
    if _ids(named) & wanted:
        return True
    places = {name for name in wanted if case.ledger.entities[name].kind == "place"}
    return bool(places) and bool(_nearest_place(case) & places)


def _ids(named: Iterable[Named]) -> set[str]:
    return {name for each in named for name in each.entities}


def _nearest(case: Case) -> Sequence[Named]:
    """The names in the figure's clause, else in the clause it hangs on, else in the nearest words before that name anybody."""
    if case.figure is not None:
        for names in _outward(case.passage, case.figure.start):
            if names:
                return names
    elif case.passage.names:
        return case.passage.names
    assert case.quoted is not None
    return next((each.names for each in case.quoted.stored.before(case.passage.start) if each.names), ())


def _outward(passage: Passage, offset: int) -> Iterator[Sequence[Named]]:
    """The names of the clause at `offset`, of the clauses around it, and of the whole sentence."""
    clause = passage.clause_at(offset)
    while clause >= 0:
        yield passage.names_of(clause)
        clause = passage.clauses.all[clause].parent
    yield passage.names


def _nearest_place(case: Case) -> set[str]:
    """The places that the clause names, else the nearest words before it that name any: the setting of what it says."""
    assert case.quoted is not None
    entities = case.ledger.entities
    own = _outward(case.passage, case.figure.start) if case.figure else iter([case.passage.names])
    earlier = (each.names for each in case.quoted.stored.before(case.passage.start))
    for names in chain(own, earlier):
        places = {name for name in _ids(names) if name in entities and entities[name].kind == "place"}
        if places:
            return places
    return set()


def _diagnostic(case: Case, field: str, known: Sequence[Entity]) -> Diagnostic:
    assert case.quoted is not None
    names = " or ".join(entity.name for entity in known)
    headline = f"{case.fact.id} is about {names}, whom the passage does not name"
    offered = better(case, known[0])
    hint, notes = (offered[0], offered[1:]) if offered else (_HINT, ())
    place, notes = case.ledger.place(case.fact, field), (case.quoted.note, *notes)
    return Diagnostic("subject-not-in-passage", place, headline, hint, notes)


def better(case: Case, about: Entity | None) -> tuple[str, Note] | None:
    """The nearest sentence that has the figure and names whom it is about, offered as the quote, and where it stands."""
    if not isinstance(case.fact, Figure) or about is None or case.quoted is None:
        return None
    value, stored, near = case.fact.value, case.quoted.stored, case.quoted.match.start
    found = [
        each
        for each in stored.over(0, len(stored.article.text))
        if about.id in _ids(each.names) and nearly(agreement(value, [one.quantity for one in each.figures]))
    ]
    good = [each for each in found if isinstance(find_quote(stored.text, each.text), Match)]
    if not good:
        return None
    best = min(good, key=lambda each: abs(each.start - near))
    place = stored.article.place(best.start, best.start + len(best.text))
    return wording.passage(best.text), Note(f"where the article says it of {about.name}", place)
