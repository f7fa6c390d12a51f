"""A built site as it is verified: its files, its pages read as HTML, and the address it says it stands at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from turbohtml import Document, Element, parse

from generator.diagnostics import Place
from generator.theme.scripts import Scripts, known_scripts

PAGE = re.compile(r"\.html?$")
NOT_FOUND = "404.html"
"""What a server shows for an address that leads nowhere, at any depth."""


@dataclass(frozen=True)
class Page:
    """One HTML file; `place` tells where an element of it stands."""

    path: str
    text: str
    document: Document
    elements: tuple[Element, ...]
    folder: str = ""

    def place(self, element: Element | None = None) -> Place:
        """Where an element begins; without one, or for one that only the parser added, the page’s first line."""
        line, column = (element and element.position) or (1, 0)
        return Place(f"{self.folder}{self.path}", line, column + 1)

    def each(self, *tags: str) -> Iterator[Element]:
        """The elements with one of these tags, in their order."""
        return (element for element in self.elements if element.tag in tags)

    def meta(self, name: str) -> tuple[Element, str] | None:
        """The `<meta>` of a name with its content."""
        named = (found for found in self.each("meta") if (found.attr("name") or "").lower() == name)
        return next(((found, found.attr("content") or "") for found in named), None)

    @cached_property
    def leads_on(self) -> bool:
        """Whether the page only sends its reader to another one."""
        return any((found.attr("http-equiv") or "").lower() == "refresh" for found in self.each("meta"))

    @cached_property
    def is_listed(self) -> bool:
        """Whether search engines should find the page, so that it needs a name of its own."""
        robots = self.meta("robots")
        hidden = robots is not None and "noindex" in robots[1].lower()
        return not (hidden or self.leads_on or self.path == NOT_FOUND)

    @cached_property
    def names(self) -> frozenset[str]:
        """What a link can point at within the page."""
        ids = {found for element in self.elements if (found := element.attr("id"))}
        return frozenset(ids | {found for each in self.each("a") if (found := each.attr("name"))})


@dataclass(frozen=True)
class Built:
    """All of it; `address` ends with a slash, or is empty where the site does not know where it will stand."""

    files: Mapping[str, bytes]
    pages: Mapping[str, Page]
    unreadable: tuple[str, ...]
    folder: str = ""
    address: str = ""
    scripts: Scripts = field(default_factory=known_scripts)
    """Those that the site may run."""

    def place(self, path: str, line: int = 1, column: int = 1) -> Place:
        """A place in a file that is no page."""
        return Place(f"{self.folder}{path}", line, column)


def read(
    files: Mapping[str, bytes], *, folder: str = "", address: str = "", scripts: Scripts | None = None
) -> Built:
    """The site in `files`, which are named by their paths below `folder`; `address` overrides what the site says."""
    pages: dict[str, Page] = {}
    unreadable: list[str] = []
    for path in sorted(filter(PAGE.search, files)):
        try:
            text = files[path].decode()
        except UnicodeDecodeError:
            unreadable.append(path)
            continue
        document = parse(text)
        pages[path] = Page(path, text, document, tuple(document.iter_elements()), folder)
    home = address or _address(pages.get("index.html"))
    return Built(files, pages, tuple(unreadable), folder, home, scripts or known_scripts())


def _address(home: Page | None) -> str:
    """What the home page calls its canonical address."""
    links = home.each("link") if home else ()
    found = next((link.attr("href") or "" for link in links if link.attr("rel") == "canonical"), "")
    return found if re.match(r"https?://[^/]+/", found) else ""
