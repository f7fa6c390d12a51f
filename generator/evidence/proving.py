"""Every piece of evidence tried: whether its quote is verbatim in the article, and whether the typed value agrees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.diagnostics import Diagnostic, Note, Place
from generator.evidence import wording
from generator.evidence.agreement import agreement
from generator.evidence.attribution import quotation_at, spoken_by
from generator.evidence.dated import wrong_dates
from generator.evidence.quotes import Match, Miss, find_quote
from generator.model.fact import Evidence, Fact, Figure, Quotation, Stance, quote_of
from generator.model.ledger import Ledger, Located, Proof
from generator.quantities import Found, Quantity, quantities_in
from generator.reading.articles import Article

LONGEST_QUOTE = 15
"""Words quoted at most from a source whose text is not stored here (design, section 4)."""

Outcome = Located | Diagnostic


def prove(ledger: Ledger) -> tuple[Ledger, tuple[Diagnostic, ...]]:
    """The ledger with a result for every piece of evidence; a failed one gives a diagnostic and no `verified`."""
    results: dict[tuple[str, int], Located] = {}
    problems: list[Diagnostic] = []
    for fact in ledger.facts.values():
        for index, evidence in enumerate(fact.evidence):
            outcomes = tuple(_outcomes(ledger, fact, index, evidence))
            failed = [outcome for outcome in outcomes if isinstance(outcome, Diagnostic)]
            found = [outcome for outcome in outcomes if isinstance(outcome, Located)]
            problems.extend(failed)
            results[(fact.id, index)] = Located(Proof.FAILED) if failed or not found else found[0]
        problems.extend(wrong_dates(ledger, fact))
    return replace(ledger, evidence=results), tuple(problems)


def _outcomes(ledger: Ledger, fact: Fact, index: int, evidence: Evidence) -> Iterator[Outcome]:
    """What the checks of one piece of evidence give: one result, or everything that is wrong."""
    if evidence.source not in ledger.sources:
        return
    quote = quote_of(fact, evidence)
    article = ledger.articles.get(evidence.source)
    if article is not None:
        yield from _in_article(ledger, fact, index, evidence, article)
    elif quote is None:
        yield from _without_quote(ledger, fact, index, evidence)
    else:
        yield from _unstored(ledger, fact, index, quote)


def _in_article(
    ledger: Ledger, fact: Fact, index: int, evidence: Evidence, article: Article
) -> Iterator[Outcome]:
    quote = quote_of(fact, evidence)
    if quote is None:
        headline = f"{fact.id}: the text of {evidence.source} is stored here, but nothing of it is quoted"
        place = ledger.place(fact, "evidence", index)
        yield Diagnostic("quote-missing", place, headline, "add `quote` with the article's own words")
        return
    found = find_quote(article, quote, prefix=evidence.prefix, suffix=evidence.suffix)
    if isinstance(found, Miss):
        yield _missed(ledger, fact, index, article, found)
        return
    wrong = [*_speaker(ledger, fact, index, article, found)]
    wrong += _value(ledger, fact, index, _quoted(article, found), article.place(found.start, found.end))
    yield from wrong
    if not wrong:
        yield Located(Proof.VERIFIED, found.start, found.end, found.folds)


def _quoted(article: Article, found: Match) -> tuple[Found, ...]:
    """The quantities of the whole sentence that reach into the quote, with what stands outside it."""
    start = article.text.rfind(found.sentence, 0, found.start + len(found.sentence))
    if start < 0 or start > found.start:
        return quantities_in(article.text[found.start : found.end])
    return tuple(
        each
        for each in quantities_in(found.sentence)
        if start + each.start < found.end and start + each.end > found.start
    )


def _missed(ledger: Ledger, fact: Fact, index: int, article: Article, found: Miss) -> Diagnostic:
    headline, hint = wording.miss(fact.id, found)
    notes = tuple(Note("it stands here", article.place(*span)) for span in found.places[:2])
    return Diagnostic(f"quote-{found.reason}", _quote_place(ledger, fact, index), headline, hint, notes)


def _speaker(ledger: Ledger, fact: Fact, index: int, article: Article, found: Match) -> Iterator[Diagnostic]:
    """The words of a quotation stand inside quotation marks, and the article gives them to its speaker."""
    if not isinstance(fact, Quotation) or fact.speaker not in ledger.entities:
        return
    place = _quote_place(ledger, fact, index)
    note = Note("the passage", article.place(found.start, found.end))
    speech = quotation_at(article, found.start, found.end)
    if speech is None:
        headline = f"{fact.id}: the article does not put these words between quotation marks"
        yield Diagnostic(
            "not-a-quotation", place, headline, "quote only what stands between the marks", (note,)
        )
        return
    speaker = ledger.entities[fact.speaker]
    if not spoken_by(speech, (speaker.name, *speaker.aliases), article, people=_people(ledger)):
        said = f"“{speech.speaker}”" if speech.speaker else "nobody"
        headline = f"{fact.id}: the article gives these words to {said}, the fact to {speaker.name}"
        yield Diagnostic("wrong-speaker", place, headline, "name the speaker whom the article names", (note,))


def _people(ledger: Ledger) -> tuple[str, ...]:
    """All names of all persons."""
    persons = (entity for entity in ledger.entities.values() if entity.kind == "person")
    return tuple(name for person in persons for name in (person.name, *person.aliases))


def _value(
    ledger: Ledger, fact: Fact, index: int, quoted: Sequence[Found], seen: Place | None
) -> Iterator[Diagnostic]:
    """A figure's typed value is one of the quantities of its quote."""
    if not isinstance(fact, Figure) or fact.evidence[index].stance is not Stance.SUPPORTS:
        return
    value: Quantity = fact.value
    found = agreement(value, [each.quantity for each in quoted])
    if found.agrees:
        return
    headline, hint = wording.disagreement(fact.id, value, found)
    notes = [Note("the quote", _quote_place(ledger, fact, index))]
    if seen is not None:
        notes.append(Note("where the article says it", seen))
    yield Diagnostic("value-not-in-quote", ledger.place(fact, "value"), headline, hint, tuple(notes))


