"""Braces in the words of a language stand for every phrase that they spell out."""

from __future__ import annotations

import pytest

from generator.language.lexicon import spelled_out


@pytest.mark.parametrize(
    ("pattern", "phrases"),
    [
        ("never", ("never",)),
        ("plan{,s,ned} to", ("plan to", "plans to", "planned to")),
        ("{is,was} {not,never}", ("is not", "is never", "was not", "was never")),
        ("{the,} report", ("the report", "report")),
    ],
)
def test_braces_stand_for_choices(pattern: str, phrases: tuple[str, ...]) -> None:
    assert spelled_out(pattern) == phrases
