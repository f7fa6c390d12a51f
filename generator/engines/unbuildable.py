"""A build that cannot be had here, as one sentence."""

from __future__ import annotations


class Unbuildable(Exception):
    """What is wrong, and what to do about it where there is something to do."""

    def __init__(self, headline: str, hint: str = "") -> None:
        super().__init__(f"{headline}; {hint}" if hint else headline)
