"""Braces in the words of a language stand for every phrase that they spell out."""

from __future__ import annotations

import pytest

from generator.language.lexicon import entries, spelled_out, texts


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


def test_words_that_yaml_takes_for_true_and_false_are_words() -> None:
    opening = next(entry for entry in entries("abbreviations") if entry["kind"] == "opening")
    assert {"On", "Off", "No"} <= set(texts(opening, "words"))
    assert texts(entries("abbreviations")[0], "yes")
