"""A chart's specification as canonical JSON, and the finished SVG drawn from it."""

from __future__ import annotations

import hashlib
import json
from typing import cast

from generator.charts import svg
from generator.charts.chart import Chart
from generator.charts.forms import FORMS

_VERSION = "5.21"


def specification_text(chart: Chart) -> str:
    """The specification as JSON with sorted keys: equal charts, equal text, so it serves as a cache key."""
    return json.dumps(
        FORMS[chart.form](chart), sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )


def draw(specification: str) -> str:
    """The SVG of a specification made by `specification_text`: one line, the same bytes every time; slow at first.

    vl-convert measures text with whatever fonts a machine has. Nothing of that reaches the result: positions are
    in the specification, and font names are dropped. It reads no address either (`allowed_base_urls` is empty).
    """
    import vl_convert  # noqa: PLC0415 - slow to load, and only needed for a chart not drawn before

    drawn = vl_convert.vegalite_to_svg(specification, vl_version=_VERSION, allowed_base_urls=[])
    description = cast("dict[str, object]", json.loads(specification)).get("description", "")
    prefix = "chart-" + hashlib.sha256(specification.encode()).hexdigest()[:12]
    return svg.finished(drawn, label=str(description), prefix=prefix)
