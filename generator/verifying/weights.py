"""Weights: no file is too heavy for a reader, nor the whole for GitHub Pages; and how far the limits are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.verifying.built import Built

FILE = 1_000_000
SITE = 1_000_000_000
"""The largest site GitHub Pages takes: https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits"""
_FACT = re.compile(r"fact/[^/]+/index\.html$")
_FIXED = re.compile(r"(?:assets|schema)/")
_LISTS = re.compile(r"\.(?:json|csv|xml|gz|txt)$")


def find(built: Built) -> Iterator[Diagnostic]:
    """Files over 1 MB, and a site over 1 GB."""
    for path, content in built.files.items():
        if len(content) > FILE:
            headline = f"{path} is {megabytes(len(content))}, and no file may be over {megabytes(FILE)}"
            yield Diagnostic(
                "file-over-limit", built.place(path), headline, "split it or leave something out"
            )
    if total(built) > SITE:
        headline = f"the site is {megabytes(total(built))}, and GitHub Pages takes {megabytes(SITE)}"
        yield Diagnostic("site-over-limit", built.place("index.html"), headline, "leave something out")


def total(built: Built) -> int:
    """All its files in bytes."""
    return sum(map(len, built.files.values()))


def facts(built: Built) -> int:
    """How many facts have a permanent address on the site; those that were taken back keep theirs."""
    return sum(1 for path in built.files if _FACT.match(path))


def fitting(built: Built) -> int | None:
    """How many facts fit on GitHub Pages if each takes what it takes now; the theme's files do not grow."""
    fixed = sum(len(content) for path, content in built.files.items() if _FIXED.match(path))
    growing = total(built) - fixed
    return (SITE - fixed) * facts(built) // growing if facts(built) and growing else None


def first_over(built: Built) -> tuple[str, int] | None:
    """The list that reaches the limit of a file first, and at how many facts: lists grow with every fact."""
    lists = [
        (len(content), path)
        for path, content in built.files.items()
        if _LISTS.search(path) and content and not _FIXED.match(path)
    ]
    if not lists or not facts(built):
        return None
    size, path = max(lists)
    return path, FILE * facts(built) // size


def megabytes(size: int) -> str:
    """A size in words, counted in thousands as the limits are."""
    if size >= SITE:
        return f"{size / SITE:,.1f} GB".replace(".0 ", " ")
    return f"{size / FILE:,.1f} MB".replace(".0 ", " ")
