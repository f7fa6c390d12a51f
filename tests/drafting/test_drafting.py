"""The pure half of `explainer new`: what is asked, what is offered, what a quote tells, how a record is named."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator import files as disk
from generator.diagnostics import Diagnostic, Place
from generator.drafting.fields import asked, every
from generator.drafting.hearing import hear
from generator.drafting.judging import answer_at, compiled
from generator.drafting.naming import proposal
from generator.drafting.needs import missing
from generator.drafting.offers import exactly, near, offers
from generator.drafting.own_words import number_typed
from generator.model.entity import Entity
from generator.model.fact import KINDS
from generator.model.ledger import Ledger
from generator.model.record import ID
from generator.model.source import Source
from generator.reading.quoting import unmarked
from tests.conftest import PROJECT


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return compiled(disk.collect(PROJECT)).ledger


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("event", "source quote locator entities date modality claimed_by statement"),
        (
            "figure",
            "entity metric source quote locator value period entities date modality claimed_by statement",
        ),
        (
            "property",
            "entity property source quote locator value entities date modality claimed_by statement",
        ),
        ("quotation", "speaker source words occasion entities date modality claimed_by statement"),
        ("argument", "question holder rests_on side entities date modality claimed_by statement"),
        ("derived", "entity inputs metric operation entities modality claimed_by statement"),
    ],
)
def test_what_is_asked_for_a_fact_of_each_kind(kind: str, names: str) -> None:
    assert [field.name for field in asked(KINDS[kind])] == names.split()


@pytest.mark.parametrize("model", [*KINDS.values(), Source, Entity])
def test_every_field_says_what_it_means(model: type[Source]) -> None:
    assert [field.name for field in every(model) if not field.told] == []


@pytest.mark.parametrize(
    ("kind", "given", "lacking"),
    [
        ("figure", {}, "entity metric source locator value date statement"),
        (
            "figure",
            {"quote": "x", "period": "2025", "modality": "claimed"},
            "entity metric source value claimed_by statement",
        ),
        ("argument", {"rests_on": ("a",)}, "question holder side date statement"),
        ("derived", {}, "inputs operation statement"),
        ("quotation", {"words": "x"}, "speaker source occasion date statement"),
    ],
)
def test_what_a_fact_cannot_do_without(kind: str, given: Mapping[str, object], lacking: str) -> None:
    assert list(missing(KINDS[kind], given)) == lacking.split()


@pytest.mark.parametrize(
    ("typed", "found"),
    [("northwind", "northwind"), ("BERG", "ada-berg"), ("Northwind Shipping", "northwind"), ("bergen", None)],
)
def test_an_id_is_found_by_any_of_its_names(ledger: Ledger, typed: str, found: str | None) -> None:
    assert exactly(offers(ledger, "entity"), typed) == found


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("“It fell.”", "It fell."),
        ('"It fell."', "It fell."),
        ("“Well,” he said. “It fell.”", "“Well,” he said. “It fell.”"),
        ("It “fell”", "It “fell”"),
    ],
)
def test_marks_around_a_whole_quote_are_no_part_of_it(typed: str, words: str) -> None:
    assert unmarked(typed) == words


def test_what_is_used_most_comes_first(ledger: Ledger) -> None:
    assert [each.id for each in offers(ledger, "entity")] == ["northwind", "ada-berg", "harbour", "otto-lind"]


def test_a_piece_of_a_name_comes_near(ledger: Ledger) -> None:
    assert [each.id for each in near(offers(ledger, "source"), "radi")] == ["harbour-radio"]
    assert near(offers(ledger, "source"), "ra") == ()


def test_whose_words_are_quoted_already_is_told(ledger: Ledger) -> None:
    heard = hear(ledger, {"source": "harbour-gazette", "quote": "employs about 1,200 people"})
    assert (
        heard.told[-1]
        == "northwind-people rests on these words already: Northwind employs about 1,200 people."
    )


def test_a_source_is_found_by_its_publisher_and_the_newest_comes_first(ledger: Ledger) -> None:
    known = offers(ledger, "source")
    assert [each.id for each in known] == ["harbour-radio", "harbour-gazette", "northwind-report"]
    assert exactly(known, "harbour radio") == "harbour-radio"
    assert exactly(known, "Annual report") == "northwind-report"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("statement", "It fell 17%.", "“fell 17%” is typed into our own words; write {value} in its place"),
        ("statement", "It has 9 ships.", "“9 ships” is typed into our own words; say it without"),
        ("statement", "It {value} in 2025.", ""),
        ("quote", "It fell 17%.", ""),
    ],
)
def test_a_number_in_our_own_words_is_told_at_once(ledger: Ledger, name: str, text: str, told: str) -> None:
    found = number_typed(ledger, {"value": "fell 17%"}, name, text)
    assert found.startswith(told)
    assert bool(found) is bool(told)


def test_a_near_name_is_offered_and_never_taken(ledger: Ledger) -> None:
    known = offers(ledger, "entity")
    assert exactly(known, "Nordwind") is None
    assert [each.id for each in near(known, "Nordwind")][:1] == ["northwind"]
    assert [near(known, typed) for typed in ("qqqq", "Tesla", "Samsung", "Kingdom of Norway")] == [()] * 4


@pytest.mark.parametrize(
    ("source", "quote", "told", "found"),
    [
        (
            "harbour-gazette",
            "Its shares fell 17% on Monday.",
            "The quote stands word for word",
            (("fell 17%",), False),
        ),
        ("harbour-gazette", "Its shares fell 17% on Tuesday.", "It is no evidence: ", (("fell 17%",), True)),
        (
            "harbour-gazette",
            "We will build the harbour for under $70 million",
            "The quote stands",
            (("under $70 million",), False),
        ),
        ("harbour-gazette", "$70 million", "It is no evidence: ", (("$70 million",), True)),
        ("northwind-report", "we employ 1,500 people", "Not checked: ", (("1,500 people",), False)),
        (
            "northwind-report",
            "a b c d e f g h i j k l m n o p",
            "Not checked, and too long: 16 words",
            ((), True),
        ),
        (
            "harbour-radio",
            "we employ 1,500 people",
            "Not checked: the wording of harbour-radio was only",
            (("1,500 people",), True),
        ),
    ],
)
def test_a_quote_is_heard(ledger: Ledger, source: str, quote: str, told: str, found: object) -> None:
    heard = hear(ledger, {"source": source, "quote": quote})
    assert heard.told[0].startswith(told)
    assert (heard.values, heard.missed) == found


@pytest.mark.parametrize(
    ("answers", "name"),
    [
        ({"entity": "northwind", "metric": "workforce", "date": "2025-02-20"}, "northwind-workforce-2025-02-20"),
        ({"entity": "northwind", "metric": "workforce", "period": "FY2025-Q1"}, "northwind-workforce-fy2025-q1"),
        ({"entities": ("harbour", "ada-berg"), "date": "2025-03~"}, "harbour-2025-03"),
        ({"question": "worth-it", "side": "for", "holder": "otto-lind", "date": "2025"}, "otto-lind-worth-it-for-2025"),
        ({"publisher": "Zeitung für Häfen", "title": "Wird’s teuer?", "issued": "2025-02-20/2025-02-21"}, "zeitung-fur-hafen-wirds-teuer-2025-02-20"),
        ({"title": "港"}, "new"),
        ({"entity": "taken"}, "taken-2"),
        ({"name": "index"}, "index-2"),
    ],
)  # fmt: skip
def test_an_id_is_proposed(answers: Mapping[str, object], name: str) -> None:
    found = proposal(answers, {"taken"})
    assert found == name
    assert ID.match(found)


def test_a_long_title_gives_an_id_that_is_short_enough() -> None:
    assert len(proposal({"title": "word " * 60, "issued": "2025-02-20"}, ())) <= 80


@pytest.mark.parametrize(
    ("line", "key"), [(1, "id"), (2, "value"), (3, "evidence"), (4, "source"), (5, "quote")]
)
def test_the_answer_behind_a_problem_is_found_by_its_line(line: int, key: str) -> None:
    text = "- id: a\n  value: x\n  evidence:\n    - source: b\n      quote: c\n"
    assert answer_at(text, "seeds/facts/x.yml", Diagnostic("x", Place("seeds/facts/x.yml", line), "x")) == key
    assert answer_at(text, "seeds/facts/x.yml", Diagnostic("x", Place("elsewhere.yml", line), "x")) == ""
