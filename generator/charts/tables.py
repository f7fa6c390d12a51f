"""The figures of a chart as table rows and as CSV (RFC 4180)."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

from generator.charts.chart import DATE, Chart

HEADER = ("label", "series", "value", "low", "high", "unit", "modality", "fact", "source")

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows(chart: Chart) -> tuple[tuple[str, ...], ...]:
    """One row a mark under the columns of `HEADER`; `low` and `high` are plain decimals in the chart's unit."""
    return tuple(
        (
            mark.label,
            mark.series,
            mark.text,
            _plain(mark.low, chart.unit),
            _plain(mark.high, chart.unit),
            chart.unit,
            "projected" if mark.projected else "actual",
            mark.fact,
            mark.source,
        )
        for mark in chart.marks
    )


def _plain(value: Decimal, unit: str) -> str:
    return date.fromordinal(int(value)).isoformat() if unit == DATE else f"{value:f}"


def csv_text(chart: Chart) -> str:
    """The header and the rows, lines ended by CR LF; no cell is read as a formula by a spreadsheet."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADER)
    low, high = HEADER.index("low"), HEADER.index("high")
    for row in rows(chart):
        writer.writerow(cell if place in (low, high) else _inert(cell) for place, cell in enumerate(row))
    return text.getvalue()


def _inert(cell: str) -> str:
    """`cell`, led by an apostrophe where a spreadsheet would run it; numbers are written elsewhere, unchanged."""
    return f"'{cell}" if cell.lstrip(" \n").startswith(_FORMULA) else cell
