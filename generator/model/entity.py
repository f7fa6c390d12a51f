"""What facts speak of: entities, the metrics that measure them, and the questions that arguments answer."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from generator.model.mistake import Mistake
from generator.model.record import Id, MonthDay, Record, Text, Texts


class Entity(Record):
    """A person, organisation, model, product, place or policy that facts are about."""

    id: Id
    name: Text
    kind: Literal["person", "organisation", "model", "product", "place", "policy"]
    aliases: Texts
    description: Text | None = None
    fiscal_year_ends: MonthDay | None = None


class Metric(Record):
    """What a figure measures (`unit`) or which terms a property can take (`terms`)."""

    id: Id
    name: Text
    unit: Text | None = None
    definition: Text
    includes: Texts
    excludes: Texts
    terms: dict[Id, Text] = Field(default_factory=dict)

    @model_validator(mode="after")
    def unit_or_terms(self) -> Metric:
        """A metric measures in one unit or sorts into terms, never both."""
        if bool(self.unit) == bool(self.terms):
            raise Mistake(
                "a metric has either `unit` or `terms`", "give `unit` for figures, `terms` for properties"
            )
        return self


class Question(Record):
    """A question that people answer differently."""

    id: Id
    text: Text
