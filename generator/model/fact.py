"""Facts: one statement about the world each, of six kinds, with evidence and relations (design, section 4)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PlainValidator, ValidationInfo, model_validator

from generator.model.dates import Period, read_period
from generator.model.mistake import Mistake
from generator.model.record import QUOTE_IT, Date, Id, Ids, Record, Text, Value


class Modality(StrEnum):
    """Whether a fact is told as what is, what is planned, or what somebody claims."""

    ACTUAL = "actual"
    PROJECTED = "projected"
    CLAIMED = "claimed"


class Stance(StrEnum):
    """What a piece of evidence does for its fact."""

    SUPPORTS = "supports"
    DISPUTES = "disputes"
    CONTEXT = "context"


class Side(StrEnum):
    """Where an argument stands on its question."""

    FOR = "for"
    AGAINST = "against"
    DEPENDS = "depends"


class Operation(StrEnum):
    """The closed set of computations over other facts."""

    RATIO = "ratio"
    DIFFERENCE = "difference"
    SUM = "sum"
    CHANGE = "change"
    SHARE = "share"
    DAYS_BETWEEN = "days-between"


class Evidence(Record):
    """A pointer into a source: a verbatim quote (W3C Web Annotation `exact`, `prefix`, `suffix`) or a locator."""

    source: Id
    quote: Text | None = None
    locator: Text | None = None
    prefix: Annotated[str, Field(max_length=200)] = ""
    suffix: Annotated[str, Field(max_length=200)] = ""
    stance: Stance = Stance.SUPPORTS


class Disagreement(Record):
    """A declared clash with another fact and the reason both stand."""

    fact: Id
    because: Text


class Retraction(Record):
    """Why a fact no longer stands."""

    because: Text


def _period(value: object, info: ValidationInfo) -> Period:
    """Read a period; the validation context carries the entity's `fiscal_year_ends`."""
    if not isinstance(value, str):
        raise Mistake("one text is expected here, not a list or a mapping", QUOTE_IT)
    return read_period(value, (info.context or {}).get("fiscal_year_ends"))


def _list(value: object) -> object:
    return [] if value == "" else value


class BaseFact(Record):
    """What every kind of fact has."""

    id: Id
    entities: Ids
    date: Date | None = None
    modality: Modality = Modality.ACTUAL
    claimed_by: Id | None = None
    statement: Text
    supersedes: Ids
    disagrees_with: Annotated[tuple[Disagreement, ...], BeforeValidator(_list)] = ()
    retracted: Retraction | None = None
    evidence: Annotated[tuple[Evidence, ...], BeforeValidator(_list)] = ()

    @model_validator(mode="after")
    def claimant(self) -> BaseFact:
        """`claimed_by` stands exactly where the modality is claimed."""
        if (self.modality is Modality.CLAIMED) != (self.claimed_by is not None):
            raise Mistake("`modality: claimed` and `claimed_by` go together", "write both, or neither")
        return self


class Evidenced(BaseFact):
    """A fact that must point into a source itself."""

    @model_validator(mode="after")
    def proven(self) -> Evidenced:
        """Promise 1: every fact has evidence."""
        if not self.evidence:
            raise Mistake(
                "a fact needs at least one piece of `evidence`",
                "add `evidence` with a `source` and a `quote`",
            )
        if not any(each.stance is Stance.SUPPORTS for each in self.evidence):
            raise Mistake("no piece of `evidence` supports the fact", "add one that does")
        return self


class Event(Evidenced):
    """Something that happened or was said on a date."""

    kind: Literal["event"]
    date: Date


class Figure(Evidenced):
    """A quantity of one entity in one metric."""

    kind: Literal["figure"]
    entity: Id
    metric: Id
    value: Value
    period: Annotated[Period, PlainValidator(_period)] | None = None

    @model_validator(mode="after")
    def placed_in_time(self) -> Figure:
        """A figure without time cannot be compared."""
        if self.period is None and self.date is None:
            raise Mistake("a figure needs a `period` or a `date`", "add the one that the source gives")
        return self


class Property(Evidenced):
    """A term out of a closed list, for comparison tables."""

    kind: Literal["property"]
    entity: Id
    property: Id
    value: Id


class Quotation(Evidenced):
    """What somebody said, in their words."""

    kind: Literal["quotation"]
    speaker: Id
    words: Text
    occasion: Text
    date: Date


class Argument(BaseFact):
    """A reason for or against, held by someone; it rests on facts, which are its evidence."""

    kind: Literal["argument"]
    question: Id
    side: Side
    holder: Id
    rests_on: Annotated[Ids, Field(min_length=1)]
    date: Date


class Derived(BaseFact):
    """A value computed from other facts, which are its evidence."""

    kind: Literal["derived"]
    operation: Operation
    inputs: Annotated[Ids, Field(min_length=2)]
    entity: Id | None = None
    metric: Id | None = None

    @model_validator(mode="after")
    def computed(self) -> Derived:
        """Nothing of a derived fact is typed that is computed."""
        if self.evidence or self.date:
            raise Mistake(
                "both `evidence` and `date` of a derived fact come from its inputs", "take them out"
            )
        if len(set(self.inputs)) < len(self.inputs):
            raise Mistake("an input stands twice", "name each input once")
        return self


Fact = Event | Figure | Property | Quotation | Argument | Derived
KINDS: dict[str, type[Fact]] = {
    "event": Event,
    "figure": Figure,
    "property": Property,
    "quotation": Quotation,
    "argument": Argument,
    "derived": Derived,
}


def subjects(fact: Fact) -> tuple[str, ...]:
    """The ids of all entities a fact is about, the main one first, each once."""
    main = [getattr(fact, name, None) for name in ("entity", "speaker", "holder")]
    named = [*main, *fact.entities, fact.claimed_by]
    return tuple(dict.fromkeys(name for name in named if name))


def rests_on(fact: Fact) -> tuple[str, ...]:
    """The ids of the facts that a derived fact or an argument is built on."""
    return tuple(getattr(fact, "inputs", ()) or getattr(fact, "rests_on", ()))


def quote_of(fact: Fact, evidence: Evidence) -> str | None:
    """The quote of a piece of evidence; a quotation's own words where none is given."""
    if evidence.quote is None and isinstance(fact, Quotation) and evidence.locator is None:
        return fact.words
    return evidence.quote
