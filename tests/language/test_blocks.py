"""The blocks of a text, a line of `blocks.txt` each, and the cells of a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.language.text.blocks import blocks, plain

LINES = (Path(__file__).parent / "blocks.txt").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("line", LINES)
def test_a_text_is_cut_into_its_blocks(line: str) -> None:
    text, _, expected = line.partition(" => ")
    stored = text.replace(" // ", "\n\n").replace(" / ", "\n").replace("\\\\", "\\")
    found = "; ".join(f"{block.kind}: {block.text}" for block in blocks(stored).all)
    assert found.replace("\n", "\\n") == expected


@pytest.mark.parametrize(
    "stored",
    [
        "| Year | Men | Women |\n|---|---|---|\n| 2023 | 5 | [6](a) |",
        "<table>\n<tr><th>Year<th>Men<th>Women</tr>\n<tr>\n<td>2023</td>\n<td>5</td><td>6</td>\n</tr></table>",
    ],
)
def test_a_cell_knows_the_words_over_it_and_the_first_of_its_row(stored: str) -> None:
    found = blocks(stored)
    row = found.all[-1]
    cells = [(found.text[each.start : each.end], each.header, each.first) for each in row.cells]
    assert cells == [("2023", "Year", "2023"), ("5", "Men", "2023"), ("6", "Women", "2023")]


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("| 2023 | 1,200 |", "2023 | 1,200"),
        ("- **Acme** employed [1,200 people](a)", "Acme employed 1,200 people"),
        ("> It is good", "It is good"),
        ("plain words", "plain words"),
    ],
)
def test_a_quote_is_read_as_the_text_is(written: str, seen: str) -> None:
    assert plain(written) == seen
