"""Characters that nobody sees, or that turn the order of what is seen, found before a text is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from generator.diagnostics import Diagnostic, Place

MOST = 20
"""Characters told of in one text; whoever mends these sees the next."""
_FORBIDDEN = r"[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\r(?!\n)|[\u2028\u2029]"
"""Not printable in YAML, or ends of lines where editors show none (YAML 1.2.2, sections 5.1 and 5.4)."""
_UNSEEN = (
    r"[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Without width, or changing the direction of what follows: https://www.unicode.org/reports/tr36/"""
_JOINER = r"(?<=[\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?=[\x00-\x7f]|\Z)"
"""Joiners that join nothing: they belong between letters of some scripts, and in emoji."""
_ODD = re.compile(f"{_FORBIDDEN}|{_UNSEEN}|{_JOINER}")


def odd_characters(path: str, text: str, *, first_line: int = 1) -> Iterator[Diagnostic]:
    """`odd-character`, at the first ones; `first_line` is the line of the file on which `text` starts."""
    for found in islice(_ODD.finditer(text), MOST):
        line = text.count("\n", 0, found.start()) + first_line
        column = found.start() - text.rfind("\n", 0, found.start())
        headline = f"the character U+{ord(found[0]):04X} may not stand here"
        place = Place(path, line, column, line, column + 1)
        yield Diagnostic("odd-character", place, headline, "remove it, or type it anew")


def odd_in_value(value: str, place: Place) -> tuple[Diagnostic, ...]:
    """`odd-character` for the first that a text in quotation marks writes as an escape, such as `U+202E` by its number."""
    found = _ODD.search(value)
    if found is None:
        return ()
    headline = f"this text writes the character U+{ord(found[0]):04X}, which may not stand here"
    return (Diagnostic("odd-character", place, headline, "remove it"),)
