"""Requests: a page loads nothing from any other host; links that a reader follows are free."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.diagnostics import Diagnostic, Place
from generator.verifying.addresses import Where, target
from generator.verifying.built import Built
from generator.verifying.references import of_script, of_style, references
from generator.verifying.spots import spot

READERS: dict[str, Callable[[str], Iterator[tuple[str, int]]]] = {
    "css": of_style,
    "js": of_script,
    "mjs": of_script,
}
HINT = "put the file on the site itself, or take the request away"


def find(built: Built) -> Iterator[Diagnostic]:
    """What elements, style sheets and scripts fetch from elsewhere, as far as it can be read off them."""
    for page in built.pages.values():
        for reference in references(page):
            if reference.fetched:
                yield from _problem(built, page.path, reference.url, page.place(reference.element))
        for script in page.each("script"):
            for url, _ in of_script(script.text):
                yield from _problem(built, page.path, url, page.place(script))
    for path, content in built.files.items():
        if reader := READERS.get(path.rpartition(".")[2]):
            text = content.decode(errors="replace")
            for url, start in reader(text):
                yield from _problem(built, path, url, built.place(path, *spot(text, start)))


def _problem(built: Built, path: str, url: str, place: Place) -> Iterator[Diagnostic]:
    if target(built, path, url).where is Where.ELSEWHERE:
        yield Diagnostic("request-elsewhere", place, f"`{url}` is asked from another host", HINT)
