"""What a fact says, in words: its value, its date, its statement, its standing and whether it was checked."""

from __future__ import annotations

from collections.abc import Mapping

from generator.checks.placeholder import PLACEHOLDER
from generator.deriving.standing import are_independent
from generator.model.change import Change
from generator.model.dates import write_date, write_period
from generator.model.fact import Derived, Fact, Figure, Property, rests_on
from generator.model.ledger import Ledger, Proof, Standing
from generator.model.pointers import Stance
from generator.model.source import Source, Tier
from generator.quantities import write_quantity

STANDINGS: Mapping[Standing, str] = {
    Standing.RETRACTED: "Taken back; it no longer stands.",
    Standing.SUPERSEDED: "A later fact has replaced it.",
    Standing.DISPUTED: "Sources disagree about it.",
    Standing.PROJECTED: "A plan or forecast, not yet an outcome.",
    Standing.CLAIMED: "Only the one who claims it says so.",
    Standing.CONFIRMED: "A primary source, or two independent ones, say so.",
    Standing.SINGLE_SOURCE: "One source that is not primary says so.",
}
STANCES: Mapping[Stance, str] = {
    Stance.SUPPORTS: "",
    Stance.DISPUTES: "Disputed by",
    Stance.CONTEXT: "Context",
}
PROOFS: Mapping[Proof, str] = {
    Proof.VERIFIED: "verified",
    Proof.NOT_CHECKED: "not checked",
    Proof.FAILED: "failed",
}


_ONE_ORIGIN = "All its sources go back to one origin that is not primary."
_UNCHECKED = "Independent sources say so, but no machine could check the words of any."
_RELAYED = "A primary source says so, but only an account of it was read here."
_RESTING = {
    Standing.CONFIRMED: "All that it rests on is confirmed.",
    Standing.SINGLE_SOURCE: "Something it rests on has a single source.",
}
AGREEMENTS: Mapping[str, str] = {
    "equal": "the value equals the quote’s",
    "weaker": "the value says less than the quote",
    "converted": "the value is the quote’s, converted",
}
"""How a typed value agrees with its quote, by verdict."""


def meaning(ledger: Ledger, fact: Fact) -> str:
    """What the standing of a fact means, and for a single source why it is not more."""
    standing = ledger.standings[fact.id]
    if standing in _RESTING and not fact.evidence and rests_on(fact):
        return _RESTING[standing]
    named = {each.source for each in fact.evidence if each.stance is Stance.SUPPORTS} & set(ledger.sources)
    if standing is not Standing.SINGLE_SOURCE or not named:
        return STANDINGS[standing]
    if any(ledger.sources[name].tier is Tier.PRIMARY for name in named):
        return _RELAYED
    if are_independent(named, ledger):
        return _UNCHECKED
    return _ONE_ORIGIN if len(named) > 1 else STANDINGS[standing]


def value_text(ledger: Ledger, fact: Fact) -> str:
    """The value as written for readers; a property's term by its label; empty where there is none."""
    if isinstance(fact, Property):
        metric = ledger.metrics.get(fact.property)
        return metric.terms.get(fact.value, fact.value) if metric else fact.value
    value = ledger.value(fact)
    return write_quantity(value) if value is not None else ""


def date_text(ledger: Ledger, fact: Fact) -> str:
    """The fact's date in words, empty where it has none."""
    date = ledger.date(fact)
    return write_date(date) if date is not None else ""


def period_text(fact: Fact) -> str:
    """The period of a figure in words, empty where it has none."""
    return write_period(fact.period) if isinstance(fact, Figure) and fact.period is not None else ""


def statement_text(ledger: Ledger, fact: Fact) -> str:
    """The statement with its placeholders filled."""
    words = {
        "value": value_text(ledger, fact),
        "date": date_text(ledger, fact),
        "period": period_text(fact),
    }
    text = PLACEHOLDER.sub(lambda found: words.get(found[1], found[0]), fact.statement)
    return text[:1].upper() + text[1:] if fact.statement.startswith("{") else text


def statement_of(ledger: Ledger, change: Change) -> str:
    """What a fact said once it had changed, or last; what is computed, which history does not know, as it is now."""
    fact = ledger.facts.get(change.fact)
    return statement_text(ledger, fact) if isinstance(fact, Derived) else change.after or change.before


def source_text(source: Source) -> str:
    """Publisher and day of publication, as a citation names them after the title."""
    issued = f", {write_date(source.issued)}" if source.issued else ""
    return f"{source.publisher}{issued}"
