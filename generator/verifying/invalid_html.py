"""Validity: a page parses without an error, nests as HTML nests, and holds to the rules for authors that need no schema."""

from __future__ import annotations

from collections.abc import Iterator

from turbohtml.conformance import check

from generator.diagnostics import Diagnostic, Place
from generator.markup.nesting import flaws
from generator.verifying.built import Built, Page
from generator.verifying.contradictions import contradictions

TOLD_ELSEWHERE = ("img-missing-alt", "missing-title")
"""Rules that checks of their own tell with a better hint."""
HINT = "mend the template or the Markdown that made it"


def find(built: Built) -> Iterator[Diagnostic]:
    """Errors of the tokenizer, of nesting, and of authoring rules such as an id that is used twice."""
    for path in built.unreadable:
        headline = "the page is not encoded in UTF-8"
        yield Diagnostic("invalid-html", built.place(path), headline, "write it anew as UTF-8")
    for page in built.pages.values():
        for line, column, text in _told(page):
            place = Place(page.place().path, max(line, 1), column + 1)
            yield Diagnostic("invalid-html", place, text, HINT)


def _told(page: Page) -> Iterator[tuple[int, int, str]]:
    for error in page.document.errors:
        yield error.line, error.col, f"the HTML has an error: {error.code.replace('-', ' ')}"
    yield from flaws(page.text)
    for element, text in contradictions(page):
        place = page.place(element)
        yield place.line, place.column - 1, text
    for message in check(page.document).errors:
        if message.code not in TOLD_ELSEWHERE:
            yield message.line, message.column, message.message
