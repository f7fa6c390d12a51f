"""Examples below the help of a command, each line as it is typed."""

from __future__ import annotations


def example(*lines: str) -> str:
    """The epilog of a command; click leaves the lines of a paragraph that begins with a backspace as they are."""
    return "\n".join(("\b", "For example:", *(f"  {line}" for line in lines)))
