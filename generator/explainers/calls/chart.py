"""A chart of figures: which facts become its marks, and the block around the drawing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from generator.charts.chart import Chart, Mark
from generator.charts.drawing import specification_text
from generator.charts.forms import FORMS
from generator.charts.picture import picture
from generator.charts.tables import csv_text
from generator.deriving.standing import weakness
from generator.explainers.desk import Desk, Unusable
from generator.explainers.markdown import relative
from generator.explainers.telling import date_text, period_text, statement_text, value_text
from generator.explainers.templates import Markdown, fill
from generator.model.base_fact import Modality
from generator.model.dates import sort_key
from generator.model.fact import Figure
from generator.model.ledger import Standing

GONE = (Standing.RETRACTED,)


def chart(
    desk: Desk,
    form: str,
    *,
    metric: str | None = None,
    entity: str | None = None,
    period: str | None = None,
    facts: Sequence[str] = (),
    title: str,
    projected: bool = False,
    by: Literal["year", "quarter"] = "year",
    label: Literal["time", "entity"] = "time",
    labels: Sequence[str] = (),
) -> Markdown:
    """A chart of one metric of one entity, or of the figures named.

    `bars` shows one value a year or quarter; `ranges` shows how the figure for one `period` moved, and what came
    out; `dots` puts figures that differ by powers of ten on one scale. `labels` name the figures of `facts`.
    """
    if form not in FORMS:
        raise Unusable(
            "unknown-form", f"`{form}` is not a form of chart", f"write {' or '.join(FORMS)}", form
        )
    named = [_figure(desk, name) for name in facts]
    chosen = named or _chosen(desk, metric, entity)
    if form == "ranges":
        chosen = _steps(desk, chosen, period)
    elif not named:
        chosen = _years(desk, chosen, projected=projected, quarters=by == "quarter")
    if not chosen:
        raise Unusable(
            "nothing-to-show", f"no figure fits the chart “{title}”", "name a metric, an entity and a period"
        )
    units = sorted({fact.value.unit for fact in chosen})
    if len(units) > 1:
        raise Unusable(
            "mixed-units", f"the chart “{title}” mixes {' and '.join(units)}", "choose facts of one unit"
        )
    if labels and (not named or len(labels) != len(chosen)):
        headline = f"the chart “{title}” has {len(labels)} labels for {len(chosen)} facts"
        raise Unusable("bad-labels", headline, "name `facts`, and give each a label")
    names = list(labels) or [_label(desk, form, label, fact) for fact in chosen]
    return _block(desk, _chart(desk, form, title, chosen, names), chosen)


def _figure(desk: Desk, name: str) -> Figure:
    fact = desk.fact(name)
    if not isinstance(fact, Figure):
        raise Unusable("no-value", f"{name} is of kind {fact.kind}, not a figure", "choose figures", name)
    return fact


def _chosen(desk: Desk, metric: str | None, entity: str | None) -> list[Figure]:
    if metric is None or entity is None:
        raise Unusable(
            "nothing-to-show", "a chart needs `metric` and `entity`, or `facts`", "add what is missing"
        )
    desk.record("metric", metric, desk.ledger.metrics)
    desk.record("entity", entity, desk.ledger.entities)
    return [
        fact
        for fact in desk.ledger.facts.values()
        if isinstance(fact, Figure) and fact.metric == metric and fact.entity == entity
        if desk.ledger.standings[fact.id] not in GONE
    ]


def _years(desk: Desk, chosen: Iterable[Figure], *, projected: bool, quarters: bool) -> list[Figure]:
    """For each whole year, or each quarter, the figure that stands best; plans only where asked for and nothing is known yet."""
    best: dict[str, Figure] = {}
    standings = desk.ledger.standings
    for fact in chosen:
        if (
            fact.period is None
            or (fact.period.quarter is not None) != quarters
            or standings[fact.id] is Standing.SUPERSEDED
        ):
            continue
        if fact.modality is Modality.PROJECTED and not projected:
            continue
        rank = (fact.modality is Modality.PROJECTED, weakness(standings[fact.id]))
        held = best.get(fact.period.text)
        if held is None or rank < (held.modality is Modality.PROJECTED, weakness(standings[held.id])):
            best[fact.period.text] = fact
    return [best[period] for period in sorted(best)]


def _steps(desk: Desk, chosen: Iterable[Figure], period: str | None) -> list[Figure]:
    """What was said about one period, by date; a step that repeats the one before it is left out."""
    steps: list[Figure] = []
    of_period = [fact for fact in chosen if fact.period and fact.date and period in (None, fact.period.text)]
    for fact in sorted(of_period, key=lambda fact: (sort_key(fact.date), fact.id) if fact.date else ((), "")):
        repeated = steps and steps[-1].value == fact.value and steps[-1].modality == fact.modality
        if not repeated:
            steps.append(fact)
    return steps


def _label(desk: Desk, form: str, label: str, fact: Figure) -> str:
    """The period as written, so that gaps in a row of them are seen; the date where a chart tells of dates."""
    time = fact.period.text if form == "bars" and fact.period else date_text(desk.ledger, fact)
    return f"{desk.ledger.name(fact.entity)}, {period_text(fact) or time}" if label == "entity" else time


def _chart(desk: Desk, form: str, title: str, chosen: Sequence[Figure], names: Sequence[str]) -> Chart:
    marks = tuple(
        Mark(
            label=name,
            low=fact.value.low,
            high=fact.value.high,
            text=value_text(desk.ledger, fact),
            fact=fact.id,
            source=", ".join(dict.fromkeys(each.source for each in fact.evidence)),
            projected=fact.modality is Modality.PROJECTED,
        )
        for fact, name in zip(chosen, names, strict=True)
    )
    metric = desk.ledger.metrics.get(chosen[0].metric)
    kind = f"{form}-{'-'.join(dict.fromkeys((chosen[0].entity, chosen[0].metric)))}"
    count = sum(1 for path in desk.assets if f"/{kind}" in path and path.endswith(".csv"))
    id = f"{kind}-{count + 1}" if count else kind
    same = len({(fact.entity, fact.metric) for fact in chosen}) == 1
    measure = f"{metric.name}, {desk.ledger.name(chosen[0].entity)}" if metric and same else ""
    return Chart(id=id, form=form, title=title, unit=chosen[0].value.unit, marks=marks, measure=measure)


def _block(desk: Desk, drawn: Chart, chosen: Sequence[Figure]) -> Markdown:
    address = f"charts/{desk.page.removesuffix('.md')}/{drawn.id}"
    drawing = desk.draw(specification_text(drawn))
    desk.charts.append(drawn)
    desk.assets[f"{address}.csv"] = csv_text(drawn)
    desk.assets[f"{address}.svg"] = picture(drawing, title=drawn.title, sources=_sources(desk, chosen))
    rows = [
        {
            "label": mark.label,
            "value": mark.text,
            "statement": statement_text(desk.ledger, fact),
            "standing": desk.ledger.standings[fact.id],
            "mark": desk.cite(fact.id),
        }
        for mark, fact in zip(drawn.marks, chosen, strict=True)
    ]
    return fill(
        "blocks/chart.md",
        id=drawn.id,
        title=drawn.title,
        drawing=Markdown(drawing),
        rows=rows,
        sources=_sources(desk, chosen),
        csv=Markdown(relative(f"{address}.csv", page=desk.page)),
        svg=Markdown(relative(f"{address}.svg", page=desk.page)),
    )


def _sources(desk: Desk, chosen: Sequence[Figure]) -> str:
    """The publishers whose figures are drawn, each once."""
    known = desk.ledger.sources
    return ", ".join(
        dict.fromkeys(
            known[each.source].publisher for fact in chosen for each in fact.evidence if each.source in known
        )
    )
