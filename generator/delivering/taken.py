"""What stands at whose place: no page and no file may take the address of another, or of anything that is generated."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath

from generator.delivering.addresses import published
from generator.diagnostics import Diagnostic, Place

RESERVED = frozenset(
    "404 404.html assets cards citations fact javascripts objects.inv robots.txt schema search search.json sha256sums sitemap.xml "
    "sitemap.xml.gz stylesheets".split()
)
"""Names at the top of the site that belong to the engine, its theme, and the permanent addresses of facts."""


def taken(pages: Iterable[str], files: Iterable[str], made: Collection[str]) -> Iterator[Diagnostic]:
    """`page-taken`, for pages and files below `docs/` that stand where one that is `made`, or another of them, belongs.

    Two addresses that differ only in case are one, as on some machines.
    """
    owners: dict[str, str] = {}
    folders: dict[str, str] = {}
    for path in made:
        _settle(path, "", owners, folders)
    for path in sorted((*pages, *files), key=lambda path: (path.count("/"), path)):
        top = path.split("/")[0].lower()
        mine = _addresses(path)
        other = next((owners[each] for each in mine if each in owners), None)
        inside = [str(each) for address in mine for each in PurePosixPath(address).parents]
        other = (
            other if other is not None else next((owners[each] for each in inside if each in owners), None)
        )
        other = (
            other if other is not None else next((folders[each] for each in mine if each in folders), None)
        )
        if top in RESERVED or top.removesuffix(".md") in RESERVED:
            other = ""
        if other is None:
            _settle(path, path, owners, folders)
            continue
        whose = f"docs/{other}" if other else "a generated page or file"
        headline = f"docs/{path} stands where {whose} belongs"
        yield Diagnostic("page-taken", Place(f"docs/{path}", 1, 1), headline, "name the file otherwise")


def _settle(path: str, owner: str, owners: dict[str, str], folders: dict[str, str]) -> None:
    for address in _addresses(path):
        owners.setdefault(address, owner)
        for each in PurePosixPath(address).parents:
            folders.setdefault(str(each), owner)


def _addresses(path: str) -> tuple[str, ...]:
    """The files of the site that this one may become; a page may become one of two."""
    return tuple(each.lower() for each in (published(path) if path.endswith(".md") else (path,)))
