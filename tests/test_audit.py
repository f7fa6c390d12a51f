"""The audit: it finds what the checks miss, by name, and our own facts reach what is promised."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator import files as disk
from generator import pipeline
from generator.auditing.audit import Tally
from generator.auditing.telling import false_alarms, json_text, rate, table
from generator.evidence.proving import Prover
from generator.model.ledger import Located, Proof
from generator.pipeline import Site
from tests.conftest import PROJECT, explainer


@pytest.fixture(scope="module")
def small() -> tuple[Tally, ...]:
    return pipeline.compile(disk.collect(PROJECT)).tallies


@pytest.fixture(scope="module")
def audited(own_files: Mapping[str, bytes]) -> Site:
    """This repository compiled with its audit, which takes its time."""
    return pipeline.compile(own_files, draw=lambda _: "")


def test_on_our_own_facts_at_least_99_in_100_corruptions_are_caught(audited: Site) -> None:
    assert float(rate(audited.tallies)) >= 99
    assert false_alarms(audited.tallies) == 0


def test_every_class_is_tried_on_our_own_facts(audited: Site) -> None:
    assert [each.name for each in audited.tallies if each.tried < 3] == []
    assert sum(each.tried for each in audited.tallies) > 3000


def test_only_dates_that_a_vague_source_allows_are_missed(audited: Site) -> None:
    missed = {each.name: each.silent for each in audited.tallies if not each.harmless and each.silent}
    assert set(missed) <= {"date"}


def test_a_check_switched_off_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The audit of the audit: with no check of evidence at all, next to nothing is caught."""
    monkeypatch.setattr(
        Prover,
        "examine",
        lambda prover, fact: (tuple(Located(Proof.NOT_CHECKED) for _ in fact.evidence), ()),
    )
    tallies = pipeline.compile(disk.collect(PROJECT)).tallies
    assert float(rate(tallies)) < 20


def test_what_is_harmless_is_counted_apart(small: tuple[Tally, ...]) -> None:
    assert all(len(each.silent) == each.tried for each in small if each.harmless)
    assert {each.name for each in small if each.harmless and each.tried} >= {"typesetting", "notation"}


def test_misses_are_told_by_name() -> None:
    tallies = (
        Tally("digit", False, 3, 0, ("case: a digit",), ("a", "b", "c")),
        Tally("notation", True, 1, 0, (), ("x: y",)),
    )
    text = table(tallies)
    assert "missed, digit: case: a digit" in text
    assert "flagged, notation: x: y" in text
    assert text.endswith("75.0% of the corruptions caught · 1 harmless variants flagged")
    assert [each["misses"] for each in json.loads(json_text(tallies))] == [["case: a digit"], ["x: y"]]


def test_a_rate_is_never_rounded_up() -> None:
    assert rate((Tally("digit", False, 1999, 0, ("x",), ("y",) * 1999),)) == "99.9"
    assert rate(()) == ""


def test_the_command_prints_a_table_or_json(project: Path) -> None:
    told = explainer("audit", cwd=project)
    assert told.stdout.splitlines()[-1].endswith("harmless variants flagged")
    assert told.stderr == ""
    assert {
        each["class"] for each in json.loads(explainer("audit", "--format", "json", cwd=project).stdout)
    } >= {"digit"}


def test_the_coverage_page_shows_it(audited: Site) -> None:
    page = audited.pages["coverage.md"]
    assert f"**{rate(audited.tallies)}%** of the corruptions" in page
    assert "| word dropped |" in page
