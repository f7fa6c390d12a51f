"""The one table of chart forms; a new form is one module with a `specification` and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from generator.charts import bars, dots, lines, ranges, strip
from generator.charts.canvas import Specification
from generator.charts.chart import Chart

FORMS: Mapping[str, Callable[[Chart], Specification]] = MappingProxyType(
    {
        "bars": bars.specification,
        "dots": dots.specification,
        "lines": lines.specification,
        "ranges": ranges.specification,
        "strip": strip.specification,
    }
)
