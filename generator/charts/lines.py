"""The form `lines`: values over time to scale, one line a series, named at its end; no line runs across a missing period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.charts import canvas, gaps, lettering, palette, series, wording
from generator.charts.calendar import Calendar, between
from generator.charts.chart import Chart, Mark
from generator.charts.levels import levels

_TALL = 200
_TOP = lettering.LINE + 8
_SPACE = 10
_WIDEST_NAME = 112
_LOOKS = (
    (palette.ACCENT, "circle"),
    (palette.INK, "square"),
    (palette.SECOND, "diamond"),
    (palette.MUTED, "triangle-up"),
)
"""What tells one line from the next beside its name: colour, and the shape of its points."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One series: its words at the end, its marks in time, and how it looks."""

    name: tuple[str, ...]
    marks: tuple[Mark, ...]
    colour: str
    shape: str


@dataclass(frozen=True, slots=True)
class _Plane:
    """Where a day and a value stand."""

    time: Calendar
    height: canvas.Scale

    def point(self, mark: Mark, value: Decimal) -> dict[str, float | str]:
        """The pixels of one value of a mark."""
        return {"x": self.time.middle(mark), "y": self.height.pixel(value)}


def specification(chart: Chart) -> canvas.Specification:
    """The Vega-Lite specification of `chart`; the scale of values begins at zero unless all lie far above it."""
    lines = tuple(_lines(chart))
    named = levels([end for mark in chart.marks for end in (mark.low, mark.high)], chart.unit)
    names = max((lettering.bold(text) for line in lines for text in line.name), default=0)
    bottom = _TOP + max(_TALL, sum(len(line.name) for line in lines) * lettering.LINE)
    left = max((lettering.width(text) for _, text in named[:-1]), default=0) + _SPACE
    plane = _Plane(
        between(chart.marks, left=left, right=canvas.WIDTH - names - _SPACE * 2),
        canvas.scale([value for value, _ in named], left=bottom, right=_TOP),
    )
    return canvas.frame(
        description=wording.alternative(chart),
        height=bottom + lettering.LINE + _SPACE / 2,
        layers=[
            *_axes(plane, named, bottom),
            *(layer for line in lines for layer in _drawn(line, plane)),
            *_names(lines, plane, bottom),
        ],
    )


def _lines(chart: Chart) -> Iterator[_Line]:
    runs = series.runs(chart.marks)
    for place, (heading, marks) in enumerate(runs):
        text = heading if len(runs) > 1 else marks[-1].text
        yield _Line(lettering.wrap(text, _WIDEST_NAME), marks, *_LOOKS[place % len(_LOOKS)])


def _axes(
    plane: _Plane, named: Sequence[tuple[Decimal, str]], bottom: float
) -> Iterator[canvas.Specification]:
    """A thin line for each named value and each named time; the highest value, which bears the unit, above its line."""
    left, right = plane.time.left, plane.time.right
    heights = [(plane.height.pixel(value), text) for value, text in named]
    ticks = list(plane.time.ticks())
    across = [{"x": left, "x2": right, "y": y, "y2": y} for y, _ in heights]
    marks = [{"x": x, "x2": x, "y": bottom, "y2": bottom + 6} for x, _ in ticks]
    yield canvas.lines([*across, *marks], stroke=palette.GRID)
    below = [canvas.Words(left - _SPACE / 2, y, [text]) for y, text in heights[:-1]]
    yield canvas.words(below, fill=palette.MUTED, align="right")
    top = [canvas.Words(0, _TOP - lettering.LINE / 2 - 2, [text]) for _, text in heights[-1:]]
    times = [canvas.Words(x + 3, bottom + lettering.LINE / 2 + 4, [text]) for x, text in ticks if text]
    yield canvas.words([*top, *times], fill=palette.MUTED)


