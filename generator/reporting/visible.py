"""Text made safe to print: characters that hide or steer a terminal become escapes; widths in columns."""

from __future__ import annotations

from unicodedata import category, east_asian_width

JOINERS = "\u200c\u200d"
_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_STEERING = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_COMBINING = frozenset(("Mn", "Me", "Cf"))


def visible(text: str) -> str:
    """The text on one line; ANSI escapes, bidirectional and invisible characters are spelt out."""
    return text if text.isascii() and text.isprintable() else "".join(map(_shown, text))


def columns(character: str) -> int:
    """How many columns of a terminal one printable character takes: 0, 1 or 2."""
    if category(character) in _COMBINING:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def cells(line: str, tab: int = 4) -> list[tuple[str, int]]:
    """What is printed for each character of a line, and its width; tabs become spaces up to the next stop."""
    found: list[tuple[str, int]] = []
    offset = 0
    for character in line:
        text = " " * (tab - offset % tab) if character == "\t" else _shown(character)
        width = columns(text) if len(text) == 1 else len(text)
        found.append((text, width))
        offset += width
    return found


def _shown(character: str) -> str:
    if category(character) not in _STEERING or character in JOINERS:
        return character
    code = ord(character)
    if character in _NAMED:
        return _NAMED[character]
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
