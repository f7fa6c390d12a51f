"""Which scripts the site may run, known before any page is made: what the theme's templates hold, and its files."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.util import find_spec

from generator.theme import assets, form_assets, overrides_texts

THEMES = ("material", "zensical")
"""The packages whose templates and scripts the two engines use."""
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_FREE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_BRANCH = re.compile(r"\{%.*?%\}", re.DOTALL)
_ADDRESS = r"[A-Za-z0-9._~/:-]*"
"""What an engine may fill into a script of the theme: the way to the root of the site, without a sign that ends a text."""
_LEFT_OUT = ("redirect.html", "partials/integrations/")
"""Templates that fill a page’s own words into a script, which no page can choose; and those that report to other hosts."""
_RUN = re.compile(r"\bsrc\s*=|\btype\s*=\s*[\"']?application/", re.IGNORECASE)


@dataclass(frozen=True)
class Scripts:
    """Patterns of whole inline scripts, and the SHA-256 of whole files."""

    inline: tuple[re.Pattern[str], ...]
    files: frozenset[str]

    def holds(self, text: str) -> bool:
        """Whether an inline script is one of the theme's or ours, to the last sign."""
        return any(pattern.fullmatch(text) for pattern in self.inline)

    def has_file(self, content: bytes) -> bool:
        """Whether a file is one of the theme's scripts or ours, byte for byte."""
        return sha256(content).hexdigest() in self.files


def scripts_in(templates: Iterable[str]) -> Iterator[re.Pattern[str]]:
    """The inline scripts in the texts of templates; one that depends on anything but an address is left out."""
    for template in templates:
        for attributes, text in _SCRIPT.findall(template):
            if not _RUN.search(attributes) and text.strip() and not _BRANCH.search(text):
                yield re.compile(_ADDRESS.join(map(re.escape, _FREE.split(text))))


@cache
def known_scripts(more: Collection[str] = ()) -> Scripts:
    """The scripts of both themes and our own; `more` are the texts of templates that the project has itself."""
    own = [text.encode() for text in (*assets().values(), *form_assets().values())]
    theirs, templates = [], [*more, *overrides_texts()]
    for package in filter(find_spec, THEMES):
        for path, content in _files(package):
            if path.endswith((".js", ".mjs")):
                theirs.append(content)
            elif path.endswith(".html") and not path.startswith(_LEFT_OUT):
                templates.append(content.decode())
    sums = frozenset(sha256(content).hexdigest() for content in (*own, *theirs))
    return Scripts(tuple(dict.fromkeys(scripts_in(templates))), sums)


def _files(package: str) -> Iterator[tuple[str, bytes]]:
    """The templates and scripts of an installed theme by their paths below its folder of templates."""
    waiting = [("", files(package).joinpath("templates"))]
    while waiting:
        path, folder = waiting.pop()
        for each in folder.iterdir():
            name = f"{path}{each.name}"
            if each.is_dir():
                waiting += [] if each.name in (".icons", "stylesheets", "images") else [(f"{name}/", each)]
            elif name.endswith((".html", ".js", ".mjs")):
                yield name, each.read_bytes()
