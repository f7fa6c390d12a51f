"""Which facts a chart shows, and the mark that each becomes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from generator.charts.chart import Mark
from generator.deriving.standing import weakness
from generator.explainers.desk import Desk, Unusable
from generator.explainers.telling import date_text, period_text, value_text
from generator.model.base_fact import Modality
from generator.model.dates import Span, sort_key
from generator.model.fact import Fact, Figure, subjects
from generator.model.ledger import Standing

GONE = (Standing.RETRACTED,)


def figure(desk: Desk, name: str) -> Figure:
    """The figure `name`; `Unusable` where the fact is of another kind."""
    fact = desk.fact(name)
    if not isinstance(fact, Figure):
        raise Unusable("no-value", f"{name} is of kind {fact.kind}, not a figure", "choose figures", name)
    return fact


def dated(desk: Desk, name: str) -> Fact:
    """The fact `name`; `Unusable` where it has no date."""
    fact = desk.fact(name)
    if desk.ledger.date(fact) is None:
        raise Unusable("no-date", f"{name} has no date", "choose facts with a date", name)
    return fact


def of_metric(desk: Desk, metric: str | None, entity: str | Sequence[str] | None) -> list[Figure]:
    """All figures of a metric for one entity or several, retracted ones left out."""
    if metric is None or entity is None:
        raise Unusable(
            "nothing-to-show", "a chart needs `metric` and `entity`, or `facts`", "add what is missing"
        )
    names = [entity] if isinstance(entity, str) else entity
    desk.record("metric", metric, desk.ledger.metrics)
    for name in names:
        desk.record("entity", name, desk.ledger.entities)
    return [
        fact
        for fact in desk.ledger.facts.values()
        if isinstance(fact, Figure) and fact.metric == metric and fact.entity in names
        if desk.ledger.standings[fact.id] not in GONE
    ]


def by_time(desk: Desk, chosen: Iterable[Figure], *, projected: bool, quarters: bool) -> list[Figure]:
    """For each entity and whole year, or quarter, the figure that stands best; plans only where asked for and nothing is known yet."""
    best: dict[tuple[str, str], Figure] = {}
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
        place = fact.entity, fact.period.text
        rank = (fact.modality is Modality.PROJECTED, weakness(standings[fact.id]))
        held = best.get(place)
        if held is None or rank < (held.modality is Modality.PROJECTED, weakness(standings[held.id])):
            best[place] = fact
    return [best[place] for place in sorted(best)]


def steps(desk: Desk, chosen: Iterable[Figure], period: str | None) -> list[Figure]:
    """What was said about one period, by date; a step that repeats the one before it is left out."""
    told: list[Figure] = []
    of_period = [fact for fact in chosen if fact.period and fact.date and period in (None, fact.period.text)]
    for fact in sorted(of_period, key=lambda fact: (sort_key(fact.date), fact.id) if fact.date else ((), "")):
        repeated = told and told[-1].value == fact.value and told[-1].modality == fact.modality
        if not repeated:
            told.append(fact)
    return told


def in_lines(desk: Desk, chosen: Sequence[Figure]) -> list[Figure]:
    """The figures line by line, lines in the order in which they were first named, each by time."""
    order = list(dict.fromkeys(series(desk, fact, chosen) for fact in chosen))
    return sorted(
        chosen, key=lambda fact: (order.index(series(desk, fact, chosen)), _days(desk, fact), fact.id)
    )


def in_rows(desk: Desk, chosen: Sequence[Fact], rows: str) -> list[Fact]:
    """The facts row by row, the row that begins first on top, each by time."""
    starts: dict[str, tuple[date, date]] = {}
    for fact in chosen:
        name = row(desk, fact, rows)
        starts[name] = min(_days(desk, fact), starts.get(name, _days(desk, fact)))
    return sorted(
        chosen,
        key=lambda fact: (starts[row(desk, fact, rows)], row(desk, fact, rows), _days(desk, fact), fact.id),
    )


def series(desk: Desk, fact: Figure, chosen: Sequence[Figure]) -> str:
    """What a line is called: by entity, by metric, or both, as the figures differ."""
    metrics = {
        each.entity: {other.metric for other in chosen if other.entity == each.entity} for each in chosen
    }
    metric = desk.ledger.metrics[fact.metric].name if fact.metric in desk.ledger.metrics else fact.metric
    if len(metrics) == 1:
        return metric if len(metrics[fact.entity]) > 1 else ""
    name = desk.ledger.name(fact.entity)
    return f"{name}, {metric}" if len(metrics[fact.entity]) > 1 else name


def row(desk: Desk, fact: Fact, rows: str) -> str:
    """What a fact's row in a strip is called."""
    if rows == "value":
        return value_text(desk.ledger, fact)
    if rows == "kind":
        return fact.kind
    return _first_entity(desk, fact) if rows == "entity" else ""