def _without_quote(ledger: Ledger, fact: Fact, index: int, evidence: Evidence) -> Iterator[Outcome]:
    if evidence.locator is None:
        headline = f"{fact.id}: this evidence has neither a quote nor a locator"
        place = ledger.place(fact, "evidence", index)
        yield Diagnostic(
            "evidence-empty", place, headline, "add `quote`, or `locator` with the page or section"
        )
        return
    yield Located(Proof.NOT_CHECKED)


def _unstored(ledger: Ledger, fact: Fact, index: int, quote: str) -> Iterator[Outcome]:
    """The text is not stored here: nothing is verified, what can be compared still must agree."""
    place = _quote_place(ledger, fact, index)
    wrong = [*_value(ledger, fact, index, quantities_in(quote), None)]
    source = ledger.sources[fact.evidence[index].source]
    if source.wording == "relayed":
        headline = f"{fact.id}: the wording of {source.id} was only relayed, so it cannot be quoted"
        wrong.append(Diagnostic("quote-relayed", place, headline, "give a `locator` in place of the quote"))
    count = len(quote.split())
    if count > LONGEST_QUOTE:
        headline = (
            f"{fact.id}: the quote has {count} words; {LONGEST_QUOTE} are allowed from a text not stored here"
        )
        wrong.append(Diagnostic("quote-too-long", place, headline, "keep the phrase that carries the point"))
    yield from wrong
    if not wrong:
        yield Located(Proof.NOT_CHECKED)


def _quote_place(ledger: Ledger, fact: Fact, index: int) -> Place:
    if fact.evidence[index].quote is None and isinstance(fact, Quotation):
        return ledger.place(fact, "words")
    return ledger.place(fact, "evidence", index, "quote")
