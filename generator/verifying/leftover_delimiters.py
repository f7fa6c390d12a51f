"""Leftover delimiters: no reader sees the marks of a template that nobody filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from turbohtml import Element, Text

from generator.diagnostics import Diagnostic
from generator.verifying.built import Built, Page

MARKS = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
LITERAL = frozenset("script style code pre kbd samp template textarea".split())
READ_OUT = ("alt", "title", "aria-label", "content", "placeholder", "href", "src")
WIDTH = 60


def find(built: Built) -> Iterator[Diagnostic]:
    """Marks in running text and in what is read out or followed; code shows them on purpose."""
    for page in built.pages.values():
        if MARKS.search(page.text):
            yield from _on(page)


def _on(page: Page) -> Iterator[Diagnostic]:
    for node in page.document.descendants:
        if isinstance(node, Text):
            parent = node.parent
            if isinstance(parent, Element) and MARKS.search(node.data) and not _is_literal(parent):
                yield _problem(page, parent, node.data)
        elif isinstance(node, Element) and node.attrs:
            for name in READ_OUT:
                if MARKS.search(node.attr(name) or ""):
                    yield _problem(page, node, node.attr(name) or "")


def _is_literal(element: Element) -> bool:
    return element.tag in LITERAL or any(
        isinstance(around, Element) and around.tag in LITERAL for around in element.ancestors
    )


def _problem(page: Page, element: Element, text: str) -> Diagnostic:
    found = MARKS.search(text)
    assert found is not None, "only called where a mark was found"
    shown = " ".join(text[max(0, found.start() - WIDTH // 2) : found.end() + WIDTH // 2].split())
    headline = f"the page shows a template’s mark `{found[0]}`: {shown}"
    return Diagnostic(
        "leftover-delimiter", page.place(element), headline, "give the engine the rendered page"
    )
