"""Facts: one statement about the world each, of six kinds, with evidence and relations (design, section 4)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from annotated_types import MinLen
from pydantic import BeforeValidator, PlainValidator, ValidationInfo, model_validator

from generator.model.base_fact import DATE, BaseFact, Evidenced
from generator.model.dates import Period, read_period
from generator.model.mistake import Mistake
from generator.model.pointers import Evidence
from generator.model.record import QUOTE_IT, Date, Id, SomeIds, Text, Value, one_or_many
from generator.model.written import PERIOD, YEARS, told, typed


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


def _period(value: object, info: ValidationInfo) -> Period:
    """Read a period; the validation context carries the entity's `fiscal_year_ends`."""
    if not isinstance(value, str):
        raise Mistake("one text is expected here, not a list or a mapping", QUOTE_IT)
    return read_period(value, (info.context or {}).get("fiscal_year_ends"))


PeriodOf = Annotated[
    Period,
    PlainValidator(_period),
    typed(
        PERIOD, "write a period such as 2025, 2025-Q1, FY2026 or 2025-01-29/2025-02-02", "integer", **YEARS
    ),
]


_ENTITY = told("The id of whom or what the fact is about.", "northwind")


class Event(Evidenced):
    """Something that happened or was said on a date."""

    kind: Annotated[Literal["event"], told("Something that happened or was said.", "event")]
    date: Annotated[Date, DATE]


class Figure(Evidenced):
    """A quantity of one entity in one metric."""

    kind: Annotated[Literal["figure"], told("A number that somebody measured, plans or claims.", "figure")]
    entity: Annotated[Id, _ENTITY]
    metric: Annotated[Id, told("The id of what the number measures.", "construction-cost")]
    value: Annotated[
        Value,
        told(
            "The number with its unit, as weak as the source tells it.",
            "$60 million to $65 million", "under $70 million", "fell 17%", "about 1,200 people",
        ),
    ]  # fmt: skip
    period: Annotated[
        PeriodOf | None,
        told(
            "The time that the number covers: a year, a quarter, a company's fiscal year, or days.",
            "2025", "2025-Q1", "FY2026", "2025-01-29/2025-02-02",
        ),
    ] = None  # fmt: skip

    @model_validator(mode="after")
    def placed_in_time(self) -> Figure:
        """A figure without time cannot be compared."""
        if self.period is None and self.date is None:
            raise Mistake("a figure needs a `period` or a `date`", "add the one that the source gives")
        return self


class Property(Evidenced):
    """A term out of a closed list, for comparison tables."""

    kind: Annotated[
        Literal["property"], told("A term from a closed list, for comparison tables.", "property")
    ]
    entity: Annotated[Id, _ENTITY]
    property: Annotated[Id, told("The id of the metric whose `terms` are the closed list.", "berth-licence")]
    value: Annotated[Id, told("One of the terms of that metric.", "open")]


class Quotation(Evidenced):
    """What somebody said, in their words."""

    kind: Annotated[Literal["quotation"], told("What somebody said, in their words.", "quotation")]
    speaker: Annotated[Id, told("The id of the one who said it.", "ada-berg")]
    words: Annotated[
        Text,
        told(
            "The spoken words as the source prints them, without quotation marks.",
            "We will build the harbour for under $70 million",
        ),
    ]
    occasion: Annotated[Text, told("Where or when it was said.", "A talk with the Harbour Gazette")]
    date: Annotated[Date, DATE]


class Argument(BaseFact):
    """A reason for or against, held by someone; it rests on facts, which are its evidence."""

    kind: Annotated[Literal["argument"], told("A reason on one side of a question.", "argument")]
    question: Annotated[Id, told("The id of the question that it answers.", "worth-it")]
    side: Annotated[Side, told("Where the argument stands on the question.", "against")]
    holder: Annotated[Id, told("The id of the one who argues so.", "otto-lind")]
    rests_on: Annotated[
        SomeIds,
        told("The ids of the facts that the argument is built on.", ["northwind-plan"]),
    ]
    date: Annotated[Date, DATE]


class Derived(BaseFact):
    """A value computed from other facts, which are its evidence."""

    kind: Annotated[Literal["derived"], told("A value that is computed from other facts.", "derived")]
    operation: Annotated[Operation, told("How the value is computed.", "difference")]
    inputs: Annotated[
        tuple[Id, ...],
        MinLen(2),
        BeforeValidator(one_or_many),
        told("The ids of the facts that it is computed from, in the order of the operation.", ["northwind-cost-2025", "northwind-plan"]),
    ]  # fmt: skip
    entity: Annotated[Id | None, _ENTITY] = None
    metric: Annotated[Id | None, told("The id of what the computed value measures.", "construction-cost")] = (
        None
    )

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
