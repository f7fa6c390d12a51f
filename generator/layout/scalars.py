"""One text as YAML: plain where that reads back, else quoted; never folded, so that a quote stays on one line."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`.]|[-.](?=[\w$€£¥]))(?:[^\t\n\r]*[^\s])?\Z")
"""A first character that begins nothing else in YAML 1.2.2, section 7.3.3, and no blank at either end."""
_BREAKS_PLAIN = re.compile(r":(?:\s|\Z)|\s#")
_BREAKS_IN_BRACKETS = re.compile(r"[,\[\]{}:?]")
_ANOTHER_TYPE = frozenset("y n yes no true false on off null ~ << =".split())
"""Words that other YAML readers take for a truth value, for nothing, or for an instruction."""
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_WHOLE_LINES = re.compile(r"(?:\S(?:[^\t\n\r]*[^\s])?)(?:\n(?:[^\t\n\r]*[^\s])?)*\Z")


def write_text(text: str, *, in_brackets: bool = False) -> str:
    """`text` on one line; `in_brackets` for an entry of a list such as `[a, b]`."""
    if _stands_plain(text) and not (in_brackets and _BREAKS_IN_BRACKETS.search(text)):
        return text
    if re.search(r"[\n\r\t]", text) or ("'" in text and not re.search(r'["\\]', text)):
        return f'"{text.translate(_ESCAPES)}"'
    return "'" + text.replace("'", "''") + "'"


def _stands_plain(text: str) -> bool:
    return bool(_PLAIN.match(text)) and not _BREAKS_PLAIN.search(text) and text.lower() not in _ANOTHER_TYPE


def literal(text: str) -> tuple[str, tuple[str, ...]] | None:
    """The head and the lines of a text of several lines; None where it fits no block without escapes."""
    body = text.removesuffix("\n")
    if "\n" not in text or body.endswith("\n") or not _WHOLE_LINES.match(body):
        return None
    return ("|" if text.endswith("\n") else "|-"), tuple(body.split("\n"))
