"""Who speaks in other people's articles, and whom *we* means there."""

from __future__ import annotations

import pytest

from generator.model.ledger import Proof
from tests.inputs.laying import ARTICLE, FACTS, HEAD, PROJECT, compiled, figure, quotation, said

APPOSITION = "“The pier will last for ages,” Karl Stern, who has run the port for years, told us. Roth answered, “I never thought so.”"
TWO = "Karl Stern met Ines Roth on Monday. “The pier will last for ages,” he said. “I never thought so,” she said."
SPOKEN: tuple[tuple[int, str, str, str], ...] = (
    # the row of the table of inputs, the article, the speaker, the words; all are theirs
    (2, APPOSITION, "karl-stern", "The pier will last for ages"),
    (14, "‘The pier will last for ages,’ said Ines Roth.", "ines-roth", "The pier will last for ages"),
    (14, "“The pier will last for ages.\n\n“It will be green,” said Ines Roth.", "ines-roth", "The pier will last for ages"),
    (14, "Ines Roth told the port:\n\n> The pier will last for ages.", "ines-roth", "The pier will last for ages"),
    (14, "Ines Roth said:\n\nThe pier will last for ages.", "ines-roth", "The pier will last for ages"),
    (15, TWO, "karl-stern", "The pier will last for ages"),
    (15, TWO, "ines-roth", "I never thought so"),
)  # fmt: skip


@pytest.mark.parametrize(("row", "text", "speaker", "words"), SPOKEN)
def test_words_are_theirs_who_said_them(row: int, text: str, speaker: str, words: str) -> None:
    site = compiled({ARTICLE: f"{HEAD}{text}\n", FACTS: quotation(speaker, words)})
    assert said(site) == [], row
    assert site.ledger.shown["case"] is Proof.VERIFIED


def test_the_other_speaker_of_a_paragraph_did_not_say_them() -> None:
    site = compiled(
        {ARTICLE: f"{HEAD}{APPOSITION}\n", FACTS: quotation("ines-roth", "The pier will last for ages")}
    )
    assert [each[:2] for each in said(site)] == [
        ("wrong-speaker", "case: the article gives these words to “Karl Stern”, the fact to Ines Roth")
    ]


def test_who_he_is_can_be_said_where_two_may_be_meant() -> None:
    nobody = PROJECT["seeds/entities.yml"].replace(", pronoun: she", "").replace(", pronoun: he", "")
    files = {ARTICLE: f"{HEAD}{TWO}\n", FACTS: quotation("karl-stern", "The pier will last for ages")}
    ((code, _, hint),) = said(compiled({**files, "seeds/entities.yml": nobody}))
    assert (code, hint) == (
        "wrong-speaker", "write in seeds/entities.yml by which `pronoun` texts speak of Ines Roth and of Karl Stern",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "about", "value", "quote"),
    [
        ("We hired 70 people in 2024.", "ferry people 2024", "70 people", "We hired 70 people in 2024."),
        ("Our takings were $7 million in 2024.", "ferry takings 2024", "$7 million", "Our takings were $7 million in 2024."),
        ("The Company had takings of $6 million in 2023.", "ferry takings 2023", "$6 million",
         "The Company had takings of $6 million in 2023."),
    ],
)  # fmt: skip
def test_a_source_says_who_speaks_in_it(text: str, about: str, value: str, quote: str) -> None:
    voiced = HEAD.replace("tier: secondary", "tier: primary\nvoice: ferry")
    site = compiled({ARTICLE: f"{voiced}{text}\n", FACTS: figure(about, value, quote)})
    assert said(site) == []
    assert site.ledger.shown["case"] is Proof.VERIFIED
    unvoiced = compiled({ARTICLE: f"{HEAD}{text}\n", FACTS: figure(about, value, quote)})
    assert [each[0] for each in said(unvoiced)] == ["subject-not-in-passage"]