def _drawn(line: _Line, plane: _Plane) -> Iterator[canvas.Specification]:
    """What was, solid; what is planned, dashed and hollow; a range as an upright bar with a line to either end."""
    parts = list(_parts(line.marks))
    for planned in (False, True):
        found = [part for part in parts if any(mark.projected for mark in part) is planned]
        runs = [point for number, part in enumerate(found) for point in _run(part, plane, number)]
        yield canvas.paths(runs, stroke=line.colour, dashed=[5, 3] if planned else [])
    spread = [_upright(mark, plane) for mark in line.marks if mark.low != mark.high]
    yield canvas.lines(spread, stroke=line.colour, thick=6)
    single = [mark for mark in line.marks if mark.low == mark.high]
    for planned in (False, True):
        dots = [
            {**plane.point(mark, mark.high), "about": canvas.about(mark)}
            for mark in single
            if mark.projected is planned
        ]
        fill = palette.GRID if planned else line.colour
        yield canvas.points(dots, fill=fill, shape=line.shape, size=90, outline=line.colour)


def _parts(marks: Sequence[Mark]) -> Iterator[tuple[Mark, ...]]:
    """Marks that one line joins: neighbours without a missing period between them, a change of modality on its own."""
    part = list(marks[:1])
    holes = gaps.missing_after([mark.label for mark in marks])
    for before, mark, hole in zip(marks, marks[1:], holes, strict=False):
        if not hole and before.projected is mark.projected:
            part.append(mark)
            continue
        yield tuple(part)
        if not hole:
            yield before, mark
        part = [mark]
    yield tuple(part)


def _run(part: Sequence[Mark], plane: _Plane, number: int) -> Iterator[canvas.Value]:
    """The line through the lower ends, and one through the upper ends where they differ."""
    if len(part) < 2:
        return
    for mark in part:
        yield {**plane.point(mark, mark.low), "run": f"{number} low"}
    if any(mark.low != mark.high for mark in part):
        for mark in part:
            yield {**plane.point(mark, mark.high), "run": f"{number} high"}


def _upright(mark: Mark, plane: _Plane) -> canvas.Value:
    low, high = plane.point(mark, mark.low), plane.point(mark, mark.high)
    return {**low, "x2": low["x"], "y2": high["y"], "about": canvas.about(mark)}


def _names(lines: Sequence[_Line], plane: _Plane, bottom: float) -> Iterator[canvas.Specification]:
    """Each line's name at its end, moved where two would overlap and then led to."""
    left = plane.time.right + _SPACE * 2
    ends = [_end(line, plane) for line in lines]
    tops = _apart(
        [y - len(line.name) * lettering.LINE / 2 for line, (_, y) in zip(lines, ends, strict=True)],
        lines,
        bottom,
    )
    yield canvas.lines(
        [
            {"x": x + _SPACE, "x2": left - 3, "y": y, "y2": top + len(line.name) * lettering.LINE / 2}
            for line, (x, y), top in zip(lines, ends, tops, strict=True)
        ],
        stroke=palette.MUTED,
    )
    for line, top in zip(lines, tops, strict=True):
        yield canvas.words(
            [canvas.Words(left, top + lettering.LINE / 2, line.name)], fill=line.colour, bold="bold"
        )


def _end(line: _Line, plane: _Plane) -> tuple[float, float]:
    last = line.marks[-1]
    return plane.time.middle(last), (plane.height.pixel(last.low) + plane.height.pixel(last.high)) / 2


def _apart(wanted: Sequence[float], lines: Sequence[_Line], bottom: float) -> list[float]:
    """The tops of the names, as near as may be to where they belong, none over another nor below the axis."""
    tops = list(wanted)
    order = sorted(range(len(lines)), key=lambda place: (wanted[place], place))
    free = 0.0
    for place in order:
        tops[place] = max(tops[place], free)
        free = tops[place] + len(lines[place].name) * lettering.LINE
    free = bottom
    for place in reversed(order):
        tops[place] = min(tops[place], free - len(lines[place].name) * lettering.LINE)
        free = tops[place]
    return tops
