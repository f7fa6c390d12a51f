"""What facts speak of: entities, the metrics that measure them, and the questions that arguments answer."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, model_validator

from generator.model.mistake import Mistake
from generator.model.record import Id, MonthDay, Record, Text, Texts
from generator.model.units import MetricUnit
from generator.model.written import told
from generator.quantities import UNREADABLE, Found, Reading, quantities_in, read_quantity
from generator.quantities.units import NOTHING, is_money

_WORD = re.compile(r"[^\W_]+")
_MAGNITUDE = re.compile(r"\b(?:thousand|million|billion|trillion|crore|lakh)\b", re.I)


class Entity(Record):
    """A person, organisation, model, product, place or policy that facts are about."""

    id: Annotated[
        Id, told("The entity's name in facts: small letters, digits and single hyphens.", "northwind")
    ]
    name: Annotated[Text, told("Its name, as sources write it.", "Northwind")]
    kind: Annotated[
        Literal["person", "organisation", "model", "product", "place", "policy"],
        told("What sort of thing it is.", "organisation"),
    ]
    aliases: Annotated[Texts, told("Other names that sources use.", ["Northwind Shipping"])]
    description: Annotated[
        Text | None, told("Who or what it is, in one sentence.", "A shipping company.")
    ] = None
    pronoun: Annotated[
        Literal["he", "she", "they"] | None,
        told("How texts speak of a person, where they name two and `he` said it.", "she"),
    ] = None
    fiscal_year_ends: Annotated[
        MonthDay | None, told("The month and day on which its fiscal year ends.", "06-30")
    ] = None

    @model_validator(mode="after")
    def names_are_no_figures(self) -> Entity:
        """A name is free of checks wherever it stands (A380, Falcon 9), so a figure cannot be one."""
        for name in (self.name, *self.aliases):
            if read_quantity(name) or any(_is_figure(name, found) for found in quantities_in(name)):
                raise Mistake(f"`{name}` is a quantity, not a name", "write the name as sources write it")
        return self


def _is_figure(name: str, found: Found) -> bool:
    """Whether it is money, a percentage, or told in millions; `Heron 72B` is not."""
    unit = found.quantity.unit
    in_words = _MAGNITUDE.search(name[found.start : found.end])
    return bool(in_words) or unit in (UNREADABLE, "percent", "percentage-points") or is_money(unit)


class Metric(Record):
    """What a figure measures (`unit`) or which terms a property can take (`terms`)."""

    id: Annotated[
        Id, told("The metric's name in facts: small letters, digits and single hyphens.", "construction-cost")
    ]
    name: Annotated[Text, told("Its name in words.", "Construction cost")]
    aliases: Annotated[Texts, told("Other names that sources use.", ["building cost"])]
    unit: Annotated[
        MetricUnit | None,
        told(
            "The unit that it measures in: a known one, the plural of what it counts, one of its own, or `none` for bare numbers. "
            "A metric with `terms` has none.",
            "USD", "percent", "km", "ships", {"singular": "magnitude", "plural": "magnitude", "before": "yes"}, "none",
        ),
    ] = None  # fmt: skip
    measures: Annotated[
        Literal["levels", "changes"] | None,
        told(
            "Whether a minus before a value is a level below zero (`levels`) or a fall (`changes`). "
            "Without it, percentages are changes and all others levels.",
            "levels",
        ),
    ] = None
    definition: Annotated[
        Text,
        told(
            "What exactly is measured, in one sentence.",
            "What building is planned to cost or has cost.",
        ),
    ]
    includes: Annotated[Texts, told("What counts as part of it.", ["cranes and other equipment"])]
    excludes: Annotated[Texts, told("What does not count.", ["the ground"])]
    terms: Annotated[
        dict[Id, Text],
        told(
            "The closed list of values that a property takes: an id and its name in words.",
            {"open": "open to all"},
        ),
    ] = Field(default_factory=dict)

    @model_validator(mode="after")
    def unit_or_terms(self) -> Metric:
        """A metric measures in one unit or sorts into terms, never both."""
        if (self.unit is not None) == bool(self.terms):
            raise Mistake(
                "a metric has either `unit` or `terms`", "give `unit` for figures, `terms` for properties"
            )
        return self

    @property
    def reading(self) -> Reading:
        """What a value or quote of this metric is read with."""
        words = " ".join((self.name, *self.aliases)).casefold()
        return Reading(
            self.unit,
            change=None if self.measures is None else self.measures == "changes",
            words=frozenset(_WORD.findall(words)),
            bare=self.unit is NOTHING,
        )


class Question(Record):
    """A question that people answer differently."""

    id: Annotated[Id, told("The question's name in arguments.", "worth-it")]
    text: Annotated[
        Text,
        told("The question, as one sentence.", "Is the new harbour worth its price?"),
    ]
