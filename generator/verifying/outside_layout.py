"""The layout: what a page says stands in its article, and nothing of it beside the theme’s own elements."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from turbohtml import Element

from generator.diagnostics import Diagnostic
from generator.verifying.built import Built, Page

AROUND = ("md-container", "md-main", "md-main__inner", "md-content", "md-content__inner")
"""The theme’s elements around the text of a page, from the outermost to the text itself; each is in the one before."""
PLAIN = frozenset("script form label input button template".split())
"""Elements of the theme between those, which may have no class of its own."""
HINT = "look for what closes more than it opens on this page"


def find(built: Built) -> Iterator[Diagnostic]:
    """Pages of the theme whose layout stands twice, is torn apart, or has strangers in it."""
    for page in built.pages.values():
        layers = [[each for each in page.elements if each.has_class(name)] for name in AROUND]
        if any(layers):
            for element, headline in _torn(page, layers):
                yield Diagnostic("outside-layout", page.place(element), headline, HINT)


def _torn(page: Page, layers: list[list[Element]]) -> Iterator[tuple[Element | None, str]]:
    for name, found in zip(AROUND, layers, strict=True):
        if len(found) != 1:
            first = found[1] if len(found) > 1 else None
            yield first, f"the layout has {len(found)} elements `{name}`, and should have one"
            return
    body = next(page.each("body"), None)
    chain = [body, *(found[0] for found in layers)]
    for outer, inner in pairwise(chain):
        if inner is not None and inner.parent is not outer:
            yield inner, f"`{inner.attr('class')}` does not stand where the theme puts it"
    for outer in chain[:-1]:
        for child in outer.children if outer is not None else ():
            if isinstance(child, Element) and not _is_theirs(child):
                yield child, f"`<{child.tag}>` stands outside of the page’s text"


def _is_theirs(element: Element) -> bool:
    names = (element.attr("class") or "").split()
    themed = any(name.startswith("md-") for name in names)
    announced = element.tag == "div" and not names and "data-md-component" in element.attrs
    return themed or announced or element.tag in PLAIN
