"""Where a reference leads: to a file of the site, to another host, or to no file at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from generator.verifying.built import Built

NOWHERE = "https://site.invalid/"
"""Stands for the address of a site that does not know its own (RFC 2606 keeps this name free)."""


class Where(Enum):
    """The four ends that a reference can have."""

    HERE = auto()
    BESIDE = auto()
    ELSEWHERE = auto()
    WITHIN = auto()
    """A scheme that asks no server: data, mailto."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reference leads; path and fragment are decoded and count only on the site itself."""

    where: Where
    path: str = ""
    fragment: str = ""


def target(built: Built, path: str, url: str) -> Target:
    """The end of the reference `url` on the file at `path`."""
    home = built.address or NOWHERE
    try:
        split = urlsplit(urljoin(home + address(path), url))
    except ValueError:
        return Target(Where.ELSEWHERE)
    if split.scheme not in ("http", "https"):
        return Target(Where.WITHIN if split.scheme else Where.HERE)
    return _on_the_web(urlsplit(home), split)


def _on_the_web(home: SplitResult, split: SplitResult) -> Target:
    if split.netloc != home.netloc:
        return Target(Where.ELSEWHERE)
    if not split.path.startswith(home.path):
        return Target(Where.HERE if split.path + "/" == home.path else Where.BESIDE)
    fragment = unquote(split.fragment.partition(":~:")[0])
    return Target(Where.HERE, unquote(split.path.removeprefix(home.path)), fragment)


def address(path: str) -> str:
    """The address of a file below the site's own: an index page is called by its folder."""
    return path.removesuffix("index.html") if path.rsplit("/", maxsplit=1)[-1] == "index.html" else path


def file_at(paths: Iterable[str], path: str) -> str | None:
    """The file that a server gives for a path below the site's address, as GitHub Pages looks for it."""
    folder = f"{path}/" if path and not path.endswith("/") else path
    tried = (path, f"{folder}index.html", f"{path}.html")
    return next((each for each in tried if each and each in paths), None)
