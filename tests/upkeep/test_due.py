"""Facts due for review: each rule on its first day and the day before, and the forms of the list."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

import pytest

from generator import pipeline
from generator.model.ledger import Ledger
from generator.model.repository import Repository
from generator.upkeep.due import Due, Reason, due, later
from generator.upkeep.issues import LARGEST, fitted, quiet
from generator.upkeep.telling_due import FORMS
from tests.conftest import PROJECT, ROOT, explainer

SOURCES = """
- id: gazette
  type: article-newspaper
  title: The port
  publisher: Gazette
  issued: 2024-01-05
  accessed: 2024-02-01
  url: https://gazette.example/port
  tier: secondary
- id: register
  type: dataset
  title: Register
  publisher: Port
  issued: 2024-03-01
  accessed: 2025-06-30
  url: https://port.example/register
  tier: primary
- id: report
  type: report
  title: Annual report
  publisher: Northwind
  issued: 2025-01-05
  accessed: 2025-06-30
  url: https://northwind.example/report
  tier: primary
"""


def _ledger(facts: str) -> Ledger:
    """The names and metrics of the small project, with facts and sources of our own."""
    kept = {path: (PROJECT / path).read_bytes() for path in ("seeds/entities.yml", "seeds/metrics.yml")}
    ours = {"seeds/sources/port.yml": SOURCES.encode(), "seeds/facts/port.yml": facts.encode()}
    site = pipeline.compile({**kept, **ours}, audit=lambda _: ())
    assert [problem.headline for problem in site.errors] == []
    return site.ledger


def _event(name: str, day: str, statement: str, rest: str) -> str:
    return f"""
- id: {name}
  kind: event
  entities: northwind
  date: {day}
  statement: {statement}
  {rest}
"""


GAZETTE = "evidence: [{source: gazette, quote: %s}]"
PLAN = _event(
    "plan",
    "2024-01-05",
    "Northwind plans a new quay.",
    "modality: projected\n  " + GAZETTE % "Northwind plans a new quay",
)
CLAIM = _event(
    "claim",
    "2024-01-05",
    "Ada Berg said that the quay would be of use.",
    "modality: claimed\n  claimed_by: ada-berg\n  evidence: [{source: gazette, locator: the fourth paragraph}]",
)
LONE = _event("lone", "2024-01-05", "Northwind closed a quay.", GAZETTE % "Northwind closed a quay")
OPENED = "evidence: [{source: register, quote: Northwind opened a quay}]"
SOUND = _event("sound", "2024-03-01", "Northwind opened a quay.", OPENED)
COST = """
- id: plan
  kind: figure
  entity: northwind
  metric: construction-cost
  value: $60 million
  period: 2024
  date: 2024-01-05
  modality: projected
  statement: Northwind plans to spend {value} in {period}.
  evidence: [{source: gazette, quote: Northwind plans to spend $60 million in 2024}]
"""
OUTCOME = """
- id: outcome
  kind: figure
  entity: northwind
  metric: construction-cost
  value: $60 million
  period: 2024
  date: 2025-01-05
  statement: Northwind spent {value} in {period}.
  evidence: [{source: report, quote: Northwind spent $60 million in 2024}]
"""


@pytest.mark.parametrize(
    ("facts", "reason", "first_day"),
    [
        (PLAN, Reason.OUTCOME_WANTED, date(2025, 1, 5)),
        (CLAIM, Reason.CLAIM_UNSETTLED, date(2025, 1, 5)),
        (LONE, Reason.SECOND_SOURCE_WANTED, date(2025, 1, 5)),
        (SOUND, Reason.SOURCE_READ_LONG_AGO, date(2026, 6, 30)),
    ],
)
def test_a_fact_is_due_from_its_day_on(facts: str, reason: Reason, first_day: date) -> None:
    ledger = _ledger(facts)
    before = due(ledger, date.fromordinal(first_day.toordinal() - 1), months=12)
    assert reason not in {each.reason for each in before}
    assert Due(next(iter(ledger.facts)), reason, first_day) in due(ledger, first_day, months=12)


def test_what_is_superseded_is_never_due() -> None:
    later_fact = SOUND.replace("  date:", "  supersedes: lone\n  date:")
    found = due(_ledger(LONE + later_fact), date(2030, 1, 1), months=12)
    assert {each.fact for each in found} == {"sound"}


def test_a_plan_is_due_the_day_after_its_period_until_its_outcome_is_recorded() -> None:
    plan = _ledger(COST)
    assert due(plan, date(2024, 12, 31), months=1200) == ()
    wanted = Due("plan", Reason.OUTCOME_WANTED, date(2025, 1, 1))
    assert due(plan, date(2025, 1, 1), months=1200) == (wanted,)
    settled = _ledger(COST + OUTCOME)
    assert due(settled, date(2030, 1, 1), months=1200) == ()
    of_another_year = _ledger(COST + OUTCOME.replace("2024", "2023"))
    assert due(of_another_year, date(2030, 1, 1), months=1200) == (wanted,)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 12, 31), 2, date(2025, 2, 28)),
        (date(2024, 3, 5), 24, date(2026, 3, 5)),
        (date.max, 1, date.max),
        (date(9999, 11, 30), 1, date(9999, 12, 30)),
    ],
)
def test_months_later(day: date, months: int, expected: date) -> None:
    assert later(day, months) == expected


@pytest.fixture(scope="module")
def found() -> tuple[Ledger, Sequence[Due]]:
    ledger = _ledger(PLAN + SOUND)
    return ledger, due(ledger, date(2026, 7, 1), months=12)


def test_text(found: tuple[Ledger, Sequence[Due]]) -> None:
    assert FORMS["text"](*found, None).splitlines()[:2] == [
        "Plans whose time is over: 1",
        "  plan (since 2025-01-05): Northwind plans a new quay.",
    ]
    assert FORMS["text"](found[0], (), None) == "Nothing is due.\n"


def test_markdown_leads_to_the_fact_in_its_repository(found: tuple[Ledger, Sequence[Due]]) -> None:
    body = FORMS["markdown"](*found, Repository("https://github.com/o/r", "main"))
    assert "## Plans whose time is over (1)\n\nFind what came of it" in body
    assert (
        "- [`plan`](https://github.com/o/r/blob/main/seeds/facts/port.yml#L2): Northwind plans a new quay. "
        "*Due since 5 January 2025.*\n"
    ) in body


def test_json(found: tuple[Ledger, Sequence[Due]]) -> None:
    read = json.loads(FORMS["json"](*found, None))
    assert read["schema_version"] == 1
    assert read["due"][0] == {
        "fact": "plan",
        "reason": "outcome-wanted",
        "since": "2025-01-05",
        "statement": "Northwind plans a new quay.",
    }


def test_an_issue_calls_nobody_and_fits() -> None:
    assert quiet("@ann see #12 <b>") == "@<!-- -->ann see &#35;<!-- -->12 &#60;b&#62;"
    long = fitted("x" * 99 for _ in range(10_000))
    assert LARGEST - 200 < len(long) < LARGEST + 200
    assert long.endswith("the command lists it all.\n")


def test_the_command_reads_the_day_it_is_given() -> None:
    done = explainer("due", "--today", "1999-01-01", cwd=ROOT)
    assert (done.returncode, done.stdout) == (0, "Nothing is due.\n")
    wrong = explainer("due", "--today", "25.11.2026", cwd=ROOT)
    assert wrong.returncode == 2
    assert "`25.11.2026` is not a day; write one such as 2026-11-25" in wrong.stderr
    assert explainer("due", "--today", "2026-11-25", cwd=ROOT).returncode == 1
