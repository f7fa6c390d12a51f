"""Every piece of evidence tried: whether its quote is verbatim in the article, and whether the typed value agrees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Diagnostic, Note
from generator.evidence import wording
from generator.evidence.agreement import Verdict
from generator.evidence.asserting import not_over, too_certain
from generator.evidence.attribution import given_to, quotation_at
from generator.evidence.claimant import wrong_claimant
from generator.evidence.dated import wrong_dates, wrong_period
from generator.evidence.denied_next import denied_next
from generator.evidence.missing import LONGEST_QUOTE, Texts, missed, quote_place, too_long
from generator.evidence.quotes import Match, Miss, Reason, find_quote, passages
from generator.evidence.subject import wrong_subject
from generator.evidence.values import quoted_value, stored_value
from generator.model.fact import Fact, Quotation, quote_of
from generator.model.ledger import Ledger, Located, Proof
from generator.model.pointers import Evidence

Outcome = Located | Diagnostic


def prove(ledger: Ledger) -> tuple[Ledger, tuple[Diagnostic, ...]]:
    """The ledger with a result for every piece of evidence; a failed one gives a diagnostic and no `verified`."""
    texts = texts_of(ledger)
    results: dict[tuple[str, int], Located] = {}
    problems: list[Diagnostic] = []
    for fact in ledger.facts.values():
        found, wrong = examine(ledger, texts, fact)
        results.update({(fact.id, index): located for index, located in enumerate(found)})
        problems.extend(wrong)
    problems.extend(_assessed(ledger, texts))
    return replace(ledger, evidence=results), tuple(problems)


def texts_of(ledger: Ledger) -> Texts:
    """Every stored article of the ledger, folded once."""
    return {name: passages(article) for name, article in ledger.articles.items()}


def examine(ledger: Ledger, texts: Texts, fact: Fact) -> tuple[tuple[Located, ...], tuple[Diagnostic, ...]]:
    """A result for each piece of a fact's evidence, and everything that is wrong with it or the fact's date."""
    found: list[Located] = []
    problems: list[Diagnostic] = []
    for index, evidence in enumerate(fact.evidence):
        outcomes = tuple(_outcomes(ledger, texts, fact, index, evidence))
        failed = [outcome for outcome in outcomes if isinstance(outcome, Diagnostic)]
        located = [outcome for outcome in outcomes if isinstance(outcome, Located)]
        problems.extend(failed)
        found.append(Located(Proof.FAILED) if failed or not located else located[0])
    read = {
        index: texts[fact.evidence[index].source].article.text[slice(*located.sentence)]
        for index, located in enumerate(found)
        if located.proof is Proof.VERIFIED
    }
    once = {(each.code, each.place): each for each in reversed(problems)}
    certain = any(code == "stated-as-certain" for code, _ in once)
    unfinished = () if certain else not_over(ledger, fact)  # the same remedy
    return tuple(found), (*reversed(once.values()), *wrong_dates(ledger, fact, read), *unfinished)


def _assessed(ledger: Ledger, texts: Texts) -> Iterator[Diagnostic]:
    """A claim that is assessed stands in its source word for word, where the text is stored."""
    for source, assessments in ledger.assessments.items():
        for each in assessments:
            found = find_quote(texts[source], each.quote) if source in texts else None
            if isinstance(found, Miss) and found.reason is not Reason.CUT_OFF:
                place = ledger.place(each, "quote")
                yield missed(each.id, place, found, source=source, quote=each.quote, texts=texts)
            if found is None and len(each.quote.split()) > LONGEST_QUOTE:
                yield too_long(each.id, ledger.place(each, "quote"), each.quote)


def _outcomes(ledger: Ledger, texts: Texts, fact: Fact, index: int, evidence: Evidence) -> Iterator[Outcome]:
    """What the checks of one piece of evidence give: one result, or everything that is wrong."""
    if evidence.source not in ledger.sources:
        return
    quote = quote_of(fact, evidence)
    text = texts.get(evidence.source)
    if text is not None:
        yield from _in_article(ledger, fact, index, evidence, texts)
    elif quote is None:
        yield from _without_quote(ledger, fact, index, evidence)
    else:
        yield from _unstored(ledger, fact, index, quote)


def _in_article(
    ledger: Ledger, fact: Fact, index: int, evidence: Evidence, texts: Texts
) -> Iterator[Outcome]:
    text = texts[evidence.source]
    quote, article = quote_of(fact, evidence), text.article
    if quote is None:
        headline = f"{fact.id}: the text of {evidence.source} is stored here, but nothing of it is quoted"
        place = ledger.place(fact, "evidence", index)
        yield Diagnostic("quote-missing", place, headline, "add `quote` with the article's own words")
        return
    found = find_quote(text, quote, prefix=evidence.prefix, suffix=evidence.suffix)
    if isinstance(found, Miss):
        yield missed(
            fact.id,
            quote_place(ledger, fact, index),
            found,
            source=evidence.source,
            quote=quote,
            texts=texts,
            key="quote" if evidence.quote else "words",
        )
        return
    wrong = [*_speaker(ledger, fact, index, texts, found)]
    agreed, disagreeing = stored_value(ledger, fact, index, text, found)
    wrong += disagreeing
    if agreed != Verdict.NO_NUMBER:  # else another passage tells of the fact
        wrong += wrong_subject(ledger, fact, index, text, found)
        wrong += wrong_period(ledger, fact, index, article.text[slice(*found.sentence)])
        wrong += too_certain(ledger, fact, index, quote)
        wrong += wrong_claimant(ledger, fact, index, article, found)
        wrong += denied_next(ledger, fact, index, article, found)
    yield from wrong
    if not wrong:
        yield Located(Proof.VERIFIED, found.start, found.end, found.folds, agreed, found.sentence)


def _speaker(ledger: Ledger, fact: Fact, index: int, texts: Texts, found: Match) -> Iterator[Diagnostic]:
    """The words of a quotation stand inside quotation marks, and the article gives them to its speaker."""
    if not isinstance(fact, Quotation) or fact.speaker not in ledger.entities:
        return
    evidence = fact.evidence[index]
    text = texts[evidence.source]
    article = text.article
    place = quote_place(ledger, fact, index)
    note = Note("the passage", article.place(found.start, found.end))
    alone = evidence.quote is None
    spoken = found if alone else find_quote(text, fact.words)
    if isinstance(spoken, Miss) and spoken.reason is not Reason.NOT_FOUND:
        yield missed(
            fact.id,
            ledger.place(fact, "words"),
            spoken,
            source=evidence.source,
            quote=fact.words,
            texts=texts,
            key="words",
        )
        return
    if isinstance(spoken, Miss) or not found.start <= spoken.start < spoken.end <= found.end:
        headline = f"{fact.id}: its words do not stand in its quote"
        yield Diagnostic(
            "not-a-quotation", ledger.place(fact, "words"), headline, "write the words as quoted", (note,)
        )
        return
    speech = quotation_at(article, found.start, found.end)
    if speech is None:
        headline = f"{fact.id}: the article does not put these words between quotation marks"
        yield Diagnostic(
            "not-a-quotation", place, headline, "quote only what stands between the marks", (note,)
        )
        return
    speaker = ledger.entities[fact.speaker]
    given = given_to(speech, speaker, article, ledger.entities.values())
    if not given:
        headline, hint = wording.misattributed(fact.id, speech.speaker, speaker.name, given)
        yield Diagnostic("wrong-speaker", place, headline, hint, (note,))


def _without_quote(ledger: Ledger, fact: Fact, index: int, evidence: Evidence) -> Iterator[Outcome]:
    if evidence.locator is None:
        headline = f"{fact.id}: this evidence has neither a quote nor a locator"
        place = ledger.place(fact, "evidence", index)
        yield Diagnostic(
            "evidence-empty", place, headline, "add `quote`, or `locator` with the page or section"
        )
        return
    if isinstance(fact, Quotation) and len(fact.words.split()) > LONGEST_QUOTE and not _stored(ledger, fact):
        yield too_long(fact.id, ledger.place(fact, "words"), fact.words)
        return
    yield Located(Proof.NOT_CHECKED)


def _stored(ledger: Ledger, fact: Fact) -> bool:
    """Whether a piece of its evidence can be compared with a text that is stored here."""
    return any(each.source in ledger.articles for each in fact.evidence)


def _unstored(ledger: Ledger, fact: Fact, index: int, quote: str) -> Iterator[Outcome]:
    """The text is not stored here: nothing is verified, what can be compared still must agree."""
    place = quote_place(ledger, fact, index)
    agreed, disagreeing = quoted_value(ledger, fact, index, quote)
    wrong = [
        *disagreeing,
        *wrong_period(ledger, fact, index, quote),
        *too_certain(ledger, fact, index, quote),
    ]
    source = ledger.sources[fact.evidence[index].source]
    if source.wording == "relayed":
        headline = f"{fact.id}: the wording of {source.id} was only relayed, so it cannot be quoted"
        wrong.append(Diagnostic("quote-relayed", place, headline, "give a `locator` in place of the quote"))
    if len(quote.split()) > LONGEST_QUOTE:
        wrong.append(too_long(fact.id, place, quote))
    yield from wrong
    if not wrong:
        yield Located(Proof.NOT_CHECKED, verdict=agreed)
