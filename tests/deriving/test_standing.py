"""Standing: the rules in their order, on facts written as a contributor writes them."""

from __future__ import annotations

import pytest

from generator import files as disk
from generator import pipeline
from generator.explainers.telling import meaning
from generator.model.ledger import Ledger, Proof, Standing
from tests.conftest import PROJECT

SOURCES = """\
- {id: town, type: report, title: T, publisher: P, accessed: 2025-03-10, url: https://town.example/, tier: primary}
- {id: told, type: report, title: T, publisher: P, accessed: 2025-03-10, url: https://told.example/, tier: primary,
   wording: relayed}
- {id: paper, type: webpage, title: T, publisher: P, accessed: 2025-03-10, url: https://a.example/, tier: secondary}
- {id: other, type: webpage, title: T, publisher: Q, accessed: 2025-03-10, url: https://b.example/, tier: secondary}
- {id: twin, type: webpage, title: U, publisher: " q", accessed: 2025-03-10, url: https://b.example/2, tier: secondary}
- {id: gazette-too, type: webpage, title: V, publisher: harbour  gazette, accessed: 2025-03-10,
   url: https://g.example/, tier: secondary}
- {id: echo, type: webpage, title: T, publisher: P, accessed: 2025-03-10, url: https://c.example/, tier: secondary,
   relays: paper}
- {id: echo-of-echo, type: webpage, title: T, publisher: P, accessed: 2025-03-10, url: https://d.example/,
   tier: secondary, relays: echo}
"""
STORED = {"harbour-gazette": "quote: Northwind builds a new harbour"}


def ledger(facts: str) -> Ledger:
    files = {
        **disk.collect(PROJECT),
        "seeds/sources/more.yml": SOURCES.encode(),
        "seeds/facts/case.yml": facts.encode(),
    }
    site = pipeline.compile(files)
    assert [problem.headline for problem in site.errors] == []
    return site.ledger


def event(id: str, *sources: str, day: str = "2025-03-04", more: str = "") -> str:
    evidence = ", ".join(
        f"{{source: {source}, {STORED.get(source, 'locator: Page 1')}}}" for source in sources
    )
    return f"- {{id: {id}, kind: event, date: {day}, entities: [harbour], statement: It was so., evidence: [{evidence}]{more}}}\n"


@pytest.mark.parametrize(
    ("fact", "standing"),
    [
        (event("case", "town"), Standing.CONFIRMED),
        (event("case", "told"), Standing.SINGLE_SOURCE),
        (event("case", "paper"), Standing.SINGLE_SOURCE),
        (event("case", "paper", "other"), Standing.SINGLE_SOURCE),
        (event("case", "paper", "harbour-gazette"), Standing.CONFIRMED),
        (event("case", "gazette-too", "harbour-gazette"), Standing.SINGLE_SOURCE),
        (event("case", "echo", "harbour-gazette"), Standing.CONFIRMED),
        (event("case", "paper", "echo"), Standing.SINGLE_SOURCE),
        (event("case", "echo", "echo-of-echo"), Standing.SINGLE_SOURCE),
        (event("case", "town", more=", modality: claimed, claimed_by: northwind"), Standing.CLAIMED),
        (event("case", "town", more=", modality: projected"), Standing.PROJECTED),
        (event("case", "town", more=", retracted: {because: It was not so.}"), Standing.RETRACTED),
    ],
)
def test_evidence_and_modality_decide(fact: str, standing: Standing) -> None:
    assert ledger(fact).standings["case"] is standing


@pytest.mark.parametrize(
    ("sources", "why"),
    [
        (("told",), "A primary source says so, but only an account of it was read here."),
        (("paper",), "One source that is not primary says so."),
        (("paper", "echo"), "All its sources go back to one origin that is not primary."),
        (("other", "twin"), "All its sources go back to one origin that is not primary."),
        (("paper", "other"), "Independent sources say so, but no machine could check the words of any."),
    ],
)
def test_a_single_source_says_why_it_is_no_more(sources: tuple[str, ...], why: str) -> None:
    found = ledger(event("case", *sources))
    assert meaning(found, found.facts["case"]) == why


def test_a_source_that_disputes_makes_it_disputed() -> None:
    fact = event("case", "town", "paper").replace(
        "{source: paper, locator: Page 1}", "{source: paper, locator: Page 1, stance: disputes}"
    )
    assert ledger(fact).standings["case"] is Standing.DISPUTED


def test_context_confirms_nothing() -> None:
    fact = event("case", "paper", "town").replace(
        "{source: town, locator: Page 1}", "{source: town, locator: Page 1, stance: context}"
    )
    assert ledger(fact).standings["case"] is Standing.SINGLE_SOURCE


def test_a_later_fact_replaces_an_earlier_one() -> None:
    found = ledger(event("old", "town") + event("new", "town", day="2025-04", more=", supersedes: [old]"))
    assert (found.standings["old"], found.standings["new"]) == (Standing.SUPERSEDED, Standing.CONFIRMED)


def test_a_retracted_fact_replaces_nothing() -> None:
    gone = ", supersedes: [old], retracted: {because: It was a mistake.}"
    found = ledger(event("old", "town") + event("new", "town", day="2025-04", more=gone))
    assert (found.standings["old"], found.standings["new"]) == (Standing.CONFIRMED, Standing.RETRACTED)


def test_a_declared_disagreement_disputes_both() -> None:
    more = ", disagrees_with: [{fact: old, because: They count otherwise.}]"
    found = ledger(event("old", "town") + event("new", "town", day="2025-04", more=more))
    assert {found.standings["old"], found.standings["new"]} == {Standing.DISPUTED}


def test_a_disagreement_with_what_was_replaced_disputes_nothing() -> None:
    more = ", disagrees_with: [{fact: old, because: They count otherwise.}]"
    newest = event("newest", "town", day="2025-05", more=", supersedes: [old]")
    found = ledger(event("old", "town") + event("new", "town", day="2025-04", more=more) + newest)
    assert found.standings["new"] is Standing.CONFIRMED


def test_what_is_built_on_others_stands_as_its_weakest() -> None:
    facts = event("strong", "town") + event("weak", "paper", day="2025-04", more=", modality: projected")
    days = "- {id: case, kind: derived, operation: days-between, inputs: [strong, weak], statement: 'It took {value}.'}\n"
    assert ledger(facts + days).standings["case"] is Standing.PROJECTED


def test_a_check_that_could_not_run_never_counts_as_passed() -> None:
    found = ledger(event("case", "town"))
    assert found.proof(found.facts["case"]) is Proof.NOT_CHECKED
    assert found.proof(found.facts["northwind-plan"]) is Proof.VERIFIED
