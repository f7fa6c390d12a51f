"""Every piece of evidence tried: whether its quote is verbatim in the source, and whether fact and passage agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.diagnostics import Diagnostic, Note
from generator.evidence import wording
from generator.evidence.agreement import Agreement, Verdict, agreement
from generator.evidence.case import Case, Quoted
from generator.evidence.figures import named, reaching
from generator.evidence.missing import LONGEST_QUOTE, missed, quote_place, too_long
from generator.evidence.naming import Names, names_of
from generator.evidence.passage import Passage, Setting, read_passage
from generator.evidence.quotes import Match, Miss, Reason, find_quote
from generator.evidence.rules import problems, together
from generator.evidence.rules.subject import better
from generator.evidence.stored import Stored, Texts, texts_of
from generator.model.dates import write_date, write_period
from generator.model.fact import Fact, Figure, Quotation, quote_of
from generator.model.ledger import Ledger, Located, Proof
from generator.model.pointers import Evidence, Stance
from generator.quantities import Found, Reading, write_quantity


@dataclass(frozen=True, slots=True)
class Tried:
    """What one piece of evidence came to: its result, what is wrong, and the case that was tried last."""

    located: Located
    problems: tuple[Diagnostic, ...] = ()
    case: Case | None = None


def prove(ledger: Ledger) -> tuple[Ledger, tuple[Diagnostic, ...]]:
    """The ledger with a result for every piece of evidence; a failed one gives a diagnostic and no `verified`."""
    prover = Prover(ledger)
    results: dict[tuple[str, int], Located] = {}
    found: list[Diagnostic] = []
    for fact in ledger.facts.values():
        located, wrong = prover.examine(fact)
        results.update({(fact.id, index): each for index, each in enumerate(located)})
        found.extend(wrong)
    found.extend(_assessed(ledger, prover.texts))
    return replace(ledger, evidence=results), tuple(found)


class Prover:
    """A ledger's stored texts and names made ready once, for any number of facts."""

    def __init__(self, ledger: Ledger, texts: Texts | None = None, names: Names | None = None) -> None:
        self.ledger = ledger
        self.texts = texts if texts is not None else texts_of(ledger)
        self.names = names if names is not None else names_of(ledger.entities.values())

    def examine(self, fact: Fact) -> tuple[tuple[Located, ...], tuple[Diagnostic, ...]]:
        """A result for each piece of a fact's evidence, and everything that is wrong with it or the fact's date."""
        compared = any(quote_of(fact, each) is not None for each in fact.evidence)
        text = _filled(fact) if compared else ""
        statement = read_passage(text, 0, Setting(self.names), reading=self._reading(fact))
        tried = [self._try(fact, index, statement) for index, _ in enumerate(fact.evidence)]
        cases = [each.case for each in tried if each.case]
        wrong = [problem for each in tried for problem in each.problems]
        if any(each.code == "stated-as-certain" for each in wrong):  # the same remedy
            wrong += [each for each in together(self.ledger, fact, cases) if each.code != "period-not-over"]
        else:
            wrong += together(self.ledger, fact, cases)
        once = {(each.code, each.place): each for each in reversed(wrong)}
        return tuple(each.located for each in tried), tuple(reversed(once.values()))

    def _reading(self, fact: Fact) -> Reading:
        """How the metric of a fact has its figures read."""
        metric = self.ledger.metrics.get(fact.metric) if isinstance(fact, Figure) else None
        return metric.reading if metric else Reading()

    def _try(self, fact: Fact, index: int, statement: Passage) -> Tried:
        evidence = fact.evidence[index]
        if evidence.source not in self.ledger.sources:
            return Tried(Located(Proof.FAILED))
        quote, stored = quote_of(fact, evidence), self.texts.get(evidence.source)
        if quote is None:
            return self._without_quote(fact, index, evidence, stored)
        if stored is None:
            return self._unstored(fact, index, quote, statement)
        return self._stored(fact, index, quote, stored, statement)

    def _without_quote(self, fact: Fact, index: int, evidence: Evidence, stored: Stored | None) -> Tried:
        place = self.ledger.place(fact, "evidence", index)
        if stored is not None:
            headline = f"{fact.id}: the text of {evidence.source} is stored here, but nothing of it is quoted"
            return _failed(
                Diagnostic("quote-missing", place, headline, "add `quote` with the article's own words")
            )
        if evidence.locator is None:
            headline = f"{fact.id}: this evidence has neither a quote nor a locator"
            hint = "add `quote`, or `locator` with the page or section"
            return _failed(Diagnostic("evidence-empty", place, headline, hint))
        spoken = isinstance(fact, Quotation) and len(fact.words.split()) > LONGEST_QUOTE
        if (
            spoken
            and isinstance(fact, Quotation)
            and not any(each.source in self.texts for each in fact.evidence)
        ):
            return _failed(too_long(fact.id, self.ledger.place(fact, "words"), fact.words))
        return Tried(Located(Proof.NOT_CHECKED))

    def _unstored(self, fact: Fact, index: int, quote: str, statement: Passage) -> Tried:
        """The text is not stored here: nothing is verified, what can be compared still must agree."""
        source = self.ledger.sources[fact.evidence[index].source]
        setting = Setting(self.names, issued=source.issued)
        passage = read_passage(quote, 0, setting, reading=self._reading(fact))
        tried = self._judged(Case(self.ledger, fact, index, passage, statement), (0, len(quote)), (passage,))
        place, wrong = quote_place(self.ledger, fact, index), []
        if source.wording == "relayed":
            headline = f"{fact.id}: the wording of {source.id} was only relayed, so it cannot be quoted"
            wrong.append(
                Diagnostic("quote-relayed", place, headline, "give a `locator` in place of the quote")
            )
        if len(quote.split()) > LONGEST_QUOTE:
            wrong.append(too_long(fact.id, place, quote))
        return replace(
            tried,
            problems=(*tried.problems, *wrong),
            located=Located(Proof.FAILED) if wrong else tried.located,
        )

    def _stored(self, fact: Fact, index: int, quote: str, stored: Stored, statement: Passage) -> Tried:
        evidence = fact.evidence[index]
        found = find_quote(stored.text, quote, prefix=evidence.prefix, suffix=evidence.suffix)
        if isinstance(found, Miss):
            place, key = quote_place(self.ledger, fact, index), "quote" if evidence.quote else "words"
            return _failed(
                missed(fact.id, place, found, source=evidence.source, quote=quote, texts=self.texts, key=key)
            )
        reading = self._reading(fact)
        passages = tuple(each.read_as(reading) for each in stored.over(found.start, found.end))
        passage = stored.joined(found.start, found.end).read_as(reading)
        case = Case(self.ledger, fact, index, passage, statement, quoted=Quoted(stored, found))
        return self._judged(case, (found.start, found.end), passages)

    def _judged(self, case: Case, span: tuple[int, int], passages: Sequence[Passage]) -> Tried:
        """The case with the figure that the rules say least against."""
        if case.evidence.stance is not Stance.SUPPORTS:
            return Tried(_located(case, ""), case=case)
        if not isinstance(case.fact, Figure):
            return _ruled(case, "")
        candidates = [(passage, each) for passage in passages for each in _candidates(case, passage, span)]
        compared = [(*pair, _agreement(case, case.fact, pair[1])) for pair in candidates]
        agreeing = [each for each in compared if each[2].agrees]
        if case.evidence.figure and not candidates:
            return Tried(Located(Proof.FAILED), (_unknown_figure(case),), case)
        if not agreeing:
            nearest = agreement(case.fact.value, [each.quantity for _, each in candidates])
            unread = next((each.touched for _, each in candidates if each.touched), "")
            nearest = replace(nearest, touched=unread)
            return Tried(Located(Proof.FAILED), (_differing(case, case.fact, nearest),), case)
        return min((_tried(case, *each) for each in agreeing), key=lambda each: len(each.problems))


