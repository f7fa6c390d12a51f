"""Who says what in a text: every line of `speech.txt`."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.language.lexicon import entries, texts
from generator.language.text.blocks import blocks
from generator.language.text.speech import speech

LINES = (Path(__file__).parent / "speech.txt").read_text(encoding="utf-8").splitlines()[1:]
EXAMPLES = [each.split(" = ") for entry in entries("saying") for each in texts(entry, "yes")]
NOBODY = [each for entry in entries("saying") for each in texts(entry, "no")]


def speakers(text: str) -> list[str]:
    return [each.speaker for each in speech(blocks(text).all)]


@pytest.mark.parametrize("line", LINES)
def test_speakers_are_those_whom_the_text_names(line: str) -> None:
    paragraphs, _, named = line.partition(" =>")
    expected = [each.strip().replace("-", "") for each in named.split(";") if each.strip()]
    assert speakers(paragraphs.replace(" // ", "\n\n")) == expected


@pytest.mark.parametrize(("text", "speaker"), EXAMPLES)
def test_a_verb_of_saying_gives_words_to_its_subject(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize("text", NOBODY)
def test_what_looks_like_it_gives_words_to_nobody(text: str) -> None:
    assert not any(speakers(text))


@settings(deadline=None, max_examples=300)
@given(st.text("aB. ,“”‘’\"':>-\n", max_size=150))
def test_quotations_are_pieces_of_their_block(text: str) -> None:
    found = blocks(text)
    quotations = speech(found.all)
    for each in quotations:
        block = found.all[each.block]
        assert block.start <= each.start <= each.end <= block.end
        assert found.text[each.start : each.end] == each.text
    assert [each.start for each in quotations] == sorted(each.start for each in quotations)
