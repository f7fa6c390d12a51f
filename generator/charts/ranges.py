"""The form `ranges`: successive ranges for one thing as bars from low to high, and what came of it as a diamond."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeAlias

from generator.charts import canvas, lettering, palette, series, wording
from generator.charts.chart import Chart, Mark
from generator.quantities import write_number

_STRIP = 24
_BAR = 14
_GAP = 12
_SPACE = 10
_GUIDE_CLEARANCE = 12

_Strip: TypeAlias = tuple[Mark, float]
"""A mark and the middle of its bar, in pixels from the top."""


def specification(chart: Chart) -> canvas.Specification:
    """The Vega-Lite specification of `chart`; the scale begins at the least value, since bars show spans, not sums."""
    heads = [lettering.wrap(_head(mark, chart.marks), canvas.WIDTH) for mark in chart.marks]
    heights = [len(head) * lettering.LINE + _STRIP + _GAP for head in heads]
    tops = [sum(heights[:place]) for place in range(len(heights) + 1)]
    strips = [(mark, end - _GAP - _STRIP / 2) for mark, end in zip(chart.marks, tops[1:], strict=True)]
    span = _span(chart)
    labels = [canvas.Words(0, top + lettering.LINE / 2, head) for head, top in zip(heads, tops, strict=False)]
    guide = _guide(chart, span, labels)
    return canvas.frame(
        description=wording.alternative(chart),
        height=max(tops[-1] - _GAP, lettering.LINE),
        layers=[
            canvas.lines(guide, stroke=palette.MUTED, dashed=[2, 4]),
            *_bars(strips, span),
            canvas.words(labels or [canvas.Words(0, lettering.LINE / 2, ["No figures"])]),
            *_ends(strips, span, chart.unit),
        ],
    )


def _head(mark: Mark, marks: Sequence[Mark]) -> str:
    """What stands above a row; the outcome says in a word that it is one."""
    name = series.name(mark, marks)
    return name if mark.projected else f"{name}, actual"


def _span(chart: Chart) -> canvas.Scale:
    """The scale, with room at both sides for the widest figures that may stand there."""
    lows = [
        lettering.bold(write_number(mark.low, chart.unit)) for mark in chart.marks if mark.low != mark.high
    ]
    highs = [lettering.bold(write_number(mark.high, chart.unit)) for mark in chart.marks]
    left = max(lows, default=0) + _SPACE
    right = canvas.WIDTH - max(highs, default=0) - _SPACE
    return canvas.scale(
        [end for mark in chart.marks for end in (mark.low, mark.high)], left=left, right=right
    )


def _bars(strips: Sequence[_Strip], span: canvas.Scale) -> Iterator[canvas.Specification]:
    """Projected ranges as bars, a projected single value as an upright stroke, the outcome as diamonds on a line."""
    projected = [(mark, middle) for mark, middle in strips if mark.projected]
    ranges = [_box(mark, middle, span) for mark, middle in projected if mark.low != mark.high]
    yield canvas.bars(ranges, span, fill=palette.ACCENT_SOFT, outline=palette.ACCENT)
    singles = [_line(mark, middle, span, tall=_BAR) for mark, middle in projected if mark.low == mark.high]
    yield canvas.lines(singles, stroke=palette.ACCENT, thick=4)
    actual = [(mark, middle) for mark, middle in strips if not mark.projected]
    joined = [_line(mark, middle, span) for mark, middle in actual if mark.low != mark.high]
    yield canvas.lines(joined, stroke=palette.ACCENT, thick=2)
    yield canvas.points(
        [point for mark, middle in actual for point in _points(mark, middle, span)], fill=palette.ACCENT
    )


def _box(mark: Mark, middle: float, span: canvas.Scale) -> canvas.Value:
    ends = {"x": span.number(mark.low), "x2": span.number(mark.high)}
    return {**ends, "y": middle - _BAR / 2, "y2": middle + _BAR / 2, "about": canvas.about(mark)}


def _line(mark: Mark, middle: float, span: canvas.Scale, *, tall: float = 0) -> canvas.Value:
    ends = {"x": span.pixel(mark.low), "x2": span.pixel(mark.high)}
    return {**ends, "y": middle - tall / 2, "y2": middle + tall / 2, "about": canvas.about(mark)}


def _points(mark: Mark, middle: float, span: canvas.Scale) -> Iterator[canvas.Value]:
    for end in sorted({mark.low, mark.high}):
        yield {"x": span.pixel(end), "y": middle, "about": canvas.about(mark)}


def _ends(strips: Sequence[_Strip], span: canvas.Scale, unit: str) -> Iterator[canvas.Specification]:
    """The figure at each end of a range, one figure at a single value."""

    def end(value: Decimal, middle: float, *, aside: int) -> canvas.Words:
        return canvas.Words(span.pixel(value) + aside, middle, [write_number(value, unit)])

    lows = [end(mark.low, middle, aside=-_SPACE) for mark, middle in strips if mark.low != mark.high]
    yield canvas.words(lows, align="right", bold="bold")
    yield canvas.words([end(mark.high, middle, aside=_SPACE) for mark, middle in strips], bold="bold")


def _guide(chart: Chart, span: canvas.Scale, heads: Sequence[canvas.Words]) -> list[canvas.Value]:
    """Where the outcome lies, dashed through the rows above it wherever no words stand."""
    actual = [place for place, mark in enumerate(chart.marks) if not mark.projected]
    if len(actual) != 1 or chart.marks[actual[0]].low != chart.marks[actual[0]].high:
        return []
    x = span.pixel(chart.marks[actual[0]].low)
    return [
        {
            "x": x,
            "x2": x,
            "y": head.y - lettering.LINE / 2,
            "y2": head.y + lettering.LINE * (len(head.text) - 0.5),
        }
        for head in heads[: actual[0] + 1]
        if max(map(lettering.width, head.text)) + _GUIDE_CLEARANCE < x
    ]
