"""What facts speak of: entities, the metrics that measure them, and the questions that arguments answer."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field, model_validator

from generator.model.mistake import Mistake
from generator.model.record import Id, MonthDay, Record, Text, Texts
from generator.quantities import Found, quantities_in, read_quantity

_MAGNITUDE = re.compile(r"\b(?:thousand|million|billion|trillion|crore|lakh)\b", re.I)


class Entity(Record):
    """A person, organisation, model, product, place or policy that facts are about."""

    id: Id
    name: Text
    kind: Literal["person", "organisation", "model", "product", "place", "policy"]
    aliases: Texts
    description: Text | None = None
    fiscal_year_ends: MonthDay | None = None

    @model_validator(mode="after")
    def names_are_no_figures(self) -> Entity:
        """A name is free of checks wherever it stands (R1, Llama 4), so a figure cannot be one."""
        for name in (self.name, *self.aliases):
            if read_quantity(name) or any(_is_figure(name, found) for found in quantities_in(name)):
                raise Mistake(f"`{name}` is a quantity, not a name", "write the name as sources write it")
        return self


def _is_figure(name: str, found: Found) -> bool:
    """Whether it is money, a percentage, or told in millions; `Qwen 72B` is not."""
    unit = found.quantity.unit
    in_words = _MAGNITUDE.search(name[found.start : found.end])
    return bool(in_words) or unit in ("percent", "percentage-points") or unit[:3].isupper()


class Metric(Record):
    """What a figure measures (`unit`) or which terms a property can take (`terms`)."""

    id: Id
    name: Text
    aliases: Texts
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
