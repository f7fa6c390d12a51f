"""A fact is written once: what repeats another one is told where it stands, and what only looks like it is let be."""

from __future__ import annotations

import pytest

from generator import files as disk
from generator import pipeline
from tests.conftest import PROJECT

SMALL = disk.collect(PROJECT)
PATH = "seeds/facts/more/new.yml"
FIGURE = """- id: {id}
  kind: figure
  entity: northwind
  metric: {metric}
  value: {value}
  date: {date}
  statement: Northwind has {{value}}.
  evidence:
    - source: harbour-gazette
      quote: {quote}
"""
EVENT = """- {{id: {id}, kind: event, date: {date}, entities: [{about}], statement: Berg spoke of the cost.,
   evidence: [{{source: northwind-report, quote: {quote}}}]}}
"""
PROPERTY = """- {{id: {id}, kind: property, entity: northwind, property: berth-licence, value: {value},
   statement: 'The berths are {{value}}.', evidence: [{{source: northwind-report, locator: {locator}}}]}}
"""
ARGUMENT = """- {{id: {id}, kind: argument, question: worth-it, side: {side}, holder: northwind, rests_on: [northwind-plan],
   date: 2025-03-04, statement: It is cheap.}}
"""
DERIVED = """- {{id: {id}, kind: derived, operation: days-between, inputs: [{inputs}], statement: 'It is {{value}}.'}}
"""
PEOPLE = {
    "metric": "workforce", "value": "about 1,200 people", "date": "2025-02-20", "quote": "employs about 1,200 people",
}  # fmt: skip
SPOKE = {"date": "2025-02-03", "about": "northwind, ada-berg", "quote": "Berg spoke of the cost"}
OPEN = {"value": "open", "locator": "page 3"}
BERG = """- id: {id}
  kind: quotation
  speaker: ada-berg
  words: {words}
  occasion: A talk
  date: 2025-03
  statement: Berg promised a limit.
  evidence: [{{source: harbour-gazette}}]
"""
LIMIT = {"words": "we will build the harbour for under $70 million,"}


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("", FIGURE.format(id="later", **PEOPLE)),
        ("", FIGURE.format(id="later", **PEOPLE | {"date": "2025"})),
        ("", FIGURE.format(id="later", **PEOPLE | {"quote": "Northwind employs about 1,200 people."})),
        ("", BERG.format(id="later", **LIMIT | {"words": "We will build the harbour for under $70 million"})),
        (EVENT.format(id="first", **SPOKE), EVENT.format(id="later", **SPOKE | {"date": "2025-02"})),
        (
            EVENT.format(id="first", **SPOKE | {"date": "2025-02, modality: claimed, claimed_by: northwind"}),
            EVENT.format(id="later", **SPOKE),
        ),
        (PROPERTY.format(id="first", **OPEN), PROPERTY.format(id="later", **OPEN | {"locator": "Page 3"})),
        (ARGUMENT.format(id="first", side="for"), ARGUMENT.format(id="later", side="for")),
        (
            DERIVED.format(id="first", inputs="northwind-people, northwind-plan"),
            DERIVED.format(id="later", inputs="northwind-people, northwind-plan"),
        ),
    ],
)  # fmt: skip
def test_what_is_there_already_is_told_at_the_words_of_the_later_one(first: str, later: str) -> None:
    site = pipeline.compile({**SMALL, PATH: (first + later).encode()})
    assert [(problem.code, problem.place.path) for problem in site.errors] == [("fact-twice", PATH)]
    place = site.errors[0].place
    assert place.line > first.count("\n")
    before = (first + later).splitlines()[place.line - 1][: place.column - 1]
    assert before.rstrip(" [").endswith(("quote:", "words:", "locator:", "rests_on:", "inputs:"))


def test_what_else_is_wrong_with_it_comes_first() -> None:
    twice = FIGURE.format(id="later", **PEOPLE).replace("Northwind has {value}.", "Northwind has 9 ships.")
    site = pipeline.compile({**SMALL, PATH: twice.encode()})
    assert [problem.code for problem in site.errors] == ["number-typed", "fact-twice"]


def test_words_that_are_no_evidence_repeat_nothing() -> None:
    misquoted = FIGURE.format(id="later", **PEOPLE | {"quote": "employs about 1,200"})
    site = pipeline.compile({**SMALL, PATH: misquoted.encode()})
    assert [problem.code for problem in site.errors] == ["quote-cut-off"]


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("", FIGURE.format(id="other", **PEOPLE | {"date": "2024-02-20"})),
        ("", FIGURE.format(id="other", **PEOPLE) + "  supersedes: [northwind-people]\n"),
        (EVENT.format(id="first", **SPOKE), EVENT.format(id="other", **SPOKE | {"about": "ada-berg"})),
        (EVENT.format(id="first", **SPOKE), EVENT.format(id="other", **SPOKE | {"quote": "Berg was asked"})),
        (PROPERTY.format(id="first", **OPEN), PROPERTY.format(id="other", **OPEN | {"locator": "page 9"})),
        (ARGUMENT.format(id="first", side="for"), ARGUMENT.format(id="other", side="against")),
        (
            DERIVED.format(id="first", inputs="northwind-people, northwind-plan"),
            DERIVED.format(id="other", inputs="northwind-people, berg-on-cost"),
        ),
    ],
)
def test_what_only_looks_like_another_fact_is_let_be(first: str, other: str) -> None:
    site = pipeline.compile({**SMALL, PATH: (first + other).encode()})
    assert [problem.headline for problem in site.errors] == []


def test_a_fact_that_is_wrong_in_itself_makes_no_other_one_a_repetition() -> None:
    wrong = FIGURE.format(id="new", **PEOPLE).replace(
        "Northwind has {value}.", "Northwind has about 1,200 people."
    )
    site = pipeline.compile({**SMALL, "seeds/facts/case.yml": wrong.encode()})
    assert [(problem.code, problem.place.path) for problem in site.errors] == [
        ("number-typed", "seeds/facts/case.yml")
    ]
