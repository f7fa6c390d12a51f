"""A chart of figures or of dates: the block around the drawing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from generator.charts.chart import DATE, Chart, Mark
from generator.charts.drawing import specification_text
from generator.charts.forms import FORMS
from generator.charts.picture import picture
from generator.charts.tables import csv_text
from generator.explainers import marks
from generator.explainers.desk import Desk, Unusable
from generator.explainers.markdown import relative
from generator.explainers.telling import statement_text
from generator.explainers.templates import Markdown, fill
from generator.model.fact import Fact, Figure

ROWS = ("entity", "kind", "value", "")


def chart(
    desk: Desk,
    form: str,
    *,
    metric: str | None = None,
    entity: str | Sequence[str] | None = None,
    period: str | None = None,
    facts: Sequence[str] = (),
    title: str,
    projected: bool = False,
    by: Literal["year", "quarter"] = "year",
    label: Literal["time", "entity"] = "time",
    labels: Sequence[str] = (),
    rows: str = "entity",
) -> Markdown:
    """A chart of one metric, or of the facts named.

    `bars` shows one value a year or quarter, `lines` the same as one line an entity; `ranges` shows how the figure for
    one `period` moved, and what came out; `dots` puts figures that differ by powers of ten on one scale; `strip` puts
    dated facts on an axis of time, in `rows`. `labels` name the facts of `facts`.
    """
    if form not in FORMS:
        raise Unusable(
            "unknown-form", f"`{form}` is not a form of chart", f"write {' or '.join(FORMS)}", form
        )
    if labels and len(labels) != len(facts):
        headline = f"the chart “{title}” has {len(labels)} labels for {len(facts)} facts"
        raise Unusable("bad-labels", headline, "name `facts`, and give each a label")
    named = dict(zip(facts, labels, strict=False))
    if form == "strip":
        return _strip(desk, title, facts, named, rows)
    figures = [marks.figure(desk, name) for name in facts]
    chosen = figures or marks.of_metric(desk, metric, entity)
    if form == "ranges":
        chosen = marks.steps(desk, chosen, period)
    elif not figures:
        chosen = marks.by_time(desk, chosen, projected=projected, quarters=by == "quarter")
    if form == "lines":
        chosen = marks.in_lines(desk, chosen)
    _one_unit(title, chosen)
    unit, scale = marks.unit(desk, chosen)
    drawn = [
        marks.valued(
            desk,
            fact,
            named.get(fact.id) or marks.time_label(desk, form, label, fact),
            scale=scale,
            series=marks.series(desk, fact, chosen) if form == "lines" else "",
        )
        for fact in chosen
    ]
    return _block(desk, _chart(desk, form, title, chosen, drawn, unit=unit), chosen)


def _one_unit(title: str, chosen: Sequence[Figure]) -> None:
    if not chosen:
        raise Unusable(
            "nothing-to-show", f"no figure fits the chart “{title}”", "name a metric, an entity and a period"
        )
    units = sorted({fact.value.unit for fact in chosen})
    if len(units) > 1:
        raise Unusable(
            "mixed-units", f"the chart “{title}” mixes {' and '.join(units)}", "choose facts of one unit"
        )


def _strip(desk: Desk, title: str, facts: Sequence[str], named: Mapping[str, str], rows: str) -> Markdown:
    if rows not in ROWS:
        raise Unusable(
            "unknown-column", f"`{rows}` does not make rows", "write entity, kind, value or nothing", rows
        )
    chosen = marks.in_rows(desk, [marks.dated(desk, name) for name in facts], rows)
    if not chosen:
        raise Unusable("nothing-to-show", f"the chart “{title}” has no dates", "name dated facts in `facts`")
    drawn = [
        marks.placed(
            desk,
            fact,
            named.get(fact.id) or marks.row_label(desk, fact, rows),
            series=marks.row(desk, fact, rows),
        )
        for fact in chosen
    ]
    return _block(desk, Chart(_numbered(desk, "strip"), "strip", title, DATE, tuple(drawn)), chosen)


def _chart(
    desk: Desk, form: str, title: str, chosen: Sequence[Figure], drawn: Sequence[Mark], *, unit: str
) -> Chart:
    metric = desk.ledger.metrics.get(chosen[0].metric)
    id = _numbered(desk, f"{form}-{'-'.join(dict.fromkeys((chosen[0].entity, chosen[0].metric)))}")
    same = len({(fact.entity, fact.metric) for fact in chosen}) == 1
    measure = f"{metric.name}, {desk.ledger.name(chosen[0].entity)}" if metric and same else ""
    return Chart(id=id, form=form, title=title, unit=unit, marks=tuple(drawn), measure=measure)


def _numbered(desk: Desk, kind: str) -> str:
    """The id of a chart of this kind on the page, numbered from the second on."""
    count = sum(1 for path in desk.assets if f"/{kind}" in path and path.endswith(".csv"))
    return f"{kind}-{count + 1}" if count else kind


def _block(desk: Desk, drawn: Chart, chosen: Sequence[Fact]) -> Markdown:
    address = f"charts/{desk.page.removesuffix('.md')}/{drawn.id}"
    drawing = desk.draw(specification_text(drawn))
    desk.charts.append(drawn)
    desk.assets[f"{address}.csv"] = csv_text(drawn)
    desk.assets[f"{address}.svg"] = picture(drawing, title=drawn.title, sources=_sources(desk, chosen))
    rows = [
        {
            "label": mark.label if mark.series in ("", mark.label) else f"{mark.series}, {mark.label}",
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


def _sources(desk: Desk, chosen: Sequence[Fact]) -> str:
    """The publishers whose figures are drawn, each once."""
    known = desk.ledger.sources
    return ", ".join(
        dict.fromkeys(
            known[each.source].publisher for fact in chosen for each in fact.evidence if each.source in known
        )
    )
