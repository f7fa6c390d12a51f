"""The manual: one Markdown page a code, which is also its example and its test."""

from __future__ import annotations

from importlib.resources import files

PAGES = files(__package__)


def codes() -> tuple[str, ...]:
    """Every code that has a page, sorted."""
    return tuple(
        sorted(page.name.removesuffix(".md") for page in PAGES.iterdir() if page.name.endswith(".md"))
    )


def page(code: str) -> str:
    """The page of a code, one of `codes()`."""
    return (PAGES / f"{code}.md").read_text(encoding="utf-8")
