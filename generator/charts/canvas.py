"""The frame every form draws in: its width, its scale, and the few kinds of layer a form puts together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from generator.charts import lettering, palette
from generator.charts.chart import Mark

Specification: TypeAlias = dict[str, object]
Value: TypeAlias = Mapping[str, float | str]

WIDTH = 420
MARGIN = 4


@dataclass(frozen=True, slots=True)
class Scale:
    """Values `low` to `high`, already divided by `10 ** exponent`, over the pixels `left` to `right`."""

    low: float
    high: float
    exponent: int
    left: int
    right: int

    def number(self, value: Decimal) -> float:
        """`value` as a specification holds it; position only, what readers read comes from the mark's text."""
        return _number(value, self.exponent)

    def pixel(self, value: Decimal) -> float:
        """Where `value` stands, in pixels from the left edge."""
        share = (self.number(value) - self.low) / (self.high - self.low)
        return round(self.left + share * (self.right - self.left), 2)


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of text; `x` and `y` are the middle of the first line's outer end, in pixels."""

    x: float
    y: float
    text: Sequence[str]


def scale(values: Sequence[Decimal], *, left: int, right: int) -> Scale:
    """The scale from the least to the greatest of `values`, in thousands, millions… as their size suggests."""
    largest = max((abs(value) for value in values), default=Decimal(0))
    exponent = largest.adjusted() // 3 * 3 if largest else 0
    low = _number(min(values, default=Decimal(0)), exponent)
    high = _number(max(values, default=Decimal(0)), exponent)
    return Scale(low, high if high > low else low + 1, exponent, left, right)


def frame(*, description: str, height: float, layers: Sequence[Specification]) -> Specification:
    """A specification `WIDTH` wide; layers without values are left out."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "description": lettering.clean(description),
        "autosize": "none",
        "padding": MARGIN,
        "background": None,
        "width": WIDTH,
        "height": height,
        "config": {
            "view": {"stroke": None},
            "text": {"fontSize": lettering.SIZE, "lineHeight": lettering.LINE},
        },
        "layer": [layer for layer in layers if layer["data"] != {"values": []}],
    }


def about(mark: Mark) -> str:
    """What a drawn shape carries so that the finished drawing can lead to its fact: the id, then words."""
    series = f"{mark.series}, " if mark.series and mark.series != mark.label else ""
    projected = ", projected" if mark.projected else ""
    return lettering.clean(f"{mark.fact} {series}{mark.label}: {mark.text}{projected}")


def bars(values: Sequence[Value], span: Scale, *, fill: str, outline: str = "") -> Specification:
    """Horizontal bars: each value has `x` and `x2` on the scale, `y` and `y2` in pixels; `outline` is dashed."""
    mark: Specification = {"type": "rect", "fill": fill or None}
    if outline:
        mark |= {"stroke": outline, "strokeWidth": 2, "strokeDash": [5, 3]}
    encoding = {"x": _measured("x", span), "x2": {"field": "x2"}, "y": _placed("y"), "y2": {"field": "y2"}}
    return _layer(values, mark, encoding)


def lines(
    values: Sequence[Value], *, stroke: str, dashed: Sequence[int] = (), thick: float = 1
) -> Specification:
    """Straight lines: each value has `x`, `x2`, `y` and `y2` in pixels."""
    mark: Specification = {"type": "rule", "stroke": stroke, "strokeWidth": thick, "strokeDash": list(dashed)}
    encoding = {"x": _placed("x"), "x2": {"field": "x2"}, "y": _placed("y"), "y2": {"field": "y2"}}
    return _layer(values, mark, encoding)


def paths(values: Sequence[Value], *, stroke: str, dashed: Sequence[int] = ()) -> Specification:
    """Lines through points: each value has `x` and `y` in pixels; those of one `run` are joined from left to right."""
    mark: Specification = {"type": "line", "stroke": stroke, "strokeWidth": 2, "strokeDash": list(dashed)}
    encoding = {"x": _placed("x"), "y": _placed("y"), "detail": {"field": "run", "type": "nominal"}}
    return _layer(values, {**mark, "aria": False}, encoding)


def points(
    values: Sequence[Value], *, fill: str, shape: str = "diamond", size: int = 220, outline: str = ""
) -> Specification:
    """Diamonds or other shapes, `size` in square pixels: each value has `x` and `y` in pixels."""
    mark: Specification = {"type": "point", "shape": shape, "size": size, "opacity": 1, "fill": fill}
    mark |= {"stroke": outline, "strokeWidth": 2} if outline else {"stroke": None}
    return _layer(values, mark, {"x": _placed("x"), "y": _placed("y")})


def words(
    values: Sequence[Words],
    *,
    fill: str = palette.INK,
    bold: Literal["normal", "bold"] = "normal",
    align: Literal["left", "right"] = "left",
) -> Specification:
    """Text, as `Words` says; characters that would stop the renderer are left out."""
    shown = [
        {"x": each.x, "y": each.y, "text": [lettering.clean(line) for line in each.text]} for each in values
    ]
    mark: Specification = {
        "type": "text",
        "fill": fill,
        "fontWeight": bold,
        "align": align,
        "baseline": "middle",
    }
    encoding: Specification = {
        "x": _placed("x"),
        "y": _placed("y"),
        "text": {"field": "text", "type": "nominal"},
    }
    return _layer(shown, mark, encoding)


def _layer(
    values: Sequence[Mapping[str, object]], mark: Specification, encoding: Specification
) -> Specification:
    if values and all("about" in value for value in values):
        encoding = {**encoding, "description": {"field": "about", "type": "nominal"}}
    return {"data": {"values": list(values)}, "mark": mark, "encoding": encoding}


def _measured(field: str, span: Scale) -> Specification:
    positions = {
        "domain": [span.low, span.high],
        "range": [span.left, span.right],
        "zero": False,
        "nice": False,
    }
    return {"field": field, "type": "quantitative", "axis": None, "scale": positions}


def _placed(field: str) -> Specification:
    return {"field": field, "type": "quantitative", "axis": None, "scale": None}


def _number(value: Decimal, exponent: int) -> float:
    return float(round(value.scaleb(-exponent), 6))
