"""The picture that stands beside a shared link: the page's title and its figure, 1200 by 630 pixels."""

from __future__ import annotations

from html import escape

from generator.charts import lettering

WIDTH, HEIGHT = 1200, 630
"""What the large networks show whole: https://ogp.me/#structured"""
_EDGE = 80
_TITLE, _FIGURE, _LABEL = 54, 120, 34
_FONT = "Liberation Sans"
"""Comes with the renderer, so every machine draws the same."""


def card(*, title: str, value: str, label: str) -> str:
    """The card as SVG: `value` is the figure with its unit, `label` what it measures; both may be empty."""
    room = WIDTH - 2 * _EDGE
    titles = lettering.wrap(title, round(room * lettering.SIZE / _TITLE), most=3 if value else 6)
    size = min(_FIGURE, round(_FIGURE * room / max(lettering.width(value, _FIGURE), 1)))
    labels = lettering.wrap(label, round(room * lettering.SIZE / _LABEL), most=2)
    lines = [_line(text, 120 + 64 * place, _TITLE, weight="bold") for place, text in enumerate(titles)]
    lines.append(_line(value, 420, size, weight="bold", fill="#8a3a12"))
    lines += [_line(text, 480 + 42 * place, _LABEL, fill="#4b545e") for place, text in enumerate(labels)]
    lines.append(_line("Every figure with its evidence", HEIGHT - 50, 28, fill="#4b545e"))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="{_FONT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fdfdfb"/><rect width="{WIDTH}" height="18" fill="#1d2b3a"/>'
        f"{''.join(lines)}</svg>"
    )


def _line(text: str, y: int, size: int, *, weight: str = "normal", fill: str = "#1c2127") -> str:
    shown = escape(lettering.clean(text))
    return f'<text x="{_EDGE}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{fill}">{shown}</text>'


def paint(svg: str) -> bytes:
    """The card as PNG."""
    import vl_convert  # noqa: PLC0415 - slow to load, and only needed for a card not painted before

    painted: bytes = vl_convert.svg_to_png(svg, scale=1)
    return painted
