"""The form `dots`: one dot a mark on a logarithmic scale, for figures that differ by powers of ten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import floor, log10

from generator.charts import canvas, lettering, palette, wording
from generator.charts.chart import Chart, Mark
from generator.quantities import write_number

_LINE = 26
_GAP = 14
_SPACE = 12
_EDGE = 8
_FOOT = lettering.LINE + 6


def specification(chart: Chart) -> canvas.Specification:
    """The Vega-Lite specification of `chart`; marks that are not above zero cannot stand on this scale."""
    marks = [mark for mark in chart.marks if mark.low > 0]
    labels = [lettering.wrap(mark.label, canvas.WIDTH) for mark in marks]
    heights = [len(label) * lettering.LINE + _LINE + _GAP for label in labels]
    tops = [sum(heights[:place]) for place in range(len(marks) + 1)]
    powers = _powers(marks)
    rows = [top + len(label) * lettering.LINE + _LINE / 2 for label, top in zip(labels, tops, strict=False)]
    return canvas.frame(
        description=wording.alternative(chart),
        height=tops[-1] + _FOOT if marks else lettering.LINE,
        layers=[
            canvas.lines(
                [
                    {
                        "x": _pixel(power, powers),
                        "x2": _pixel(power, powers),
                        "y": row - _LINE / 2,
                        "y2": row + _LINE / 2,
                    }
                    for power in powers
                    for row in (*rows, tops[-1] - _GAP / 2)
                ],
                stroke=palette.GRID,
            ),
            canvas.lines(
                [
                    {
                        "x": _pixel(_exponent(mark.low), powers),
                        "x2": _pixel(_exponent(mark.high), powers),
                        "y": row,
                        "y2": row,
                    }
                    for mark, row in zip(marks, rows, strict=True)
                ],
                stroke=palette.ACCENT,
                thick=3,
            ),
            canvas.points(
                [
                    {"x": _pixel(_exponent(mark.high), powers), "y": row, "about": canvas.about(mark)}
                    for mark, row in zip(marks, rows, strict=True)
                ],
                fill=palette.ACCENT,
            ),
            *_values(marks, rows, powers),
            canvas.words(
                [
                    canvas.Words(0, top + lettering.LINE / 2, label)
                    for label, top in zip(labels, tops, strict=False)
                ]
            ),
            *_ticks(powers, chart.unit, tops[-1] + _FOOT - lettering.LINE / 2),
        ],
    )


def _powers(marks: Sequence[Mark]) -> Sequence[int]:
    """The powers of ten from just below the least to just above the greatest mark."""
    if not marks:
        return (0, 1)
    low, high = min(_exponent(mark.low) for mark in marks), max(_exponent(mark.high) for mark in marks)
    return range(floor(low), floor(high) + 2)


def _exponent(value: Decimal) -> float:
    return log10(value)


def _pixel(exponent: float, powers: Sequence[int]) -> float:
    share = (exponent - powers[0]) / (powers[-1] - powers[0])
    return round(_EDGE + share * (canvas.WIDTH - 2 * _EDGE), 2)


def _values(
    marks: Sequence[Mark], rows: Sequence[float], powers: Sequence[int]
) -> Iterator[canvas.Specification]:
    """Each value beside its dot: on the right where there is room, else on the left."""
    right, left = [], []
    for mark, row in zip(marks, rows, strict=True):
        end = _pixel(_exponent(mark.high), powers)
        if end + _SPACE + lettering.bold(mark.text) <= canvas.WIDTH:
            right.append(canvas.Words(end + _SPACE, row, [mark.text]))
        else:
            left.append(canvas.Words(_pixel(_exponent(mark.low), powers) - _SPACE, row, [mark.text]))
    yield canvas.words(right, bold="bold")
    yield canvas.words(left, bold="bold", align="right")


def _ticks(powers: Sequence[int], unit: str, y: float) -> Iterator[canvas.Specification]:
    """The first and the last power of ten, and those between that have room."""
    shown: list[canvas.Words] = []
    free = 0.0
    for power in powers:
        text = write_number(Decimal(10) ** power, unit)
        x = min(_pixel(power, powers), canvas.WIDTH - lettering.width(text))
        if x >= free:
            shown.append(canvas.Words(x, y, [text]))
            free = x + lettering.width(text) + _SPACE
    yield canvas.words(shown, fill=palette.MUTED)
