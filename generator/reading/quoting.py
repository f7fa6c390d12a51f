"""A text as YAML takes it on one line: between quotation marks only where it needs them."""

from __future__ import annotations

from collections.abc import Mapping

_STARTS = "{}[]\"'&*!|>%@`-?:,#"
"""What means something else to YAML at the start of a value: YAML 1.2.2, section 7.3.3."""


CURLY = {"“": "”“", "„": "“”", "«": "»", "‘": "’‘", "‚": "‘’", "”": "”"}
"""Quotation marks of word processors, opening and closing; to YAML they are letters."""


def without_curly(text: str) -> str:
    """`text` without the curly quotation marks that enclose the whole of it."""
    return text[1:-1] if len(text) > 1 and text[-1] in CURLY.get(text[0], "") else text


def unmarked(text: str) -> str:
    """`text` without one pair of quotation marks, straight or curly, that encloses the whole of it and has no other inside."""
    bare = text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else without_curly(text)
    return text if any(mark in bare for mark in '"“”') else bare


def in_braces(given: Mapping[str, object]) -> str:
    """What was typed where braces without quotation marks were read as keys without values; else nothing."""
    names = [str(name) for name, value in given.items() if value == ""]
    return "{" + ", ".join(names) + "}" if names and len(names) == len(given) else ""


def one_line(text: str) -> str:
    """`text` with its line ends as spaces, quoted where YAML would misread it."""
    line = " ".join(text.split())
    if any(mark in line for mark in (": ", " #")) or line.endswith(":") or line[:1] in _STARTS:
        return quoted(line)
    return line


def quoted(line: str) -> str:
    """`line` between double quotation marks, or single ones where those would need escapes."""
    if '"' in line or "\\" in line:
        return "'" + line.replace("'", "''") + "'"
    return f'"{line}"'
