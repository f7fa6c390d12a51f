"""How a figure's typed value agrees with the quantities of its quote, read in the whole sentence where that is stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.diagnostics import Diagnostic, Note
from generator.evidence import wording
from generator.evidence.agreement import Agreement, agreement
from generator.evidence.alone import beside_the_value
from generator.evidence.denying import not_asserted
from generator.evidence.missing import quote_place
from generator.evidence.quotes import Match, Passages
from generator.evidence.subject import better
from generator.model.fact import Fact, Figure
from generator.model.ledger import Ledger
from generator.model.pointers import Stance
from generator.quantities import Found, quantities_in
from generator.reading.articles import Article

Seen = tuple[Passages, Match]
"""The stored text, and where the quote stands in it."""
Valued = tuple[str, tuple[Diagnostic, ...]]
"""A verdict, empty for what is no figure, and what is wrong."""


def quoted_value(ledger: Ledger, fact: Fact, index: int, quote: str) -> Valued:
    """A value beside a quote from a text that is not stored here."""
    return _value(ledger, fact, index, quantities_in(quote), sentence=quote)


def stored_value(ledger: Ledger, fact: Fact, index: int, text: Passages, found: Match) -> Valued:
    """A value beside a quote where it stands in a stored text."""
    sentence = text.article.text[slice(*found.sentence)]
    return _value(
        ledger, fact, index, tuple(_reaching(text.article, found)), sentence=sentence, seen=(text, found)
    )


def _reaching(article: Article, found: Match) -> Iterator[Found]:
    """The quantities of the whole sentence that reach into the quote, with what stands outside it."""
    start = found.sentence[0]
    for each in quantities_in(article.text[slice(*found.sentence)]):
        if start + each.start < found.end and start + each.end > found.start:
            yield each


def _value(
    ledger: Ledger,
    fact: Fact,
    index: int,
    quoted: Sequence[Found],
    *,
    sentence: str,
    seen: Seen | None = None,
) -> Valued:
    if not isinstance(fact, Figure) or fact.evidence[index].stance is not Stance.SUPPORTS:
        return "", ()
    quoted, denied = not_asserted(fact, quoted, sentence, quote_place(ledger, fact, index))
    found = agreement(fact.value, [each.quantity for each in quoted])
    if denied:
        return found.verdict, denied
    if found.agrees:
        return found.verdict, _beside(ledger, fact, index, quoted, sentence)
    return found.verdict, (_differing(ledger, fact, index, found, seen),)


def _beside(
    ledger: Ledger, fact: Figure, index: int, quoted: Sequence[Found], sentence: str
) -> tuple[Diagnostic, ...]:
    """What stands beside the value in its sentence and makes it another one."""
    source, entity = ledger.sources[fact.evidence[index].source], ledger.entities.get(fact.entity)
    names = (entity.name, *entity.aliases) if entity else ()
    place = quote_place(ledger, fact, index)
    return beside_the_value(fact, quoted, sentence, issued=source.issued, names=names, place=place)


def _differing(ledger: Ledger, fact: Figure, index: int, found: Agreement, seen: Seen | None) -> Diagnostic:
    """`value-not-in-quote`; a quote without any figure is shown the sentence that has it."""
    headline, hint = wording.disagreement(fact.id, fact.value, found)
    notes = [Note("the quote", quote_place(ledger, fact, index))]
    if seen and found.quoted:
        text, match = seen
        notes.append(Note("where the article says it", text.article.place(match.start, match.end)))
    elif seen and (offered := better(fact, seen[0], ledger.entities.get(fact.entity), seen[1])):
        hint = offered[0]
        notes.append(offered[1])
    return Diagnostic("value-not-in-quote", ledger.place(fact, "value"), headline, hint, tuple(notes))
