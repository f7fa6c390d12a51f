"""Words typed beside a figure that a fact gives."""

from __future__ import annotations

import pytest

from generator.quantities import changed_beside, read_quantity


@pytest.mark.parametrize(
    ("before", "value", "after", "words"),
    [
        ("It paid ", "$5 million", " thousand.", "… thousand"),
        ("It paid ", "$5 million", " %", "… %"),
        ("It paid minus ", "$5 million", ".", "minus …"),
        ("It paid ", "$5 million", " per day", "… per day"),
        ("It paid ", "$5 million", " each", "… each"),
        ("It paid half of ", "$5 million", ".", "half of …"),
        ("It paid more than ", "$5 million", ".", "more than …"),
        ("It has ", "5 ships", " a day.", "… a day"),
        ("It gave ", "5%", " points", "… points"),
        ("Shares fell by ", "fell 17%", ".", "fell by …"),
        ("Shares rose ", "fell 17%", ".", "rose …"),
        ("Shares ", "fell 17%", ".", ""),
        ("It paid about ", "$5 million", ".", ""),
        ("It came out ", "$5 million", " above its plan.", ""),
        ("It fell ", "17%", " on Monday.", ""),
        ("A share of ", "17%", " is its own.", ""),
        ("Costs add up to ", "$5 million", ".", ""),
        ("It serves ", "5 million users", " a month.", ""),
        ("It serves ", "5 million users", " a ship.", "… a ship"),
        ("It runs on ", "5 ships", " for each harbour.", ""),
    ],
)
def test_words_beside(before: str, value: str, after: str, words: str) -> None:
    quantity = read_quantity(value)
    assert quantity is not None
    assert changed_beside(before, quantity, after) == words
