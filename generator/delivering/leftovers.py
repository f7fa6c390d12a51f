"""Calls that nothing answered: an engine would publish their braces as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_CODE = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?^(?P=fence)[^\n]*$|(?P<ticks>`+)[^`].*?(?P=ticks)",
    re.DOTALL | re.MULTILINE,
)
_DELIMITER = re.compile(r"\{\{|\{%")


def leftovers(pages: Mapping[str, str]) -> Iterator[tuple[str, int, str]]:
    """Page, line and delimiter wherever one stands outside code."""
    for path, text in pages.items():
        shown = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)
        for found in _DELIMITER.finditer(shown):
            yield path, shown.count("\n", 0, found.start()) + 1, found[0]
