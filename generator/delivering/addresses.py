"""Where a page of Markdown comes out on the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def published(path: str) -> tuple[str, ...]:
    """The files that the page at `path` below `docs/` may become: addresses end in a slash or in `.html`."""
    name = path.removesuffix(".md")
    if name == "index" or name.endswith("/index"):
        return (f"{name}.html",)
    return (f"{name}/index.html", f"{name}.html")


def missing(expected: Iterable[str], found: Iterable[str]) -> Iterator[str]:
    """The files handed to an engine of which the site has nothing."""
    there = set(found)
    for path in expected:
        if not there.intersection(published(path) if path.endswith(".md") else (path,)):
            yield path
