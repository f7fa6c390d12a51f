"""No brace of a call is published, and code may hold any."""

from __future__ import annotations

import pytest

from generator.delivering.addresses import missing
from generator.delivering.leftovers import leftovers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a {{ b }}", [(1, "{{")]),
        ("a\n\n{% if x %}\n", [(3, "{%")]),
        ("`{{ a }}` and {{ b }}", [(1, "{{")]),
        ("`{{ a }}`\n\n```\n{{ b }}\n```\n\n{{ c }}\n", [(7, "{{")]),
        ("``{{ ` }}``", []),
        ("~~~ jinja\n{% a %}\n~~~\n", []),
        ("{ {a} } &#123;&#123; %}", []),
    ],
)
def test_delimiters_outside_code_are_found(text: str, found: list[tuple[int, str]]) -> None:
    assert [(line, mark) for _, line, mark in leftovers({"a.md": text})] == found


@pytest.mark.parametrize(
    ("expected", "found", "lost"),
    [
        (["index.md", "a/index.md"], ["index.html", "a/index.html"], []),
        (["a/b.md"], ["a/b/index.html"], []),
        (["a/b.md"], ["a/b.html"], []),
        (["a/b.md", "c.svg"], ["a/index.html"], ["a/b.md", "c.svg"]),
        (["index.md"], ["index/index.html"], ["index.md"]),
    ],
)
def test_what_an_engine_left_out_is_found(expected: list[str], found: list[str], lost: list[str]) -> None:
    assert list(missing(expected, found)) == lost
