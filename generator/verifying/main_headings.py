"""Main headings: every page has one `<h1>`, and only one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Note
from generator.verifying.built import Built


def find(built: Built) -> Iterator[Diagnostic]:
    """Pages with no main heading or with several; one that only leads on needs none."""
    for page in built.pages.values():
        found = list(page.each("h1"))
        if len(found) == 1 or (not found and page.leads_on):
            continue
        if not found:
            yield Diagnostic(
                "not-one-main-heading", page.place(), "the page has no `<h1>`", "give it a title of level one"
            )
            continue
        headline = f"the page has {len(found)} `<h1>`"
        notes = (Note("the first", page.place(found[0])),)
        yield Diagnostic(
            "not-one-main-heading", page.place(found[1]), headline, "make it a heading of level two", notes
        )
