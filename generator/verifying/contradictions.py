"""Contradictions: attributes that name what the page does not have, or say nothing a browser understands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from turbohtml import Element

from generator.verifying.built import Page

NAMING = (
    "for",
    "form",
    "list",
    "headers",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-details",
    "aria-owns",
)
"""Attributes whose words are ids: https://html.spec.whatwg.org/multipage/ and https://www.w3.org/TR/wai-aria-1.2/"""
COUNTED = ("tabindex", "colspan", "rowspan", "start")
"""Attributes that are whole numbers on every element that takes them."""
TICKED = ("checkbox", "radio")
_WHOLE = re.compile(r"-?\d+")


def contradictions(page: Page) -> Iterator[tuple[Element, str]]:
    """The elements with such an attribute, and what is wrong with it."""
    for element in page.elements:
        attributes = element.attrs
        for name in NAMING:
            if name in attributes:
                yield from (
                    (element, f"`{name}` names the id `{each}`, which the page does not have")
                    for each in _missing(page, element, name)
                )
        for name in COUNTED:
            if name in attributes and not _WHOLE.fullmatch(element.attr(name) or ""):
                yield element, f"`{name}` is `{element.attr(name)}`, which is no whole number"
        if "autocomplete" in attributes and element.tag == "input" and element.attr("type") in TICKED:
            yield element, "`autocomplete` stands on a box to tick, where nothing is filled in"


def _missing(page: Page, element: Element, name: str) -> list[str]:
    return [each for each in (element.attr(name) or "").split() if each not in page.names]
