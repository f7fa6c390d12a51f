"""The article reader, on the seed article and on what other articles do."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.evidence.attribution import quotation_at, spoken_by
from generator.model.entity import Entity
from generator.reading.articles import Article, BlockKind, read_article
from generator.reading.seeds import decode
from tests.conftest import ROOT

PIECES = ("**", "*", "_", "~~", "`", "<b>", "</b>", "<sup>", "</sup>", "2", "&amp;", "&rsquo;", "<!--", "-->", "[a](b)", "[", "]", "(c)", "![d](e)", "\\", " ", "\n", "| a | b |\n", "|---|---|\n", "> ", "- ", "# ", "word", "\r\n", "<del>", "</del>", "<br>", "<table><tr><td>", "<td>", "</td>", "</table>", "```\n", "[^1]", "[r]: x")  # fmt: skip
PATH = "seeds/articles/autogpt-meta-deepseek.md"


def person(name: str, *aliases: str) -> Entity:
    return Entity(id="somebody", name=name, kind="person", aliases=aliases)


ZUCKERBERG = person("Mark Zuckerberg", "Zuckerberg")


@pytest.fixture(scope="module")
def seed() -> Article:
    return read_article(PATH, (ROOT / PATH).read_bytes().decode())


def test_the_seed_article_is_kept_byte_for_byte(seed: Article) -> None:
    """The digest of the text as it was handed to the project."""
    assert len(seed.stored.encode()) == 3745
    digest = hashlib.sha256(seed.stored.encode()).hexdigest()
    assert digest == "ffeb3653d5f6a1f8d1ced80ca82ac42d812dda62cff013800403f8ed11a1acdd"


def test_its_parts_are_told_apart(seed: Article) -> None:
    assert Counter(block.kind for block in seed.blocks) == {
        BlockKind.TITLE: 1,
        BlockKind.CAPTION: 1,
        BlockKind.HEADING: 4,
        BlockKind.PARAGRAPH: 15,
        BlockKind.FILLER: 2,
    }
    title = next(block for block in seed.blocks if block.kind is BlockKind.TITLE)
    assert title.text.startswith("Mark Zuckerberg announces that Meta’s AI Investment Ambitions")


def test_every_quotation_of_it_is_found_with_its_speaker(seed: Article) -> None:
    assert [quotation.speaker for quotation in seed.quotations] == ["he", "he", "Zuckerberg", *["he"] * 5]
    assert all(spoken_by(quotation, ZUCKERBERG, seed) for quotation in seed.quotations)
    assert not any(spoken_by(quotation, person("Susan Li", "Li"), seed) for quotation in seed.quotations)


def test_places_are_lines_and_columns_of_the_file(seed: Article) -> None:
    start = seed.text.index("There are many trends")
    place = seed.place(start, start + 5)
    line = (ROOT / PATH).read_text(encoding="utf-8").splitlines()[place.line - 1]
    assert line[place.column - 1 :].startswith("There are many trends")


def read(text: str) -> Article:
    return read_article("seeds/articles/a.md", f"---\nid: a\n---\n{text}")


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“I am in,” Ada Berg said.", ["Ada Berg"]),
        ("“I am in,” said Ada Berg.", ["Ada Berg"]),
        ("Ada Berg said: “I am in.”", ["Ada Berg"]),
        ('"I am in," she added.', ["she"]),
        ("“I am in,” Berg said. “And you?”", ["Berg", "Berg"]),
        ("“I am in.”", [""]),
        ("He called it “the harbour of the year” once.", ["He"]),
        ("It is known as “the harbour of the year” here.", [""]),
    ],
)
def test_speakers(text: str, speakers: list[str]) -> None:
    assert [quotation.speaker for quotation in read(text).quotations] == speakers


def test_a_pronoun_means_the_person_named_last() -> None:
    article = read("Ada Berg came first. Otto Lind came later.\n\n“I doubt it,” he said.")
    quotation = article.quotations[0]
    people = ("Ada Berg", "Otto Lind")
    assert spoken_by(quotation, person("Otto Lind"), article, people=people)
    assert not spoken_by(quotation, person("Ada Berg"), article, people=people)


def test_a_pronoun_reaches_over_promotion_and_captions() -> None:
    article = read(
        "Ada Berg came.\n\nA photo of Otto Lind\n\nSubscribe to our newsletter ⚡\n\n“I do,” she said."
    )
    assert spoken_by(article.quotations[0], person("Ada Berg"), article, people=("Otto Lind",))


def test_a_passage_over_two_quotations_is_in_none() -> None:
    article = read("“I am in,” Berg said. “And you?”")
    assert quotation_at(article, article.text.index("I am"), article.text.index("you?") + 4) is None


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A title\n\nA paragraph with an end.", "title paragraph"),
        ("Photo: the harbour at night\n\nA title\n\nSome words.", "caption title paragraph"),
        ("A title\n\nWords.\n\nSign up for our newsletter, we test tools. ⚡", "title paragraph filler"),
        ("A title\n\nFirst line\nsecond line.", "title paragraph"),
        ("A title\r\n\r\nWords.\r\n", "title paragraph"),
        ("", ""),
    ],
)
def test_kinds_of_blocks(text: str, kinds: str) -> None:
    assert " ".join(block.kind for block in read(text).blocks) == kinds


@settings(deadline=None, max_examples=200)
@given(st.text("aB. ,“”\"'*|>-#\n\r\t \u00a0", max_size=200))
def test_blocks_are_pieces_of_the_text_in_their_order(text: str) -> None:
    article = read(text)
    assert article.stored == text
    for block in article.blocks:
        assert article.text[block.start : block.end] == block.text
        for cell in block.cells:
            assert block.start <= cell.start <= cell.end <= block.end
    for quotation in article.quotations:
        assert article.text[quotation.start : quotation.end] == quotation.text
    starts = [block.start for block in article.blocks]
    assert starts == sorted(starts)


MARKUP = "aB1 .&;*_~`<>[]()!|#-\\\n$²"
ENTITY = re.compile(r"\\.|&#?\w+;|<br\s*/?>", re.I)


@settings(deadline=None, max_examples=500)
@given(st.text(MARKUP, max_size=120) | st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_every_visible_character_is_where_its_place_says(text: str) -> None:
    article = read(text)
    starts, ends = article.origin
    assert len(starts) == len(ends) == len(article.text)
    assert list(starts) == sorted(starts)
    joints = {offset for one, other in pairwise(article.blocks) for offset in range(one.end, other.start)} | {
        offset
        for block in article.blocks
        for one, other in pairwise(block.cells)
        for offset in range(one.end, other.start)
    }
    for offset, character in enumerate(article.text):
        if offset in joints:
            continue
        written = text[starts[offset] : ends[offset]]
        raised = unicodedata.normalize("NFKC", character) == written
        assert written == character or raised or ENTITY.fullmatch(written), (character, written)
        place = article.place(offset, offset + 1)
        line = f"---\nid: a\n---\n{text}".split("\n")[place.line - 1]
        assert (line + "\n")[place.column - 1] == text[starts[offset]]


@pytest.mark.parametrize(
    ("stored", "seen"),
    [
        ("**Acme** employed [1,200 people](https://acme.example/staff) in *2024*.[^1]", "Acme employed 1,200 people in 2024."),
        ("It paid ~~$5 million~~ $9 million.", "It paid  $9 million."),
        ("It paid <del>$5 million</del><s>$6 million</s> $9 million.", "It paid  $9 million."),
        ("It paid <span hidden>not </span>$9.", "It paid $9."),
        ("Acme&rsquo;s R&amp;D &mdash; 5&nbsp;%", "Acme’s R&D — 5\u00a0%"),
        ("A figure of 10<sup>6</sup> and CO<sub>2</sub>.", "A figure of 10⁶ and CO2."),
        ("There were 1,200<sub>3</sub> of them<sup>[2]</sup>.", "There were 1,200₃ of them[2]."),
        ("It cost \\$4, or 1,300* people, or 5 * 3 * 2.", "It cost $4, or 1,300* people, or 5 * 3 * 2."),
        ("A snake_case_word, and _this_ is it.", "A snake_case_word, and this is it."),
        ("A comment <!-- not --> is no text.", "A comment  is no text."),
        ("A ![picture](a.png) is no text.", "A  is no text."),
        ("[Photo credit] and [a label][1] and [a b].\n\n[1]: https://a.example", "[Photo credit] and a label and [a b]."),
        ("`code *as* it is` and <https://a.example/b_c>", "code *as* it is and https://a.example/b_c"),
        ("1 < 2 & 3 > 2, AT&T", "1 < 2 & 3 > 2, AT&T"),
        ("one<br>two", "one\ntwo"),
        ("A [link *with* [brackets]](b \"c\") here.", "A link with [brackets] here."),
        ("***Both*** and **a *b* c**", "Both and a b c"),
        ("A &#8238;mark&#x200b; unseen &bogus; stays.", "A mark unseen &bogus; stays."),
    ],
)  # fmt: skip
def test_markup_is_read_as_what_a_reader_sees(stored: str, seen: str) -> None:
    assert read(stored).text == seen


def test_a_mark_at_the_beginning_of_a_file_is_no_text() -> None:
    content = "\ufeff---\nid: a\n---\nA title".encode()
    text, problems = decode("seeds/articles/a.md", content)
    assert not problems
    assert read_article("seeds/articles/a.md", text).text == "A title"
