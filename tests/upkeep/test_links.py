"""Sources that moved or went: what an answer means, what is remembered, what the report says of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

import pytest

from generator.model.repository import Repository
from generator.pipeline import Site
from generator.upkeep.answers import Answer, Outcome, Step, judge, judged
from generator.upkeep.links import Link, address, links
from generator.upkeep.memory import Known, kept, merged, recalled, to_ask
from generator.upkeep.telling_links import FORMS

A, B, C = "https://a.example/1", "https://a.example/2", "https://b.example/"
DAY = date(2026, 11, 25)
THERE = Answer(Outcome.THERE, "200 OK")
GONE = Answer(Outcome.GONE, "404 Not Found")


@pytest.mark.parametrize(
    ("steps", "answer"),
    [
        ([Step(A, 200)], THERE),
        ([Step(A, 204)], Answer(Outcome.THERE, "204 No Content")),
        ([Step(A, 404)], GONE),
        ([Step(A, 410)], Answer(Outcome.GONE, "410 Gone")),
        (
            [Step(A, trouble="its host has no address", nameless=True)],
            Answer(Outcome.GONE, "its host has no address"),
        ),
        ([Step(A, 301, B), Step(B, 200)], Answer(Outcome.MOVED, "301 Moved Permanently", B)),
        (
            [Step(A, 308, B), Step(B, 301, C), Step(C, 200)],
            Answer(Outcome.MOVED, "308 Permanent Redirect", C),
        ),
        ([Step(A, 301, B), Step(B, 302, C), Step(C, 200)], Answer(Outcome.MOVED, "301 Moved Permanently", B)),
        ([Step(A, 302, B), Step(B, 301, C), Step(C, 200)], THERE),
        ([Step(A, 301, B), Step(B, 404)], GONE),
        ([Step(A, 301, B), Step(B, 403)], Answer(Outcome.NOT_ASKED, "403 Forbidden")),
        ([Step(A, 301, B), Step(B, trouble="x")], Answer(Outcome.NOT_ASKED, "x")),
        ([Step(A, 401)], Answer(Outcome.NOT_ASKED, "401 Unauthorized")),
        ([Step(A, 429)], Answer(Outcome.NOT_ASKED, "429 Too Many Requests")),
        ([Step(A, 503)], Answer(Outcome.NOT_ASKED, "503 Service Unavailable")),
        ([Step(A, 999)], Answer(Outcome.NOT_ASKED, "999")),
        ([Step(A, 304)], Answer(Outcome.NOT_ASKED, "304 Not Modified")),
    ],
)
def test_what_a_way_says_of_its_address(steps: Sequence[Step], answer: Answer) -> None:
    assert judge(steps) == answer


def test_without_a_network_nothing_is_gone() -> None:
    nameless = (Step(A, trouble="its host has no address", nameless=True),)
    assert judged({A: nameless, C: nameless}) == dict.fromkeys(
        (A, C), Answer(Outcome.NOT_ASKED, "no name of a host could be looked up")
    )
    assert judged({A: nameless, C: (Step(C, 503),)})[A].outcome is Outcome.GONE
    assert judged({}) == {}


def _known(answer: Answer, asked: date, since: date = DAY) -> Known:
    return Known(answer, asked, since)


def test_what_was_there_rests_four_weeks_and_all_else_is_asked_again() -> None:
    known = {A: _known(THERE, date(2026, 11, 1)), B: _known(GONE, DAY), C: _known(THERE, date(2026, 10, 28))}
    assert to_ask((A, B, C, A, "https://new.example/"), known, DAY) == (A, B, C, "https://new.example/")
    assert to_ask((A,), known, DAY) == ()
    assert to_ask((C,), known, date(2026, 11, 24)) == ()
    assert to_ask((C,), known, DAY) == (C,)
    assert to_ask((A,), known, date(2026, 10, 31)) == (A,), "a clock that ran ahead is not believed"


def test_one_that_rests_is_asked_along_to_tell_a_dead_host_from_a_dead_network() -> None:
    older = "https://c.example/"
    known = {A: _known(THERE, DAY), older: _known(THERE, date(2026, 11, 20)), B: _known(GONE, DAY)}
    assert to_ask((A, B, older), known, DAY) == (B, older)


def test_an_outcome_that_stays_keeps_its_first_day() -> None:
    before = {A: _known(GONE, DAY, DAY), B: _known(THERE, DAY, DAY)}
    later = date(2026, 12, 2)
    after = merged(before, {A: Answer(Outcome.GONE, "410 Gone"), B: GONE, C: THERE}, later)
    assert {url: each.since for url, each in after.items()} == {A: DAY, B: later, C: later}
    assert after[A].answer.detail == "410 Gone"


def test_what_is_kept_is_recalled_and_what_is_not_ours_is_not() -> None:
    known = {A: _known(Answer(Outcome.MOVED, "301", B), DAY), C: _known(THERE, DAY)}
    assert recalled(kept(known)) == known
    whole = json.loads(kept(known))
    whole["schema_version"] = 2
    broken = json.loads(kept(known))
    broken["addresses"][A]["outcome"] = "fine"
    for text in ("", "{", "[]", "null", '{"schema_version": 1}', json.dumps(whole), json.dumps(broken)):
        assert recalled(text) == {}


@pytest.fixture(scope="module")
def found(own_site: Site) -> Sequence[Link]:
    """Every source of ours was there, but one each that is gone, has moved and could not be asked."""
    ledger = own_site.ledger
    known = {address(source): _known(THERE, DAY) for source in ledger.sources.values()}
    gone, moved, silent = (address(ledger.sources[name]) for name in NAMED)
    known[gone] = _known(GONE, DAY, date(2026, 11, 1))
    known[moved] = _known(Answer(Outcome.MOVED, "301 Moved Permanently", "https://b.example/@ann"), DAY)
    known[silent] = _known(Answer(Outcome.NOT_ASKED, "403 Forbidden"), DAY)
    return links(ledger, known)


NAMED = ("autogpt-meta-deepseek", "deepseek-v3-model-license", "hf-deepseek-org")


def test_links_name_the_facts_that_rest_on_a_source_and_those_built_on_them(
    own_site: Site, found: Sequence[Link]
) -> None:
    assert [link.source.id for link in found[:3]] == list(NAMED)
    ledger = own_site.ledger
    first = found[0]
    assert len(first.facts) >= 25
    for name in first.facts:
        assert "autogpt-meta-deepseek" in {each.source for each in ledger.facts[name].evidence}
    assert first.further
    for name in first.further:
        assert "autogpt-meta-deepseek" not in {each.source for each in ledger.facts[name].evidence}


def test_text(own_site: Site, found: Sequence[Link]) -> None:
    rows = FORMS["text"](own_site.ledger, found, None).splitlines()
    total = len(own_site.ledger.sources)
    assert rows[0] == (
        f"Of {total} sources {total - 3} answered, 1 moved for good, 1 are gone, and 1 could not be asked."
    )
    assert rows[1] == "Gone: 1"
    assert rows[2].startswith("  autogpt-meta-deepseek: https://")
    assert rows[2].endswith(": 404 Not Found, since 2026-11-01")
    assert rows[3] == f"    {found[0].facts[0]}"


def test_markdown_calls_nobody_and_leads_to_the_facts(own_site: Site, found: Sequence[Link]) -> None:
    body = FORMS["markdown"](own_site.ledger, found, Repository("https://github.com/o/r", "main"))
    assert "## Gone (1)" in body
    assert f"- [`{found[0].facts[0]}`](https://github.com/o/r/blob/main/seeds/facts/" in body
    assert "moved to https://b.example/@<!-- -->ann, since 2026-11-25" in body
    assert "403 Forbidden" in body


def test_json(own_site: Site, found: Sequence[Link]) -> None:
    read = json.loads(FORMS["json"](own_site.ledger, found, None))
    assert (read["schema_version"], len(read["sources"])) == (1, len(own_site.ledger.sources))
    assert read["sources"][1] | {"facts": [], "further_facts": []} == {
        "source": "deepseek-v3-model-license",
        "url": own_site.ledger.sources["deepseek-v3-model-license"].url,
        "outcome": "moved",
        "detail": "301 Moved Permanently",
        "to": "https://b.example/@ann",
        "asked": "2026-11-25",
        "since": "2026-11-25",
        "facts": [],
        "further_facts": [],
    }
