"""Two ledgers compared, each written as a contributor writes it; a table of edits and what they mean."""

from __future__ import annotations

import pytest

from generator import files as disk
from generator import pipeline
from generator.changes.compare import compare
from generator.model.ledger import Ledger
from tests.conftest import PROJECT

FACTS = disk.collect(PROJECT)["seeds/facts/harbour.yml"].decode()
MORE = (
    "- {id: count, type: report, title: Count, publisher: Northwind, issued: 2025-03-02, accessed: 2025-03-10,"
    " url: https://northwind.example/count, tier: primary}\n"
)

PAID = (
    "- {id: paid, kind: figure, entity: northwind, metric: construction-cost, value: $50 million, period: 2024,"
    " date: 2025-02-20, statement: 'Northwind paid {value}.',"
    " evidence: [{source: northwind-report, quote: we paid $50 million, locator: Page 1}]}\n"
)
OTHER = (
    "- {id: paid-before, kind: figure, entity: northwind, metric: construction-cost, value: $25 million,"
    " period: 2023, date: 2024-02-20, statement: 'Northwind paid {value}.',"
    " evidence: [{source: northwind-report, quote: we paid $25 million, locator: Page 1}]}\n"
    "- {id: times, kind: derived, operation: ratio, inputs: [paid, paid-before],"
    " statement: 'That is {value} as much.'}\n"
)


def ledger(facts: str) -> Ledger:
    files = disk.collect(PROJECT) | {"seeds/facts/harbour.yml": facts.encode()}
    files["seeds/sources/more.yml"] = MORE.encode()
    return pipeline.compile(files, draw=lambda _: "<svg/>", audit=lambda _: ()).ledger


def told(old: str, new: str) -> list[str]:
    """Each change on one line: kind, fact, then every difference."""
    return [
        f"{change.kind} {change.fact}"
        + "".join(
            f" | {each.field}: {each.before} → {each.after}{f' ({each.percent})' if each.percent else ''}"
            for each in change.differences
        )
        for change in compare(ledger(old), ledger(new))
    ]


def edited(before: str, after: str, text: str = FACTS) -> str:
    assert text.count(before) == 1, f"{before!r} stands {text.count(before)} times"
    return text.replace(before, after)


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("value: about 1,200 people", "value: about 1200 people", []),
        ("  kind: figure\n  entity: northwind\n  metric: workforce", "  metric: workforce\n  entity: northwind\n  kind: figure", []),
        ("quote: Northwind employs about 1,200 people.", "quote: 'Northwind employs about\n        1,200 people.'  # as printed", []),
        (
            "statement: Northwind employs {value}.",
            "statement: Northwind has {value} on its payroll.",
            ["changed northwind-people | statement: Northwind employs {value}. → Northwind has {value} on its payroll."],
        ),
        (
            "date: 2025-02-20",
            "date: 2025-02",
            ["corrected northwind-people | date: 2025-02-20 → 2025-02"],
        ),
        (
            "  statement: Northwind employs {value}.",
            "  retracted: {because: The paper took it back.}\n  statement: Northwind employs {value}.",
            [
                "retracted northwind-people | retracted.because:  → The paper took it back. | standing: single-source → retracted",
            ],
        ),
        (
            "quote: plans to spend $60 million to $65 million on a new harbour in 2025",
            "quote: plans to spend $60 million to $66 million on a new harbour in 2025",
            ["broken northwind-plan"],
        ),
        ("- id: northwind-plan\n", "- id: northwind-intent\n", ["removed northwind-plan", "added northwind-intent"]),
    ],
)  # fmt: skip
def test_an_edit_is_told_by_what_it_means(before: str, after: str, changes: list[str]) -> None:
    assert told(FACTS, edited(before, after)) == changes


def test_a_fact_that_is_mended_is_not_new() -> None:
    broken = edited("value: about 1,200 people", "value: about 1,300 people")
    assert told(broken, FACTS) == []
    assert told(FACTS, broken) == ["broken northwind-people"]


@pytest.mark.parametrize(("value", "kind"), [("$50 million", "changed"), ("$55 million", "corrected")])
def test_a_new_name_of_an_input_corrects_nothing(value: str, kind: str) -> None:
    renamed = (PAID + OTHER).replace("paid,", "spent,").replace("$50 million", value)
    times = next(line for line in told(PAID + OTHER, renamed) if " times" in line)
    assert times.startswith(f"{kind} times | inputs: paid, paid-before → spent, paid-before")


def test_a_derived_fact_follows_its_inputs() -> None:
    assert told(PAID + OTHER, PAID.replace("$50", "$55") + OTHER) == [
        "corrected paid | value: $50 million → $55 million (+10%) | evidence[northwind-report].quote: we paid $50 million → we paid $55 million",
        "recomputed times | value: 2 times → 2.2 times (+10%)",
    ]


def test_only_the_standing_of_a_neighbour_changes() -> None:
    later = (
        "- {id: people-later, kind: figure, entity: northwind, metric: workforce, value: '1,100 people',"
        " date: 2025-03-01, supersedes: [northwind-people], statement: 'Northwind employs {value}.',"
        " evidence: [{source: count, quote: 'we are 1,100 people', locator: Page 1}]}\n"
    )
    assert told(FACTS, FACTS + later) == [
        "added people-later",
        "standing northwind-people | standing: single-source → superseded",
    ]


def test_a_change_knows_its_place_and_its_words() -> None:
    (change,) = compare(ledger(FACTS), ledger(FACTS.split("- id: berg-on-cost")[0]))
    assert (change.path, change.line) == ("seeds/facts/harbour.yml", 23)
    assert (change.before, change.after) == ("Berg promised a limit for the cost.", "")
