"""Captions and promotion: every example that stands beside their words."""

from __future__ import annotations

import pytest

from generator.language.lexicon import entries, texts
from generator.language.text.kinds import is_caption, is_promotion


def examples(name: str) -> list[tuple[str, bool]]:
    return [
        (text, key == "yes") for entry in entries(name) for key in ("yes", "no") for text in texts(entry, key)
    ]


@pytest.mark.parametrize(("text", "expected"), examples("captions"))
def test_captions(text: str, expected: bool) -> None:
    assert is_caption(text) is expected


@pytest.mark.parametrize(("text", "expected"), examples("promotion"))
def test_promotion(text: str, expected: bool) -> None:
    assert is_promotion(text, repeated=False) is expected


def test_a_long_block_that_stands_twice_is_promotion_only_where_it_means_the_reader() -> None:
    plea = "We do all of the work that nobody else does, every day, so you don’t have to."
    assert is_promotion(plea, repeated=True)
    assert not is_promotion(plea, repeated=False)
    assert not is_promotion(
        "It is a long paragraph of Acme, and it has the same twelve words twice.", repeated=True
    )
