"""Whether the words of a quotation stand between marks, and the source gives them to its speaker."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Note
from generator.evidence.attribution import quotation_at, spoken_by
from generator.evidence.case import Case
from generator.evidence.missing import missed
from generator.evidence.quotes import Miss, Reason, find_quote
from generator.model.fact import Quotation
from generator.model.ledger import Ledger


def check(case: Case) -> Iterator[Diagnostic]:
    """`not-a-quotation` and `wrong-speaker`."""
    fact = case.fact
    if not isinstance(fact, Quotation) or fact.speaker not in case.ledger.entities:
        return
    if case.quoted is None:
        return
    found, note = case.quoted.match, case.quoted.note
    spoken = found if case.evidence.quote is None else find_quote(case.quoted.stored.text, fact.words)
    if isinstance(spoken, Miss) and spoken.reason is not Reason.NOT_FOUND:
        place = case.ledger.place(fact, "words")
        yield missed(
            fact.id,
            place,
            spoken,
            source=case.source.id,
            quote=fact.words,
            texts={case.source.id: case.quoted.stored},
            key="words",
        )
    elif isinstance(spoken, Miss) or not found.start <= spoken.start < spoken.end <= found.end:
        headline = f"{fact.id}: its words do not stand in its quote"
        place = case.ledger.place(fact, "words")
        yield Diagnostic("not-a-quotation", place, headline, "write the words as quoted", (note,))
    else:
        yield from _given_to(case, fact, note)


def _given_to(case: Case, fact: Quotation, note: Note) -> Iterator[Diagnostic]:
    assert case.quoted is not None
    article = case.quoted.stored.article
    speech = quotation_at(article, case.quoted.match.start, case.quoted.match.end)
    if speech is None:
        headline = f"{fact.id}: the article does not put these words between quotation marks"
        hint = "quote only what stands between the marks"
        yield Diagnostic("not-a-quotation", case.place, headline, hint, (note,))
        return
    speaker = case.ledger.entities[fact.speaker]
    if not spoken_by(speech, speaker, article, people=_people(case.ledger)):
        said = f"“{speech.speaker}”" if speech.speaker else "nobody"
        headline = f"{fact.id}: the article gives these words to {said}, the fact to {speaker.name}"
        hint = "name the speaker whom the article names"
        yield Diagnostic("wrong-speaker", case.place, headline, hint, (note,))


def _people(ledger: Ledger) -> tuple[str, ...]:
    """All names of all persons."""
    persons = (entity for entity in ledger.entities.values() if entity.kind == "person")
    return tuple(name for person in persons for name in (person.name, *person.aliases))
