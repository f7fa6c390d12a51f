"""What a quote tells before its fact is written: whether it stands in the stored text, and the numbers in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.evidence import wording
from generator.evidence.agreement import agreement
from generator.evidence.missing import LONGEST_QUOTE
from generator.evidence.quotes import Miss, find_quote, passages
from generator.explainers.telling import statement_text
from generator.model.ledger import Ledger, Proof
from generator.quantities import UNREADABLE, Found, Quantity, quantities_in, read_quantity, write_quantity


@dataclass(frozen=True, slots=True)
class Heard:
    """Sentences about a quote, and the values that it would carry, in the style in which values are written."""

    told: tuple[str, ...]
    values: tuple[str, ...]
    quantities: tuple[Quantity, ...] = ()
    missed: bool = False
    """Whether the quote does not count as evidence from its source."""


def hear(ledger: Ledger, answers: Mapping[str, object]) -> Heard:
    """What the quote of `answers`, or the words of a quotation, tells with its source."""
    quote = str(answers.get("quote") or answers.get("words") or "")
    source = str(answers.get("source") or "")
    if not quote or source not in ledger.sources:
        return Heard((), ())
    if source not in ledger.articles:
        found = quantities_in(quote, ledger.reading(answers.get("metric")))
        told, counts = _unstored(ledger, source, quote)
        return Heard((told, _numbers(found)), _values(found), _read(found), missed=not counts)
    return _stored(ledger, source, quote, answers)


def disagreeing(ledger: Ledger, answers: Mapping[str, object]) -> str:
    """What the quote says against the value, with the numbers read in it; empty where the two agree or one is missing."""
    value = read_quantity(str(answers.get("value") or ""), ledger.reading(answers.get("metric")))
    heard = hear(ledger, answers)
    if value is None or heard.missed or not heard.told:
        return ""
    found = agreement(value, heard.quantities)
    if found.agrees:
        return ""
    headline, hint = wording.disagreement("The answer", value, found)
    return f"{headline}; {hint}. {heard.told[1]}"


def _stored(ledger: Ledger, source: str, quote: str, answers: Mapping[str, object]) -> Heard:
    article, reading = ledger.articles[source], ledger.reading(answers.get("metric"))
    around = {key: str(answers.get(key) or "") for key in ("prefix", "suffix")}
    match = find_quote(passages(article), quote, prefix=around["prefix"], suffix=around["suffix"])
    if isinstance(match, Miss):
        headline, hint = wording.miss("", source, match)
        numbers = quantities_in(quote, reading)
        return Heard(
            (f"It is no evidence: {headline.removeprefix(': ')}; {hint}.", _numbers(numbers)),
            _values(numbers),
            missed=True,
        )
    start = match.sentence[0]
    numbers = tuple(
        each
        for each in quantities_in(article.text[slice(*match.sentence)], reading)
        if start + each.start < match.end and start + each.end > match.start
    )
    already = quoted_by(ledger, source, (match.start, match.end))
    return Heard(
        (f"The quote stands word for word in the text of {source}.", _numbers(numbers), *already),
        _values(numbers),
        _read(numbers),
    )


def quoted_by(ledger: Ledger, source: str, span: tuple[int, int]) -> Iterator[str]:
    """The facts that rest on the same words of a stored text already, each with what it says."""
    for fact in ledger.facts.values():
        for index, located in ledger.proofs(fact):
            there = located.proof is Proof.VERIFIED and fact.evidence[index].source == source
            if there and located.start < span[1] and span[0] < located.end:
                yield f"{fact.id} rests on these words already: {statement_text(ledger, fact)}"


def _unstored(ledger: Ledger, source: str, quote: str) -> tuple[str, bool]:
    """What can be said of a quote that nothing is compared with, and whether it counts as evidence."""
    if ledger.sources[source].wording == "relayed":
        told = f"the wording of {source} was only relayed. Give a `locator` in place of the quote."
        return f"Not checked: {told}", False
    count = len(quote.split())
    if count > LONGEST_QUOTE:
        told = f"{count} words, where {LONGEST_QUOTE} are allowed from a text not stored here."
        return f"Not checked, and too long: {told}", False
    told = f"the text of {source} is not stored here, so nothing says whether the quote is verbatim."
    return f"Not checked: {told}", True


def _numbers(found: tuple[Found, ...]) -> str:
    told = "; ".join(write_quantity(each.quantity) for each in found)
    return f"Numbers read in it: {told}." if told else "No number is read in it."


def _read(found: tuple[Found, ...]) -> tuple[Quantity, ...]:
    return tuple(each.quantity for each in found)


def _values(found: tuple[Found, ...]) -> tuple[str, ...]:
    """Each number as a value that reads back as the very same."""
    written = {
        write_quantity(each.quantity): each.quantity for each in found if each.quantity.unit != UNREADABLE
    }
    return tuple(text for text, quantity in written.items() if read_quantity(text) == quantity)
