"""The counts that readers see are those of the rules as they are."""

from __future__ import annotations

import pytest

from generator.evidence.measured import Measured, measured
from tests.measures.measuring import HALVES, counts, outcomes


@pytest.mark.parametrize("half", HALVES)
def test_the_counts_are_those_of_today(half: str) -> None:
    kept: dict[str, Measured] = {each.half: each for each in measured()}
    assert kept[half] == counts(half, list(outcomes(half)))


def test_both_halves_are_as_large() -> None:
    assert [(each.articles, each.honest + each.wrong > 140) for each in measured()] == [
        (10, True),
        (10, True),
    ]
