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
_ABOUT = re.compile(r"(?P<fact>[a-z0-9]+(?:-[a-z0-9]+)*) (?P<words>.+)", re.DOTALL)
_REFERENCE = re.compile(r"url\(#(?P<id>[^)]+)\)\Z")


def finished(drawn: str, *, label: str, prefix: str) -> str:
    """`drawn` as a group named `label`, as wide as its place allows; ids begin with `prefix`.

    An element or attribute that is not listed above does not get through. A shape that stands for a fact leads to the
    fact's footnote on the page, by mouse, finger and keyboard; the words of the drawing are hidden from screen readers,
    which have `label`, the names of the shapes, and the table below.
    """
    root = ElementTree.fromstring(drawn)  # noqa: S314 - what vl-convert draws has no document type
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" class="chart-drawing" viewBox="{_quoted(root.attrib["viewBox"])}"'
        f' width="100%" role="group" aria-label="{_quoted(label)}" font-family="inherit">'
    )
    led: set[str] = set()
    return opening + "".join(_written(child, prefix, led) for child in root) + "</svg>"


def _written(element: ElementTree.Element, prefix: str, led: set[str]) -> str:
    """One element with all in it; empty where nothing of it draws. `led` has the facts that a shape leads to already."""
    name = element.tag.rpartition("}")[2]
    if name not in _ELEMENTS or element.get("display") == "none" or element.get("class") == "background":
        return ""
    inner = _quoted(element.text or "") if name in {"text", "tspan"} else ""
    inner += "".join(_written(child, prefix, led) for child in element)
    if name in {"g", "defs"} and not inner:
        return ""
    attributes = "".join(_attributes(element, prefix)) + (' aria-hidden="true"' if name == "text" else "")
    if name == "g" and not attributes:
        return inner
    shape = f"<{name}{attributes}>{inner}</{name}>" if inner else f"<{name}{attributes}/>"
    return _led(element, shape, led)


def _led(element: ElementTree.Element, shape: str, led: set[str]) -> str:
    """The shape in a link to its fact's footnote; only the first of a fact is reached by keyboard.

    The older attribute, since the theme takes every element with a plain `href` for one of HTML.
    """
    found = _ABOUT.match(element.get("aria-label", ""))
    if found is None or element.get("role") != "graphics-symbol":
        return shape
    again = ' tabindex="-1" aria-hidden="true"' if found["fact"] in led else ""
    led.add(found["fact"])
    return (
        f'<a role="link" class="footnote-ref chart-mark" xlink:href="#fn:{found["fact"]}" aria-label="{_quoted(found["words"])}"{again}>'
        f"{shape}</a>"
    )


def _attributes(element: ElementTree.Element, prefix: str) -> Iterator[str]:
    for name, value in element.attrib.items():
        if name not in _ATTRIBUTES or not value:
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
