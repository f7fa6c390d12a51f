"""What a chart shows, said in words computed from its marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.charts import gaps, lettering, series
from generator.charts.chart import Chart, Mark

_NAMES = {
    "bars": "Bar chart",
    "dots": "Chart on a logarithmic scale",
    "lines": "Line chart",
    "ranges": "Chart of ranges",
    "strip": "Dates to scale",
}
_ONE_BY_ONE = ("dots", "ranges")


def alternative(chart: Chart) -> str:
    """The text alternative: form and measure, then each mark, the dates of each row, or what stands out in each series."""
    name = _NAMES.get(chart.form, "Chart")
    subject = chart.measure or chart.title
    opening = f"{name}: {subject}." if subject else f"{name}."
    if not chart.marks:
        return lettering.clean(f"{opening} No figures.")
    told = _steps if chart.form in _ONE_BY_ONE else _dates if chart.form == "strip" else _extremes
    sentences = told(chart.marks)
    return lettering.clean(" ".join((opening, *sentences)))


def _steps(marks: Sequence[Mark]) -> Iterator[str]:
    """One sentence a mark, in the given order."""
    for mark in marks:
        yield f"{_said(mark, marks)}."


def _dates(marks: Sequence[Mark]) -> Iterator[str]:
    """One sentence a row: what stands in it, each with its date."""
    for heading, run in series.runs(marks):
        told = "; ".join(
            mark.text if mark.label == mark.text else f"{mark.label}, {mark.text}" for mark in run
        )
        yield f"{heading}: {told}." if heading else f"{told}."


def _extremes(marks: Sequence[Mark]) -> Iterator[str]:
    """Each series on its own, since figures of two series are not ranked against each other."""
    for heading, run in series.runs(marks):
        start = f"{heading}, from" if heading else "From"
        if len(run) == 1:
            yield f"{heading}, {_said(run[0], marks)}." if heading else f"{_said(run[0], marks)}."
        else:
            yield f"{start} {_said(run[0], marks)} to {_said(run[-1], marks)}."
            yield f"Highest: {_said(max(run, key=lambda mark: mark.high), marks)}."
            yield f"Lowest: {_said(min(run, key=lambda mark: mark.low), marks)}."
        missing = [period for hole in gaps.missing_after([mark.label for mark in run]) for period in hole]
        if missing:
            yield f"No figure for {', '.join(missing)}."
        yield from _projected(run, marks)


def _projected(run: Sequence[Mark], marks: Sequence[Mark]) -> Iterator[str]:
    projected = [series.name(mark, marks) for mark in run if mark.projected]
    if projected:
        yield f"Projected: {', '.join(projected)}."


def _said(mark: Mark, marks: Sequence[Mark]) -> str:
    """`2025, actual: $72.22 billion` where the marks differ in that, else `2025: $72.22 billion`."""
    if len({other.projected for other in marks}) == 1:
        return f"{series.name(mark, marks)}: {mark.text}"
    return f"{series.name(mark, marks)}, {'projected' if mark.projected else 'actual'}: {mark.text}"
