"""The form `bars`: one horizontal bar a mark from zero, its value at the end; missing years keep their row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.charts import canvas, gaps, lettering, palette, series, wording
from generator.charts.chart import Chart, Mark

_BAR = 22
_GAP = 12
_SPACE = 8
_WIDEST_LABEL = 110
_WIDEST_TEXT = 190


@dataclass(frozen=True, slots=True)
class _Row:
    """A row to draw: a mark, or only words (a heading, a period without a figure)."""

    label: tuple[str, ...]
    text: str = ""
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where things stand: `beside` puts label and value in the bar's own line, else both stand above it."""

    beside: bool
    left: int
    right: int

    def bar_top(self, row: _Row) -> int:
        """The distance from the row's top to its bar, in pixels."""
        return 0 if self.beside else len(row.label) * lettering.LINE + 2

    def height(self, row: _Row) -> int:
        """The whole row with the gap below it, in pixels."""
        return self.bar_top(row) + (_BAR if self.beside or row.mark else 0) + _GAP


def specification(chart: Chart) -> canvas.Specification:
    """The Vega-Lite specification of `chart`; every position is fixed here, none depends on an installed font."""
    layout = _layout(chart)
    rows = tuple(_rows(chart, layout))
    tops = [sum(map(layout.height, rows[:place])) for place in range(len(rows) + 1)]
    ends = [Decimal(0), *(end for mark in chart.marks for end in (mark.low, mark.high))]
    span = canvas.scale(ends, left=layout.left, right=layout.right)
    placed = tuple(zip(rows, tops, strict=False))
    zero = span.pixel(Decimal(0))
    height = max(tops[-1] - _GAP, lettering.LINE)
    return canvas.frame(
        description=wording.alternative(chart),
        height=height,
        layers=[
            *_bars([(row.mark, top + layout.bar_top(row)) for row, top in placed if row.mark], span),
            canvas.lines([{"x": zero, "x2": zero, "y": 0, "y2": height}], stroke=palette.GRID, thick=1.5),
            *_words(placed, layout, span),
        ],
    )


def _layout(chart: Chart) -> _Layout:
    labels = max((lettering.width(series.name(mark, chart.marks)) for mark in chart.marks), default=0)
    texts = max((lettering.bold(_text(mark)) for mark in chart.marks), default=0)
    negative = any(mark.low < 0 for mark in chart.marks)
    if negative or labels > _WIDEST_LABEL or texts > _WIDEST_TEXT:
        return _Layout(beside=False, left=1, right=canvas.WIDTH - 1)
    return _Layout(beside=True, left=labels + _SPACE, right=canvas.WIDTH - texts - _SPACE)


def _rows(chart: Chart, layout: _Layout) -> Iterator[_Row]:
    for heading, marks in series.runs(chart.marks):
        if heading:
            yield _Row(lettering.wrap(heading, canvas.WIDTH))
        holes = gaps.missing_after([mark.label for mark in marks])
        for mark, hole in zip(marks, holes, strict=True):
            yield _row(series.name(mark, chart.marks), _text(mark), layout, mark)
            yield from (_row(period, "no figure", layout) for period in hole)
    if not chart.marks:
        yield _Row(("No figures",))


def _row(label: str, text: str, layout: _Layout, mark: Mark | None = None) -> _Row:
    if layout.beside:
        return _Row((label,), text, mark)
    return _Row(lettering.wrap(f"{label}: {text}", canvas.WIDTH), "", mark)


def _text(mark: Mark) -> str:
    return f"{mark.text}, projected" if mark.projected else mark.text


def _bars(marks: list[tuple[Mark, int]], span: canvas.Scale) -> Iterator[canvas.Specification]:
    """Actual bars solid; projected ones paler and outlined; the part between low and high only outlined."""
    actual = [_box(span, Decimal(0), _sure(mark), top, mark) for mark, top in marks if not mark.projected]
    projected = [_box(span, Decimal(0), _sure(mark), top, mark) for mark, top in marks if mark.projected]
    spread = [_box(span, mark.low, mark.high, top, mark) for mark, top in marks if mark.low != mark.high]
    yield canvas.bars(actual, span, fill=palette.ACCENT)
    yield canvas.bars(projected, span, fill=palette.ACCENT_SOFT, outline=palette.ACCENT)
    yield canvas.bars(spread, span, fill="", outline=palette.ACCENT)


def _box(span: canvas.Scale, start: Decimal, end: Decimal, top: int, mark: Mark) -> canvas.Value:
    ends = {"x": span.number(start), "x2": span.number(end), "y": top, "y2": top + _BAR}
    return {**ends, "about": canvas.about(mark)}


def _sure(mark: Mark) -> Decimal:
    """The end of the range nearer to zero: up to there the bar holds in any case."""
    if mark.low <= 0 <= mark.high:
        return Decimal(0)
    return min(mark.low, mark.high, key=abs)


def _words(
    placed: tuple[tuple[_Row, int], ...], layout: _Layout, span: canvas.Scale
) -> Iterator[canvas.Specification]:
    middle = _BAR / 2 if layout.beside else lettering.LINE / 2
    left = 0 if layout.beside else _SPACE / 2
    yield canvas.words([canvas.Words(left, top + middle, row.label) for row, top in placed])
    ends = [
        canvas.Words(span.pixel(row.mark.high) + _SPACE, top + middle, [row.text])
        for row, top in placed
        if row.mark and row.text
    ]
    yield canvas.words(ends, bold="bold")
    absent = [
        canvas.Words(layout.left + _SPACE, top + middle, [row.text])
        for row, top in placed
        if row.text and not row.mark
    ]
    yield canvas.words(absent, fill=palette.MUTED)
