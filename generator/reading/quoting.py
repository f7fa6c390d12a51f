"""A text as YAML takes it on one line: between quotation marks only where it needs them."""

from __future__ import annotations

_STARTS = "{}[]\"'&*!|>%@`-?:,#"
"""What means something else to YAML at the start of a value: YAML 1.2.2, section 7.3.3."""


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
