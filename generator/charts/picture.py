"""A drawing as a file of its own, to take away: title and sources in the picture, colours of its own."""

from __future__ import annotations

import re
from html import escape

from generator.charts import lettering

MARGIN = 24
"""Room at both sides: nobody knows with which fonts the picture will be seen."""
_VARIABLE = re.compile(r"var\(--[\w-]+, (#[0-9a-f]{6})\)")
_BOX = re.compile(r'viewBox="0 0 (?P<width>[\d.]+) (?P<height>[\d.]+)"')
_LINK = re.compile(r"<a [^>]*>|</a>")


def picture(finished: str, *, title: str, sources: str) -> str:
    """The finished drawing of a page as an SVG file: no links, nothing that the page would have to give it."""
    drawing = _VARIABLE.sub(lambda found: found[1], _LINK.sub("", finished))
    opening, _, rest = drawing.partition(">")
    box = _BOX.search(opening)
    width, height = (float(box["width"]), float(box["height"])) if box else (428.0, 300.0)
    heads = lettering.wrap(title, round(width * 0.9))
    feet = lettering.wrap(f"Source: {sources}", round(width * 1.15), most=12)
    top = lettering.LINE * (len(heads) + 1)
    whole = top + height + lettering.LINE * (len(feet) + 1)
    lines = [_line(text, 16 + place * lettering.LINE, bold=True) for place, text in enumerate(heads)]
    lines += [
        _line(text, top + height + place * lettering.LINE, bold=False)
        for place, text in enumerate(feet, start=1)
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-MARGIN} 0 {width + 2 * MARGIN:g} {whole:g}" role="img"'
        f' aria-label="{escape(title)}" font-family="Arial, Helvetica, sans-serif">'
        f'<rect x="{-MARGIN}" width="100%" height="100%" fill="#ffffff"/>{"".join(lines)}'
        f'<g transform="translate(0,{top})">{rest.removesuffix("</svg>")}</g></svg>\n'
    )


def _line(text: str, y: float, *, bold: bool) -> str:
    weight, size = (' font-weight="bold"', 16) if bold else ("", 13)
    return f'<text x="4" y="{y:g}" font-size="{size}"{weight} fill="#1c2127">{escape(text)}</text>'
