"""Where a character stands in a text: its line and column, both from 1."""

from __future__ import annotations


def spot(text: str, start: int) -> tuple[int, int]:
    """The line and column of the character at `start`."""
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
