"""Whether the words of a quotation stand between marks, and the source gives them to its speaker."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Note
from generator.evidence import wording
from generator.evidence.attribution import given_to, quotation_at
from generator.evidence.case import Case
from generator.evidence.missing import missed
from generator.evidence.quotes import Miss, Reason, find_quote
from generator.model.fact import Quotation


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
    names = case.quoted.stored.setting.names
    given = given_to(speech, speaker, article, case.ledger.entities.values(), names=names)
    if not given:
        headline, hint = wording.misattributed(fact.id, speech.speaker, speaker.name, given)
        yield Diagnostic("wrong-speaker", case.place, headline, hint, (note,))