def _candidates(case: Case, passage: Passage, span: tuple[int, int]) -> Iterator[Found]:
    assert isinstance(case.fact, Figure)
    if case.evidence.figure:
        yield from named(passage, *span, case.evidence.figure, case.fact.value)
    else:
        yield from reaching(passage, *span, case.fact.value)


def _agreement(case: Case, fact: Figure, figure: Found) -> Agreement:
    """How the value agrees with a figure; or the value as our sentence or the metric has it (`{value} lower`, `monthly-fee`)."""
    found = [agreement(fact.value, [figure.quantity])]
    ours = case.own.quantity if case.own else fact.value
    if (ours.low, ours.high, ours.bound) == (fact.value.low, fact.value.high, fact.value.bound):
        found.append(agreement(replace(ours, hedged=fact.value.hedged), [figure.quantity]))
    rate = figure.quantity.unit.removeprefix(fact.value.unit).strip()
    if rate and figure.quantity.unit == f"{fact.value.unit} {rate}".strip() and case.names_rate(rate):
        found.append(agreement(fact.value, [replace(figure.quantity, unit=fact.value.unit)]))
    return next((each for each in found if each.agrees), found[0])


def _unknown_figure(case: Case) -> Diagnostic:
    place = case.ledger.place(case.fact, "evidence", case.index, "figure")
    headline = f"{case.fact.id}: its quote holds no figure “{case.evidence.figure}” that can be read for sure"
    hint = "write the figure with the very characters that it has in the quote"
    return Diagnostic("figure-not-in-quote", place, headline, hint, (Note("the quote", case.place),))


