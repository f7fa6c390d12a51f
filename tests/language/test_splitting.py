"""Where sentences end: a line of `sentences.txt` is a text, ` | ` in it the border of two sentences."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.lexicon import entries, texts
from generator.language.text import sentences

LINES = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()[1:]
EXAMPLES = [
    each
    for entry in entries("abbreviations")
    for each in (*texts(entry, "yes"), *texts(entry, "no"))
]  # fmt: skip


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize("line", [*LINES, *EXAMPLES])
def test_a_text_is_cut_into_its_sentences(line: str) -> None:
    borders = re.split(r" \| ?", line)
    assert pieces(" ".join(borders)) == [piece.strip() for piece in borders]


def test_an_empty_line_ends_a_sentence() -> None:
    assert pieces("A heading\n\nIt is\nlate. We go.\n \n") == ["A heading", "It is\nlate.", "We go."]


@given(st.text("aB. !?…“”’)(1\n", max_size=80))
def test_sentences_are_all_of_the_text_but_space(text: str) -> None:
    spans = sentences(text)
    assert "".join(text[start:end] for start, end in spans).split() == "".join(pieces(text)).split()
    gaps = zip((0, *(end for _, end in spans)), (*(start for start, _ in spans), len(text)), strict=True)
    assert not "".join(text[start:end] for start, end in gaps).strip()
    assert all(piece == piece.strip() and piece for piece in pieces(text))
