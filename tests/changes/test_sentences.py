"""What a reader reads of a page, and where it differs: a table of Markdown."""

from __future__ import annotations

import pytest

from generator.changes.sentences import reworded, sentences


@pytest.mark.parametrize(
    ("markdown", "read"),
    [
        ("It rose. It fell.", ["It rose.", "It fell."]),
        ("A line\nthat goes on. Next.", ["A line that goes on.", "Next."]),
        ("---\ntitle: x\n---\n\n# A head { #id .fact }\n\nBody.", ["A head", "Body."]),
        ("It cost $5.576 million.[^a] Then <b>more</b>.", ["It cost $5.576 million.", "Then more."]),
        ("Text.\n\n[^a]: A note. More.\n    Still the note.\n", ["Text."]),
        ("| A | B |\n|---|---|\n| 1 | 2[^x] |", ["A B", "1 2"]),
        ("- [A **link**](x.md#y)\n- second\n1. third", ["A link", "second", "third"]),
        ("<figure>\n<svg><text>9</text></svg>\n</figure>\n\nAfter.", ["After."]),
        ("J. Smith left. So did K.", ["J. Smith left.", "So did K."]),
        ("about&nbsp;20% &#60;b&#62;", ["about 20% <b>"]),
        ("`{value}` stays", ["{value} stays"]),
        ("He said “It fell.” Then it rose.", ["He said “It fell.”", "Then it rose."]),
    ],
)
def test_a_page_is_read_sentence_by_sentence(markdown: str, read: list[str]) -> None:
    assert list(sentences(markdown)) == read


def test_neighbours_that_did_not_change_are_not_shown() -> None:
    old = "One. Two. Three.\n\nFour."
    new = "One. Two and a half. Three.\n\nFour.\n\nFive."
    assert [(each.before, each.after) for each in reworded("p.md", "P", old, new)] == [
        (("Two.",), ("Two and a half.",)),
        ((), ("Five.",)),
    ]
