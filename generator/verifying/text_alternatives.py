"""Text alternatives: whoever cannot see a picture or a chart is told what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from turbohtml import Element

from generator.diagnostics import Diagnostic
from generator.verifying.built import Built, Page


def find(built: Built) -> Iterator[Diagnostic]:
    """Pictures, drawings that stand as pictures, frames and image buttons without words."""
    for page in built.pages.values():
        for element in page.elements:
            if wrong := _wrong(page, element):
                headline, hint = wrong
                yield Diagnostic("no-text-alternative", page.place(element), headline, hint)


def _wrong(page: Page, element: Element) -> tuple[str, str] | None:
    tag = element.tag
    if tag in ("img", "area") and not _is_hidden(element):
        return _wrong_picture(page, element)
    if tag == "svg" and _stands_as_picture(element) and not (_label(page, element) or _titled(element)):
        return (
            "the drawing has no text alternative",
            'give it `role="img"` and an `aria-label` that says what it shows',
        )
    if tag in ("iframe", "object", "canvas", "embed") and not _is_hidden(element):
        told = _label(page, element) or element.attr("title") or element.text.strip()
        return (
            None
            if told
            else (f"`<{tag}>` has no text alternative", "give it a `title` that says what it shows")
        )
    return None


def _wrong_picture(page: Page, element: Element) -> tuple[str, str] | None:
    alternative = element.attr("alt")
    if alternative is None and not _label(page, element):
        return (
            "the picture has no text alternative",
            "say in `alt` what it shows; leave it empty where it only decorates",
        )
    link = element.closest("a, button")
    if link and not (alternative or _label(page, element) or link.text.strip() or _label(page, link)):
        return (
            "the picture is all that a link holds, and it has no words",
            "say in `alt` where the link leads",
        )
    return None


def _stands_as_picture(element: Element) -> bool:
    """An icon beside words needs none; a drawing in a figure does."""
    if _is_hidden(element) or element.closest("svg svg"):
        return False
    return element.attr("role") == "img" or element.closest("figure") is not None


def _is_hidden(element: Element) -> bool:
    return element.closest('[aria-hidden="true"], [hidden]') is not None or element.attr("role") in (
        "presentation",
        "none",
    )


def _label(page: Page, element: Element) -> str:
    named = (element.attr("aria-labelledby") or "").split()
    if named and all(name in page.names for name in named):
        return " ".join(named)
    return (element.attr("aria-label") or "").strip()


def _titled(element: Element) -> bool:
    return any(
        child.text.strip()
        for child in element.children
        if isinstance(child, Element) and child.tag == "title"
    )
