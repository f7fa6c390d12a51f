"""The site map: it names every page that search engines should find, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from generator.diagnostics import Diagnostic, Place
from generator.verifying.addresses import Where, address, file_at, target
from generator.verifying.built import Built
from generator.verifying.spots import spot

MAP = "sitemap.xml"
UNKNOWN = "the site map: the site does not say its address; name it with --base"
_ENTRY = re.compile(r"<loc>\s*(.*?)\s*</loc>", re.DOTALL)


def find(built: Built) -> Iterator[Diagnostic]:
    """Pages the map leaves out and entries that are no page; without an address there is nothing to compare."""
    if not built.address:
        return
    entries = list(_entries(built))
    if not entries:
        hint = "build the site with its address in SITE_URL"
        yield Diagnostic("no-sitemap", built.place(MAP), f"the site has no {MAP} with pages in it", hint)
        return
    named: set[str] = set()
    for url, place in entries:
        found = _page(built, url)
        if found is None or not built.pages[found].is_listed:
            headline = f"the site map names {url}, which is no page for search engines"
            yield Diagnostic("not-a-page", place, headline, "take the entry away")
        else:
            named.add(found)
    for page in built.pages.values():
        if page.is_listed and page.path not in named:
            headline = f"the site map leaves out {built.address}{address(page.path)}"
            yield Diagnostic(
                "not-in-sitemap", page.place(), headline, "list it, or mark the page with `noindex`"
            )


def _entries(built: Built) -> Iterator[tuple[str, Place]]:
    text = built.files.get(MAP, b"").decode(errors="replace")
    for found in _ENTRY.finditer(text):
        yield unescape(found[1]), built.place(MAP, *spot(text, found.start(1)))


def _page(built: Built, url: str) -> str | None:
    end = target(built, "index.html", url)
    found = (
        (file_at(built.pages, end.path) if end.path else "index.html") if end.where is Where.HERE else None
    )
    return found if found in built.pages else None
