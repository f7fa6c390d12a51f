"""What a chart shows: its marks, each resting on one fact, before any form is given to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

DATE = "date"
"""The unit of a chart whose marks have no value but days; `low` and `high` count them as `date.toordinal` does."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One value or range: `low` and `high` in the chart's unit, equal for a single value.

    `label` is the category ("2024", "30 Apr 2025"), `text` the value in house style, `fact` the id it rests on;
    `first` and `last` are the days it covers, for the forms that draw time to scale.
    """

    label: str
    low: Decimal
    high: Decimal
    text: str
    fact: str
    source: str
    projected: bool = False
    series: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """Marks in reading order; `form` names an entry of `generator.charts.forms.FORMS`, `measure` the metric.

    `title` and `subtitle` belong to the page around the drawing, where they wrap; the drawing leaves them out.
    """

    id: str
    form: str
    title: str
    unit: str
    marks: tuple[Mark, ...]
    subtitle: str = ""
    measure: str = ""
