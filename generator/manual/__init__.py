"""The manual: one Markdown page a code, which is also its example and its test."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files

PAGES = files(__package__)
_SECTION = re.compile(
    r"^## (?P<title>[^\n]+)\n\n(?P<text>(?:(?!```)[^\n]+\n\n)*)(?:```\S+ .*?^```\n\n)+```text\n(?P<report>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Mistake:
    """One of the likeliest mistakes: its code, what it is called, what to know about it, and the whole report on it."""

    code: str
    title: str
    text: str
    report: str


def codes() -> tuple[str, ...]:
    """Every code that has a page, sorted."""
    return tuple(
        sorted(page.name.removesuffix(".md") for page in PAGES.iterdir() if page.name.endswith(".md"))
    )


def page(code: str) -> str:
    """The page of a code, one of `codes()`."""
    return (PAGES / f"{code}.md").read_text(encoding="utf-8")


def mistakes(code: str) -> tuple[Mistake, ...]:
    """The examples of a code's page that have a heading of their own: what people do most."""
    return tuple(
        Mistake(code, found["title"], found["text"].strip(), found["report"])
        for found in _SECTION.finditer(page(code))
    )
