"""A fact is written once: the same thing told again, from the same words, is no new fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.checks.contradiction import settled
from generator.diagnostics import Diagnostic, Note
from generator.language.text.folds import fold
from generator.model.dates import EdtfDate, Span, overlaps
from generator.model.fact import Argument, Derived, Fact, Figure, Property, Quotation, quote_of
from generator.model.ledger import Ledger
from generator.model.pointers import Stance
from generator.quantities import write_quantity

ALWAYS = EdtfDate("", date.min, date.max)
MOST = 50
"""So many facts of one matter and time are compared with the next one, so that no input takes long."""
_EDGES = " .,;:!?\"'…"
Matter = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """What a fact takes from a source: a quote and where it stands there, or only a locator."""

    source: str
    quote: str
    start: int
    end: int
    locator: str

    def meets(self, other: _Words) -> bool:
        """Whether both rest on the same words of one source: their places overlap, or one holds the other."""
        if self.source != other.source:
            return False
        if self.quote and other.quote:
            overlap = self.start < other.end and other.start < self.end
            return overlap or self.quote in other.quote or other.quote in self.quote
        return not self.quote and not other.quote and self.locator == other.locator


def check(ledger: Ledger) -> Iterator[Diagnostic]:
    """`fact-twice`, at the words that the later one repeats; a file of its own comes after the files of whole topics."""
    groups: dict[Matter, list[Fact]] = defaultdict(list)
    for fact in ledger.facts.values():
        for matter in () if fact.retracted else _matters(fact):
            groups[matter].append(fact)
    related = settled(ledger)
    told = set()
    for matter, facts in groups.items():
        for first, later in _repeated(ledger, matter, facts) if len(facts) > 1 else ():
            if later.id not in told and frozenset((first.id, later.id)) not in related:
                told.add(later.id)
                yield _told(ledger, first, later)


def _told(ledger: Ledger, first: Fact, later: Fact) -> Diagnostic:
    headline = f"{later.id} is there already as {first.id}: {_same(ledger, later)}"
    note = Note("the fact that is there", ledger.place(first, "id"))
    hint = f"take `{later.id}` out, and add to {first.id} what is new in it"
    return Diagnostic(
        "fact-twice", ledger.place(later, *_repeating(ledger, first, later)), headline, hint, (note,)
    )


def _repeating(ledger: Ledger, first: Fact, later: Fact) -> tuple[str | int, ...]:
    """Where the later one says what is there already, as a path of keys."""
    match later:
        case Quotation():
            return ("words",)
        case Argument():
            return ("rests_on",)
        case Derived():
            return ("inputs",)
    for index, words in enumerate(_words(ledger, later)):
        if words and _meet([each for each in _words(ledger, first) if each], [words]):
            return "evidence", index, "quote" if words.quote else "locator"
    return ("evidence",)


def _same(ledger: Ledger, fact: Fact) -> str:
    """What the two have in common."""
    match fact:
        case Figure():
            return f"{write_quantity(fact.value)} for the same time, from the same words"
        case Property():
            return f"`{fact.property}` of {ledger.name(fact.entity)} is `{fact.value}`, from the same words"
        case Quotation():
            return f"the same words of {ledger.name(fact.speaker)}"
        case Argument():
            return f"`{fact.side}`, held by {ledger.name(fact.holder)}, on the same facts"
        case Derived():
            return f"the {fact.operation} of the same facts"
        case _:
            return "the same date, from the same words"


def _matters(fact: Fact) -> Iterator[Matter]:
    """What facts share that say the same, but for their time and words; where words matter, the source comes last."""
    match fact:
        case Quotation():
            yield ("quotation", fact.speaker, _plain(fact.words))
        case Argument():
            yield ("argument", fact.question, fact.side, fact.holder, frozenset(fact.rests_on))
        case Derived():
            yield ("derived", fact.operation, fact.inputs, fact.entity, fact.metric)
        case _:
            for source in dict.fromkeys(each.source for each in fact.evidence):
                yield (*_evidenced(fact), source)


def _evidenced(fact: Fact) -> Matter:
    if isinstance(fact, Figure):
        value = fact.value
        return ("figure", fact.entity, fact.metric, value.low, value.high, value.unit, value.direction)
    if isinstance(fact, Property):
        return ("property", fact.entity, fact.property, fact.value)
    return ("event", frozenset(fact.entities))


def _repeated(ledger: Ledger, matter: Matter, facts: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Each fact that repeats one of its group, after that one; only facts of one time are compared."""
    written = {
        fact.id: place for place, fact in enumerate(sorted(facts, key=lambda each: _order(ledger, each)))
    }
    source = str(matter[-1]) if matter[0] in ("figure", "property", "event") else ""
    alive: list[tuple[Fact, tuple[_Words, ...]]] = []
    for fact in sorted(facts, key=lambda each: (_span(each).first, written[each.id])):
        words = tuple(each for each in _words(ledger, fact) if each and each.source == source)
        alive = [each for each in alive[-MOST:] if overlaps(_span(each[0]), _span(fact))]
        same = (
            other
            for other, others in alive
            if _same_time(other, fact) and (not source or _meet(others, words))
        )
        if twin := next(same, None):
            yield (twin, fact) if written[twin.id] < written[fact.id] else (fact, twin)
        else:
            alive.append((fact, words))


def _order(ledger: Ledger, fact: Fact) -> tuple[int, str, int]:
    place = ledger.place(fact, "id")
    return place.path.count("/"), place.path, place.line


def _span(fact: Fact) -> Span:
    return getattr(fact, "period", None) or fact.date or ALWAYS


def _same_time(one: Fact, other: Fact) -> bool:
    """Whether one only tells the time less precisely than the other, period and date each for itself."""
    times = [(getattr(one, key, None), getattr(other, key, None)) for key in ("period", "date")]
    both = [(left, right) for left, right in times if left and right]
    return all(_nested(*pair) for pair in both or [(_span(one), _span(other))])


def _nested(one: Span, other: Span) -> bool:
    outer = min(one.first, other.first), max(one.last, other.last)
    return outer in ((one.first, one.last), (other.first, other.last))


def _words(ledger: Ledger, fact: Fact) -> Iterator[_Words | None]:
    """What each piece of evidence takes from its source; None where it does not support the fact."""
    for index, each in enumerate(fact.evidence):
        if each.stance is not Stance.SUPPORTS:
            yield None
            continue
        located = ledger.evidence.get((fact.id, index))
        start, end = (located.start, located.end) if located else (0, 0)
        yield _Words(each.source, _plain(quote_of(fact, each) or ""), start, end, _plain(each.locator or ""))


def _meet(one: Sequence[_Words], other: Sequence[_Words]) -> bool:
    return any(left.meets(right) for left in one for right in other)


def _plain(text: str) -> str:
    """Words as they are compared: neither case nor the marks at the ends make them others."""
    return fold(text).text.casefold().strip(_EDGES)
