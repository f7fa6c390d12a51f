"""The site as something that can be cited: its name, and its address where one is known."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Publication:
    """`url` is empty for a site that does not know where it will stand."""

    name: str
    url: str = ""

    def address_of_fact(self, name: str) -> str:
        """The permanent address of a fact; empty where the site's own is not known."""
        return f"{self.url.rstrip('/')}/fact/{name}/" if self.url else ""
