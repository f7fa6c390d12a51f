"""The form `strip`: dated facts on a time axis to scale, in rows by what they belong to, each named beside its mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.charts import canvas, lettering, palette, series, wording
from generator.charts.calendar import Calendar, covering
from generator.charts.chart import Chart, Mark

_LANE = 26
_GAP = 8
_SPACE = 12
_WIDEST_HEADING = 150
_SPAN = 8
_SIDES: tuple[Literal["left", "right"], ...] = ("left", "right")


@dataclass(frozen=True, slots=True)
class _Place:
    """A mark in its lane: the middle of the lane, and where its words stand."""

    mark: Mark
    lane: int
    words: str
    edge: float
    align: Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class _Row:
    """Marks under one heading, and the pixels from the top of the drawing to heading and first lane."""

    heading: tuple[str, ...]
    places: tuple[_Place, ...]
    top: float
    lanes_top: float


def specification(chart: Chart) -> canvas.Specification:
    """The Vega-Lite specification of `chart`; a date that is known to the day is a diamond, a longer one a bar."""
    runs = series.runs(chart.marks)
    widest = max((lettering.bold(heading) for heading, _ in runs), default=0)
    beside = 0 < widest <= _WIDEST_HEADING
    left = widest + _SPACE if beside else _SPACE
    time = covering(chart.marks, left=left, right=canvas.WIDTH - _SPACE)
    rows = tuple(_rows(runs, time, beside=beside))
    bottom = max((_end(row) for row in rows), default=_LANE)
    return canvas.frame(
        description=wording.alternative(chart),
        height=bottom + lettering.LINE + 4,
        layers=[
            *_axis(time, bottom),
            *_headings(rows),
            *_drawn(rows, time),
        ],
    )


def _rows(runs: Sequence[tuple[str, Sequence[Mark]]], time: Calendar, *, beside: bool) -> Iterator[_Row]:
    top = 0.0
    for heading, marks in runs:
        words = lettering.wrap(heading, canvas.WIDTH) if heading else ()
        lanes_top = top if beside or not heading else top + len(words) * lettering.LINE
        row = _Row(words, tuple(_placed(marks, time)), top, lanes_top)
        yield row
        top = _end(row) + _GAP


def _end(row: _Row) -> float:
    return row.lanes_top + _LANE * (1 + max((place.lane for place in row.places), default=0))


def _placed(marks: Sequence[Mark], time: Calendar) -> Iterator[_Place]:
    """Each mark in the first lane where neither it nor its words touch another."""
    taken: list[list[tuple[float, float]]] = []
    for mark in marks:
        words, edge, align, extent = _words(mark, time)
        lane = next((place for place, spans in enumerate(taken) if _is_free(spans, extent)), len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append(extent)
        yield _Place(mark, lane, words, edge, align)


def _words(mark: Mark, time: Calendar) -> tuple[str, float, Literal["left", "right"], tuple[float, float]]:
    """A mark's words with their outer end and alignment, on the right where there is room, and all that both cover."""
    start, finish = time.start(mark) - _SPACE, time.finish(mark) + _SPACE
    width = lettering.width(mark.label)
    right, left = canvas.WIDTH - finish, start - time.left + _SPACE
    if width <= right or right >= left:
        (text,) = lettering.wrap(mark.label, round(right), most=1)
        return text, finish, "left", (start, finish + lettering.width(text))
    (text,) = lettering.wrap(mark.label, round(left), most=1)
    return text, start, "right", (start - lettering.width(text), finish)


def _is_free(spans: Sequence[tuple[float, float]], extent: tuple[float, float]) -> bool:
    return all(extent[1] <= begin or end <= extent[0] for begin, end in spans)


def _axis(time: Calendar, bottom: float) -> Iterator[canvas.Specification]:
    ticks = list(time.ticks())
    yield canvas.lines([{"x": x, "x2": x, "y": 0, "y2": bottom + 6} for x, _ in ticks], stroke=palette.GRID)
    yield canvas.words(
        [canvas.Words(x + 3, bottom + lettering.LINE / 2 + 4, [text]) for x, text in ticks if text],
        fill=palette.MUTED,
    )


def _headings(rows: Sequence[_Row]) -> Iterator[canvas.Specification]:
    yield canvas.words(
        [
            canvas.Words(
                0, row.top + (_LANE if row.top == row.lanes_top else lettering.LINE) / 2, row.heading
            )
            for row in rows
            if row.heading
        ],
        bold="bold",
    )


def _drawn(rows: Sequence[_Row], time: Calendar) -> Iterator[canvas.Specification]:
    """Bars and diamonds, what is planned hollow, and their words."""
    placed = [(place, row.lanes_top + _LANE * (place.lane + 0.5)) for row in rows for place in row.places]
    spans = [_span(place.mark, time, y) for place, y in placed if not _is_day(place.mark)]
    yield canvas.lines(spans, stroke=palette.ACCENT, thick=_SPAN)
    for planned, fill in ((False, palette.ACCENT), (True, palette.ACCENT_SOFT)):
        days: list[canvas.Value] = [
            {"x": time.middle(place.mark), "y": y, "about": canvas.about(place.mark)}
            for place, y in placed
            if _is_day(place.mark) and place.mark.projected is planned
        ]
        yield canvas.points(days, fill=fill, size=160, outline=palette.ACCENT)
    for align in _SIDES:
        words = [canvas.Words(place.edge, y, [place.words]) for place, y in placed if place.align == align]
        yield canvas.words(words, align=align)


def _is_day(mark: Mark) -> bool:
    return mark.first == mark.last


def _span(mark: Mark, time: Calendar, y: float) -> canvas.Value:
    return {"x": time.start(mark), "x2": time.finish(mark), "y": y, "y2": y, "about": canvas.about(mark)}
