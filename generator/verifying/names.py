"""Names: every page has a title and a description, and no two pages share one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from turbohtml import Element

from generator.diagnostics import Diagnostic, Note
from generator.verifying.built import Built, Page

Kind = Literal["title", "description"]


def find(built: Built) -> Iterator[Diagnostic]:
    """Titles, then descriptions: missing, empty or used before. Pages that search engines leave out need only a title."""
    yield from _missing(built)
    listed = [page for page in built.pages.values() if page.is_listed]
    listed.sort(key=lambda page: (page.path.count("/"), page.path))
    yield from _shared(listed, "title")
    yield from _shared(listed, "description")


def _missing(built: Built) -> Iterator[Diagnostic]:
    for page in built.pages.values():
        if not _named(page, "title")[1]:
            yield Diagnostic(
                "no-title", page.place(), "the page has no title", "write one, as `title` in its front matter"
            )
        if page.is_listed and not _named(page, "description")[1]:
            hint = "write one sentence, as `description` in its front matter"
            yield Diagnostic("no-description", page.place(), "the page has no description", hint)


def _named(page: Page, kind: Kind) -> tuple[Element | None, str]:
    if kind == "description":
        return page.meta("description") or (None, "")
    head = page.document.find("head")
    found = head.find("title") if head else None
    return found, (found.text.strip() if found else "")


def _shared(pages: list[Page], kind: Kind) -> Iterator[Diagnostic]:
    first: dict[str, tuple[Page, Element | None]] = {}
    for page in pages:
        element, text = _named(page, kind)
        if text and text in first:
            notes = (Note("the first page", first[text][0].place(first[text][1])),)
            hint = f"give each page a {kind} of its own"
            place = page.place(element)
            headline = f"the {kind} `{text}` names another page already"
            yield (
                Diagnostic("same-title", place, headline, hint, notes)
                if kind == "title"
                else Diagnostic("same-description", place, headline, hint, notes)
            )
        first.setdefault(text, (page, element))
