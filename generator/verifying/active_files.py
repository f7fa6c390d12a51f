"""Files: those of a site are of kinds on which a browser acts as it should, and a drawing only draws."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.etree import ElementTree

from generator.diagnostics import Diagnostic
from generator.markup.activity import activity
from generator.verifying.built import Built
from generator.verifying.sitemaps import MAP

KINDS = frozenset(
    ".html .css .js .json .csv .bib .txt .png .jpg .jpeg .webp .ico .gif .svg .woff .woff2".split()
)
"""Pages and scripts are read by checks of their own; of the others none but drawings can hold anything that acts."""
NAMED = frozenset((MAP, f"{MAP}.gz", "SHA256SUMS", ".nojekyll", "assets/javascripts/LICENSE"))
"""Files that are known by their whole path."""
DRAWN = frozenset(
    "svg g path line rect text tspan defs clipPath title desc circle ellipse polygon polyline".split()
)
SVG = "{http://www.w3.org/2000/svg}"
LISTED = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ENTRIES = frozenset("urlset url loc lastmod changefreq priority".split())
"""What a site map holds: https://www.sitemaps.org/protocol.html"""
HINT = "take it out; a site holds pages, pictures, tables and the files of its theme"


def find(built: Built) -> Iterator[Diagnostic]:
    """Files of other kinds, drawings with anything in them that does not draw, and a site map that is none."""
    for path, content in built.files.items():
        kind = PurePosixPath(path).suffix
        if path not in NAMED and kind not in KINDS:
            headline = f"{' '.join(path.split())} is of a kind that no page of the site needs"
            yield Diagnostic("active-file", built.place(path), headline, HINT)
        elif kind == ".svg" and (wrong := _acting(content)):
            yield Diagnostic("active-file", built.place(path), f"the drawing {path} holds {wrong}", HINT)
        elif path == MAP and (wrong := _strange(content)):
            yield Diagnostic("active-file", built.place(path), f"the site map holds {wrong}", HINT)


def _tree(content: bytes) -> ElementTree.Element | None:
    """The root of a file in XML that declares nothing of its own; None where there is none."""
    text = content.decode(errors="replace")
    if re.search(r"<!(?!--)|<\?(?!xml )", text):
        return None
    try:
        return ElementTree.fromstring(content)  # noqa: S314 - nothing is declared, so nothing expands
    except ElementTree.ParseError:
        return None


def _acting(content: bytes) -> str:
    """What a drawing holds besides what draws; empty where there is nothing."""
    root = _tree(content)
    if root is None:
        return "no plain XML"
    for element in root.iter():
        tag = element.tag.removeprefix(SVG)
        if tag not in DRAWN or not element.tag.startswith(SVG):
            return f"`<{tag.rpartition('}')[2]}>`"
        plain = {name.rpartition("}")[2]: value for name, value in element.attrib.items()}
        if "href" in plain or "style" in plain:
            return f"an address or a style on `<{tag}>`"
        if found := next(activity(tag, plain), None):
            return found[1]
    return ""


def _strange(content: bytes) -> str:
    root = _tree(content)
    if root is None:
        return "no plain XML"
    other = next((each.tag for each in root.iter() if each.tag.removeprefix(LISTED) not in ENTRIES), "")
    return f"`<{other.rpartition('}')[2]}>`" if other else ""