def _tried(case: Case, passage: Passage, figure: Found, found: Agreement) -> Tried:
    return _ruled(replace(case, passage=passage, figure=figure), found.verdict)


def _ruled(case: Case, verdict: str) -> Tried:
    """The case with what the rules find and nobody has answered; an answer that no rule calls for is wrong too."""
    found = tuple(problems(case))
    answered = {each.rule for each in case.evidence.reviewed}
    wrong = [each for each in found if each.code not in answered]
    needless = answered - {each.code for each in found}
    wrong += [
        _needless(case, index) for index, each in enumerate(case.evidence.reviewed) if each.rule in needless
    ]
    if wrong:
        return Tried(Located(Proof.FAILED), tuple(wrong), case)
    return Tried(replace(_located(case, verdict), reviewed=tuple(sorted(answered))), (), case)


def _needless(case: Case, index: int) -> Diagnostic:
    place = case.ledger.place(case.fact, "evidence", case.index, "reviewed", index, "rule")
    rule = case.evidence.reviewed[index].rule
    headline = (
        f"{case.fact.id}: `{rule}` is answered, but nothing is wrong with this evidence under that rule"
    )
    return Diagnostic("review-not-needed", place, headline, "take the answer out")


def _located(case: Case, verdict: str) -> Located:
    if case.quoted is None:
        return Located(Proof.NOT_CHECKED, verdict=verdict)
    match = case.quoted.match
    return Located(Proof.VERIFIED, match.start, match.end, match.folds, verdict, match.sentence)


def _failed(problem: Diagnostic) -> Tried:
    return Tried(Located(Proof.FAILED), (problem,))


def _filled(fact: Fact) -> str:
    """Our own sentence as readers get it."""
    text = fact.statement
    if isinstance(fact, Figure):
        text = text.replace("{value}", write_quantity(fact.value))
        text = text.replace("{period}", write_period(fact.period) if fact.period else "")
    return text.replace("{date}", write_date(fact.date) if fact.date else "")


def _differing(case: Case, fact: Figure, found: Agreement) -> Diagnostic:
    """`value-not-in-quote`; a quote without any figure is shown the sentence that has it."""
    headline, hint = wording.disagreement(fact.id, fact.value, found)
    notes = [Note("the quote", case.place)]
    if case.quoted and found.quoted:
        notes.append(Note("where the article says it", case.quoted.note.place))
    elif offered := better(case, case.ledger.entities.get(fact.entity)):
        hint = offered[0]
        notes.append(offered[1])
    return Diagnostic("value-not-in-quote", case.ledger.place(fact, "value"), headline, hint, tuple(notes))


def _assessed(ledger: Ledger, texts: Texts) -> Iterator[Diagnostic]:
    """A claim that is assessed stands in its source word for word, where the text is stored."""
    for source, assessments in ledger.assessments.items():
        for each in assessments:
            found = find_quote(texts[source].text, each.quote) if source in texts else None
            if isinstance(found, Miss) and found.reason is not Reason.CUT_OFF:
                place = ledger.place(each, "quote")
                yield missed(each.id, place, found, source=source, quote=each.quote, texts=texts)
            if found is None and len(each.quote.split()) > LONGEST_QUOTE:
                yield too_long(each.id, ledger.place(each, "quote"), each.quote)


__all__ = ("Match", "Prover", "Tried", "Verdict", "prove")
