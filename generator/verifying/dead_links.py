"""Links: every address on the site leads to a file that is there, and to a place that is there on it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Place
from generator.verifying.addresses import Target, Where, file_at, target
from generator.verifying.built import NOT_FOUND, Built
from generator.verifying.references import of_style, references
from generator.verifying.spots import spot

TOP = ("", "top")
"""Fragments that every page has."""


def find(built: Built) -> Iterator[Diagnostic]:
    """References in pages, style sheets and search indexes that lead nowhere."""
    for page in built.pages.values():
        for reference in references(page):
            if page.path == NOT_FOUND and _is_relative(reference.url):
                hint = "write it from the root of the server, with the site’s own path before it"
                yield _dead(page.place(reference.element), reference.url, hint)
                continue
            yield from _problem(built, page.path, reference.url, page.place(reference.element))
    for path in filter(_is_style, built.files):
        text = built.files[path].decode(errors="replace")
        for url, start in of_style(text):
            yield from _problem(built, path, url, built.place(path, *spot(text, start)))
    for path in filter(_is_index, built.files):
        yield from _searched(built, path)


def _is_style(path: str) -> bool:
    return path.endswith(".css")


def _is_index(path: str) -> bool:
    return path in ("search/search_index.json", "search.json")


def _is_relative(url: str) -> bool:
    return not url.startswith(("/", "#")) and ":" not in url.partition("/")[0]


def _searched(built: Built, path: str) -> Iterator[Diagnostic]:
    """Locations of search entries count from the site's own address."""
    try:
        entries = _entries(json.loads(built.files[path]))
    except ValueError:
        yield Diagnostic(
            "dead-link", built.place(path), f"{path} cannot be read, so its links cannot be followed"
        )
        return
    for location in entries:
        yield from _problem(built, "index.html", location, built.place(path))


def _entries(index: object) -> Iterator[str]:
    listed = (index.get("docs") or index.get("items")) if isinstance(index, dict) else None
    for entry in listed if isinstance(listed, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("location"), str):
            yield entry["location"]


def _problem(built: Built, path: str, url: str, place: Place) -> Iterator[Diagnostic]:
    end = target(built, path, url)
    if end.where is Where.BESIDE:
        hint = f"write it relative to the page: the site stands below {built.address}"
        yield _dead(place, url, hint)
    elif end.where is Where.HERE:
        found = file_at(built.files, end.path) if end.path else "index.html"
        if found is None or found not in built.files:
            yield _dead(place, url, "name a page or file of the site, or take the link away")
        else:
            yield from _fragment(built, found, end, url, place)


def _fragment(built: Built, found: str, end: Target, url: str, place: Place) -> Iterator[Diagnostic]:
    if end.fragment in TOP or found not in built.pages or end.fragment in built.pages[found].names:
        return
    headline = f"`{url}` leads to a place that {found} does not have"
    yield Diagnostic("dead-fragment", place, headline, f"name an id of that page instead of `{end.fragment}`")


def _dead(place: Place, url: str, hint: str) -> Diagnostic:
    return Diagnostic("dead-link", place, f"`{url}` leads nowhere on the site", hint)
