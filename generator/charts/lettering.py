"""How wide text is and where it breaks, estimated by our own table so that no installed font changes a chart."""

from __future__ import annotations

import unicodedata

SIZE = 16
LINE = 20

_NARROW = frozenset(" iljtfrI.,:;'’|!()[]/-")
_WIDE = frozenset("mwMW@%—")
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


def width(text: str, size: int = SIZE) -> int:
    """The width of one line in pixels at `size`, on the generous side of common sans-serif fonts."""
    return round(sum(map(_share, text)) * size)


def bold(text: str) -> int:
    """The width of one line in bold."""
    return round(width(text) * 1.12)


def clean(text: str) -> str:
    """One line of characters that XML allows; vl-convert ends the whole process on any other."""
    return " ".join("".join(filter(_drawable, text)).split())


def wrap(text: str, room: int, most: int = 3) -> tuple[str, ...]:
    """`text` in lines at most `room` pixels wide; what exceeds `most` lines is cut, marked by `…`."""
    lines: list[str] = []
    for word in clean(text).split(" "):
        for piece in _pieces(word, room):
            if lines and width(f"{lines[-1]} {piece}") <= room:
                lines[-1] += f" {piece}"
            else:
                lines.append(piece)
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], _cut(lines[most - 1], room))


def _share(character: str) -> float:
    """The width of one character as a share of the font size."""
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if character in _NARROW:
        return 0.38
    if character in _WIDE:
        return 0.95
    return 0.72 if character.isupper() else 0.6


def _pieces(word: str, room: int) -> list[str]:
    """`word` in pieces that each fit `room`."""
    pieces = [""]
    for character in word:
        if pieces[-1] and width(pieces[-1] + character) > room:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _cut(line: str, room: int) -> str:
    while line and width(line + "…") > room:
        line = line[:-1]
    return line.rstrip() + "…"


def _drawable(character: str) -> bool:
    """Whether XML 1.0 allows it and it neither hides nor turns text around: no controls, surrogates, overrides."""
    if character in "\t\n\r":
        return True
    return unicodedata.category(character) not in {"Cc", "Cs", "Cn", "Co"} and character not in _TURNING
