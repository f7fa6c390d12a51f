"""How the marks of several series stand in one chart: in runs under a heading, or each named in its label."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from generator.charts.chart import Mark


def runs(marks: Sequence[Mark]) -> tuple[tuple[str, tuple[Mark, ...]], ...]:
    """The marks in runs of one series, each with its heading; empty where a heading would say nothing."""
    grouped = tuple((name, tuple(run)) for name, run in groupby(marks, key=lambda mark: mark.series))
    names = [name for name, _ in grouped]
    if len(names) == 1 or len(names) != len(set(names)):
        return (("", tuple(marks)),) if marks else ()
    return grouped


def name(mark: Mark, marks: Sequence[Mark]) -> str:
    """The mark's label, with its series where the series alternate and no heading can name them."""
    alternate = len({other.series for other in marks}) > 1 and len(runs(marks)) == 1
    return f"{mark.label}, {mark.series}" if alternate and mark.series else mark.label