def row_label(desk: Desk, fact: Fact, rows: str) -> str:
    """What stands beside a fact's mark in a strip: what its row does not say already."""
    return date_text(desk.ledger, fact) if rows == "entity" else _first_entity(desk, fact)


def time_label(desk: Desk, form: str, label: str, fact: Figure) -> str:
    """The period as written, so that gaps in a row of them are seen; the date where a chart tells of dates."""
    time = fact.period.text if form in ("bars", "lines") and fact.period else date_text(desk.ledger, fact)
    return f"{desk.ledger.name(fact.entity)}, {period_text(fact) or time}" if label == "entity" else time


def unit(desk: Desk, chosen: Sequence[Figure]) -> tuple[str, Decimal]:
    """The unit that a chart of these figures draws, and how many of the base of theirs it is: that of their metric where it is one."""
    metrics = [desk.ledger.metrics.get(fact.metric) for fact in chosen]
    units = {metric.unit for metric in metrics if metric and metric.unit}
    found = units.pop() if len(units) == 1 else None
    base = chosen[0].value.unit
    return (found.id, found.scale) if found and found.base == base else (base, Decimal(1))


def valued(desk: Desk, fact: Figure, label: str, *, scale: Decimal, series: str = "") -> Mark:
    """The mark of a figure; `scale` is how many of the base of its unit the chart's unit is."""
    covered = fact.period or fact.date
    return Mark(
        label=label,
        low=fact.value.low / scale,
        high=fact.value.high / scale,
        text=value_text(desk.ledger, fact),
        fact=fact.id,
        source=_sources(fact),
        projected=fact.modality is Modality.PROJECTED,
        series=series,
        first=covered.first if covered else None,
        last=covered.last if covered else None,
    )


def placed(desk: Desk, fact: Fact, label: str, *, series: str) -> Mark:
    """The mark of a dated fact of any kind; its days stand in place of a value."""
    first, last = _days(desk, fact)
    return Mark(
        label=label,
        low=Decimal(first.toordinal()),
        high=Decimal(last.toordinal()),
        text=date_text(desk.ledger, fact),
        fact=fact.id,
        source=_sources(fact),
        projected=fact.modality is Modality.PROJECTED,
        series=series,
        first=first,
        last=last,
    )


def _days(desk: Desk, fact: Fact) -> tuple[date, date]:
    """The days a fact is about; an open end closes where the other one lies."""
    covered: Span | None = fact.period if isinstance(fact, Figure) and fact.period else desk.ledger.date(fact)
    if covered is None:
        return date.min, date.min
    first = covered.last if covered.first == date.min else covered.first
    return first, first if covered.last == date.max else covered.last


def _first_entity(desk: Desk, fact: Fact) -> str:
    about = [name for name in subjects(fact) if name in desk.ledger.entities]
    return desk.ledger.name(about[0]) if about else ""


def _sources(fact: Fact) -> str:
    return ", ".join(dict.fromkeys(each.source for each in fact.evidence))
