"""Quotes against articles: what is found, what is not, and why."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.evidence.quotes import Match, Miss, Reason, find_quote, passages
from generator.language.text.folds import fold
from generator.quantities import quantities_in
from generator.reading.articles import Article, read_article

TEXT = """\
---
id: a
---
An image of a pier (the old one)

A new harbour for the town

“We will build it for under $70 million,” Berg said. “It is not finished before 2027.”

The plan costs $60 million to $65 million – less than the bridge. Shares fell 17% on Monday. The\u00a0bridge did not
pay off, and nobody will ask for\u00adgotten towns. There are 30,000+ visitors, a −5.6% return and 1.2 million tons.

The mayor doubts it. Berg doubts that the loan will be repaid; the bank denies it ever had the money. Critics say the harbour could cost more than $80 million if the sea is rough.

The ﬁrst ship arrives in May. The first ship leaves in June. The harbour is open.

We send 9,000 readers a weekly email so you don’t have to read. Subscribe now! ⚡
"""
ARTICLE: Article = read_article("seeds/articles/a.md", TEXT)
WITHIN = passages(ARTICLE)


@pytest.mark.parametrize(
    ("quote", "folds"),
    [
        ("We will build it for under $70 million", set()),
        ('"We will build it for under $70 million,"', {"quotation marks"}),
        ("costs $60 million to $65 million - less than the bridge", {"dashes"}),
        ("The bridge did not pay off", {"spaces"}),
        ("nobody will ask forgotten towns", {"soft hyphens"}),
        ("The first ship arrives in May", {"ligatures"}),
        ("[t]he mayor doubts it", set()),
        ("The plan costs $60 million to $65 million – less than … bridge", {"ellipsis"}),
        ("The plan […] $60 million to $65 million", {"ellipsis"}),
        ("a −5.6% return", set()),
        ("The first ship arrives in May. … The harbour is open.", {"ellipsis"}),
        ("There are 30,000+ visitors", set()),
    ],
)
def test_found(quote: str, folds: set[str]) -> None:
    found = find_quote(WITHIN, quote)
    assert isinstance(found, Match), found
    assert found.folds >= folds


@pytest.mark.parametrize(
    ("quote", "reason"),
    [
        ("We will build it for under $70 billion", Reason.NOT_FOUND),
        ("The plan costs $60 million to $65 million … than the bridge", Reason.CUT_OFF),
        ("we will build it for under $70 million", Reason.NOT_FOUND),
        ("We will build it for under €70 million", Reason.NOT_FOUND),
        ("We will build for under $70 million", Reason.NOT_FOUND),
        ("a 5.6% return and", Reason.NOT_FOUND),
        ("a -5.6% return and 12 million tons", Reason.NOT_FOUND),
        ("There are 30,000 visitors", Reason.NOT_FOUND),
        ("Shares fell 17 on Monday", Reason.NOT_FOUND),
        ("5.6% return and 1.2 million tons", Reason.NOT_FOUND),
        ("[T]he Mayor doubts it", Reason.NOT_FOUND),
        ("less than the bridge … The plan costs", Reason.NOT_FOUND),
        ("ship", Reason.TOO_SHORT),
        ("The plan", Reason.TOO_SHORT),
        ("An image of a pier", Reason.IN_CAPTION),
        ("We send 9,000 readers a weekly email", Reason.IN_FILLER),
        ("the sea is rough. The first ship arrives", Reason.ACROSS_PARAGRAPHS),
        ("pay off, and nobody", Reason.CUT_OFF),
        ("$70 million,” Berg said", Reason.CUT_OFF),
        ("cost more than $80 million", Reason.CUT_OFF),
        ("the harbour could cost more than $80 million", Reason.CUT_OFF),
        ("The bridge did … pay off", Reason.CUT_OFF),
        ("will ask forgotten towns", Reason.CUT_OFF),
        ("the loan will be repaid", Reason.CUT_OFF),
        ("it ever had the money", Reason.CUT_OFF),
        ("build it for under $70 million", Reason.CUT_OFF),
        ("that the loan will be repaid", Reason.CUT_OFF),
        ("the sea is rough", Reason.CUT_OFF),
        ("The plan costs $60 million", Reason.CUT_OFF),
        ("million to $65 million – less than the bridge", Reason.CUT_OFF),
        ("The plan costs $60 million … less than the bridge", Reason.CUT_OFF),
        ("17% on Monday", Reason.CUT_OFF),
        ("We will build it … It is not finished before 2027", Reason.SPLICED),
        ("The plan costs … fell 17% on Monday", Reason.SPLICED),
        ("The mayor doubts … the harbour could cost", Reason.SPLICED),
    ],
)
def test_not_found(quote: str, reason: Reason) -> None:
    found = find_quote(WITHIN, quote)
    assert isinstance(found, Miss), found
    assert found.reason is reason


def test_several_places_need_a_word_beside_them() -> None:
    found = find_quote(WITHIN, "The first ship")
    assert isinstance(found, Miss)
    assert found.reason is Reason.NOT_UNIQUE
    assert [str(ARTICLE.place(*span)) for span in found.places] == [
        "seeds/articles/a.md:15:1",
        "seeds/articles/a.md:15:31",
    ]
    assert isinstance(find_quote(WITHIN, "The first ship", suffix="leaves in June"), Match)
    assert isinstance(find_quote(WITHIN, "The first ship", prefix="in May."), Match)
    assert isinstance(find_quote(WITHIN, "The first ship", suffix="sinks"), Miss)


@pytest.mark.parametrize(
    ("quote", "closest"),
    [
        ("The mayor doubted it", "The mayor doubts it."),
        ("The plan costs $65 million – less than a bridge", "The plan costs $60 million to $65 million – less than the bridge."),
        ("the bank denies having the money", "the bank denies it ever had the money."),
        ("We build it for under $70 million", "We will build it for under $70 million"),
        ("nothing of the kind was said", ""),
    ],
)  # fmt: skip
def test_the_closest_passage_reaches_from_the_first_word_to_the_last(quote: str, closest: str) -> None:
    found = find_quote(WITHIN, quote)
    assert isinstance(found, Miss)
    assert found.closest == closest


def test_a_quote_is_read_in_its_whole_sentence() -> None:
    found = find_quote(WITHIN, "will build it for under $70 million")
    assert isinstance(found, Match)
    assert (
        WITHIN.article.text[slice(*found.sentence)] == "“We will build it for under $70 million,” Berg said."
    )


@settings(deadline=None, max_examples=400)
@given(st.text("0123456789.,-−–+%$€ \u00a0\u00ad“”’", min_size=1, max_size=30))
def test_folding_never_changes_a_number(text: str) -> None:
    unseen = re.sub("((?<=\\d)\u00ad+(?=\\d))|\u00ad", lambda found: found[1] or "", text)
    spaced = re.sub(r"\s+", " ", unseen.replace("–", "-"))
    before = [found.quantity for found in quantities_in(spaced)]
    after = [found.quantity for found in quantities_in(fold(text).text)]
    numbers = [(each.low, each.high, each.unit) for each in before]
    assert [(each.low, each.high, each.unit) for each in after] == numbers


@settings(deadline=None, max_examples=400)
@given(st.text(max_size=120))
def test_what_is_folded_knows_where_it_came_from(text: str) -> None:
    folded = fold(text)
    assert len(folded.origin) == len(folded.text) + 1
    assert list(folded.origin) == sorted(folded.origin)
    assert fold(folded.text).text == folded.text


@settings(deadline=None, max_examples=200)
@given(st.integers(0, len(ARTICLE.text) - 1), st.integers(1, 80))
def test_any_passage_of_a_paragraph_is_found_or_refused_for_a_reason(start: int, length: int) -> None:
    found = find_quote(WITHIN, ARTICLE.text[start : start + length])
    if isinstance(found, Match):
        assert fold(ARTICLE.text[found.start : found.end]).text in fold(ARTICLE.text).text
    else:
        assert found.reason in Reason


def test_a_whole_quotation_is_never_too_short() -> None:
    within = passages(read_article("seeds/articles/a.md", "“We’ll see,” she said. “We go now,” he said."))
    assert isinstance(find_quote(within, "We’ll see,"), Match)
    found = find_quote(within, "go now")
    assert isinstance(found, Miss)
    assert found.reason is Reason.TOO_SHORT


def test_an_ellipsis_may_hide_who_speaks_in_the_middle_of_a_sentence() -> None:
    text = "“Nobody has to be cold,” Karl Thorsen said, “and nobody will be.” “I doubt it,” Berg said."
    within = passages(read_article("seeds/articles/a.md", text))
    assert isinstance(find_quote(within, "Nobody has to be cold … and nobody will be."), Match)
    found = find_quote(within, "and nobody will be … I doubt it")
    assert isinstance(found, Miss)
    assert found.reason is Reason.SPLICED


@pytest.mark.parametrize(
    ("quote", "reason"),
    [
        ("2023 | 1,200", None),
        ("| 2023 | 1,200 |", None),
        ("2023 1,200", None),
        ("2023 | 1,200 2024 | 1,300", Reason.ACROSS_PARAGRAPHS),
        ("| 2023 | 1,200 | | 2024 | 1,300 |", Reason.ACROSS_PARAGRAPHS),
        ("- 2022: 1,100 ships - 2021: 1,000 ships", Reason.ACROSS_PARAGRAPHS),
        ("- 2022: 1,100 ships", None),
        ("**Berg** bought [ten ships](a) for hire", None),
        ("Berg bought ten ships for hire", None),
        ("Berg bought ten ships for sailing hire", Reason.NOT_FOUND),
    ],
)
def test_a_quote_is_read_as_the_text_is(quote: str, reason: Reason | None) -> None:
    text = (
        "**Berg** bought [ten ships](a) for ~~sailing~~ hire.\n\n| Year | Ships |\n|---|---|\n| 2023 | 1,200 |\n"
        "| 2024 | 1,300 |\n\n- 2022: 1,100 ships\n- 2021: 1,000 ships\n"
    )
    found = find_quote(passages(read_article("seeds/articles/a.md", text)), quote)
    assert (found.reason if isinstance(found, Miss) else None) is reason
