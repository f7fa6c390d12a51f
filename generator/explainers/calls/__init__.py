"""What an author may call on a page: one entry a call, each taking the desk and then the author's own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from generator.explainers.calls import (
    assessment,
    changed,
    chart,
    contribution,
    counts,
    debate,
    figures,
    inline,
    latest,
    quotation,
    table,
    timeline,
)
from generator.explainers.templates import Markdown

CALLS: Mapping[str, Callable[..., Markdown]] = MappingProxyType(
    {
        "fact": inline.fact,
        "say": inline.say,
        "value": inline.value,
        "cite": inline.cite,
        "when": inline.when,
        "plain": inline.plain,
        "quotation": quotation.quotation,
        "figures": figures.figures,
        "timeline": timeline.timeline,
        "latest": latest.latest,
        "changed": changed.changed,
        "chart": chart.chart,
        "table": table.table,
        "compare": table.compare,
        "debate": debate.debate,
        "assessment": assessment.assessment,
        "count": counts.count,
        "contribution_form": contribution.contribution_form,
    }
)
