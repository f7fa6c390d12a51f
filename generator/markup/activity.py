"""What of an element runs, loads or sends without being asked: the same for a page, a drawing and a template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.markup.addresses import normal, scheme

ADDRESSES = frozenset(
    "href xlink:href src srcset action formaction data poster background cite longdesc codebase manifest ping to from values".split()
)
"""Attributes that hold addresses, those by which a drawing changes one while it is looked at too."""
RUNNING = frozenset(("javascript", "vbscript", "livescript", "mocha", "blob", "filesystem", "file"))
_INERT = re.compile(r"data:(?:image/(?:png|gif|jpeg|webp)[;,]|,)", re.IGNORECASE)
"""Data that only draws, or is nothing; a drawing as SVG can hold scripts."""


def activity(tag: str, attributes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each attribute that runs a script, and what it is: an event, markup of its own, or an address that runs."""
    for name, value in attributes.items():
        plain = name.lower()
        if plain.startswith("on"):
            yield name, f"the event `{name}` on `<{tag}>`"
        elif plain == "srcdoc":
            yield name, f"the page in `srcdoc` on `<{tag}>`"
        elif plain in ADDRESSES and _runs(value):
            yield name, f"the address `{scheme(value)}:` in `{name}` on `<{tag}>`"


def _runs(address: str) -> bool:
    found = scheme(address)
    return not _INERT.match(normal(address)) if found == "data" else found in RUNNING
