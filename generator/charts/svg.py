"""The renderer's SVG rebuilt for a page: only what draws, colours as variables, ids of its own, on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from xml.etree import ElementTree

from generator.charts.palette import VARIABLES

_ELEMENTS = frozenset({"g", "path", "line", "rect", "text", "tspan", "defs", "clipPath"})
_ATTRIBUTES = frozenset(
    "id clip-path transform d x y x1 x2 y1 y2 dx dy width height fill fill-opacity opacity stroke stroke-dasharray "
    "stroke-opacity stroke-width font-size font-style font-weight text-anchor".split()
)
_REFERENCE = re.compile(r"url\(#(?P<id>[^)]+)\)\Z")


def finished(drawn: str, *, label: str, prefix: str) -> str:
    """`drawn` as an image named `label`, as wide as its place allows; ids begin with `prefix`.

    An element or attribute that is not listed above does not get through.
    """
    root = ElementTree.fromstring(drawn)  # noqa: S314 - what vl-convert draws has no document type
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart-drawing" viewBox="{_quoted(root.attrib["viewBox"])}"'
        f' width="100%" role="img" aria-label="{_quoted(label)}" font-family="inherit">'
    )
    return opening + "".join(_written(child, prefix) for child in root) + "</svg>"


def _written(element: ElementTree.Element, prefix: str) -> str:
    """One element with all in it; empty where nothing of it draws."""
    name = element.tag.rpartition("}")[2]
    if name not in _ELEMENTS or element.get("display") == "none" or element.get("class") == "background":
        return ""
    inner = _quoted(element.text or "") if name in {"text", "tspan"} else ""
    inner += "".join(_written(child, prefix) for child in element)
    if name in {"g", "defs"} and not inner:
        return ""
    attributes = "".join(_attributes(element, prefix))
    if name == "g" and not attributes:
        return inner
    return f"<{name}{attributes}>{inner}</{name}>" if inner else f"<{name}{attributes}/>"


def _attributes(element: ElementTree.Element, prefix: str) -> Iterator[str]:
    for name, value in element.attrib.items():
        if name not in _ATTRIBUTES:
            continue
        yield f' {name}="{_quoted(_value(name, value, prefix))}"'


def _value(name: str, value: str, prefix: str) -> str:
    if name == "id":
        return f"{prefix}-{value}"
    if name in {"fill", "stroke"}:
        return VARIABLES.get(value, value)
    if reference := _REFERENCE.match(value):
        return f"url(#{prefix}-{reference['id']})"
    return value


def _quoted(text: str) -> str:
    """`text` safe in XML and HTML, in an attribute and between tags, and without a line break."""
    return escape(" ".join(text.split()), quote=True)
