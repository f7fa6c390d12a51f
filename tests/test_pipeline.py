"""The flow as a whole: what is broken is left out with all that needs it, and the rest is the same as before."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import checks, pipeline
from generator import files as disk
from generator.pipeline import Site
from tests.conftest import PROJECT, ROOT

SMALL = disk.collect(PROJECT)


def compiled(changes: Mapping[str, str]) -> Site:
    return pipeline.compile({**SMALL, **{path: text.encode() for path, text in changes.items()}})


def test_the_project_of_this_repository_has_no_problem(own_site: Site) -> None:
    assert [problem.headline for problem in own_site.diagnostics] == []


def test_a_fact_with_an_error_takes_along_what_is_computed_from_it() -> None:
    facts = SMALL["seeds/facts/harbour.yml"].decode()
    derived = "- {id: twice, kind: derived, operation: sum, inputs: [northwind-people, northwind-people-2], statement: 'In all {value}.'}\n"
    second = facts[facts.index("- id: northwind-people") : facts.index("- id: berg")]
    second = second.replace("id: northwind-people", "id: northwind-people-2").replace(
        "2025-02-20", "2024-02-20"
    )
    good = facts + second + derived
    assert "twice" in compiled({"seeds/facts/harbour.yml": good}).ledger.facts
    broken = good.replace("value: about 1,200 people", "value: about 1,300 people", 1)
    site = compiled({"seeds/facts/harbour.yml": broken})
    assert [problem.code for problem in site.errors] == ["value-not-in-quote"]
    assert sorted(site.ledger.facts) == ["berg-on-cost", "northwind-people-2", "northwind-plan"]
    assert "left out: this fact has an error" in site.pages["index.md"]
    assert "$60 million to $65 million" in site.pages["index.md"]


def test_a_mistake_is_not_blamed_on_facts_that_nobody_touched() -> None:
    facts = SMALL["seeds/facts/harbour.yml"].decode()
    second = facts[facts.index("- id: northwind-people") : facts.index("- id: berg")]
    second = second.replace("id: northwind-people", "id: new").replace(
        "1,200 people\n  date", "1,300 people\n  date"
    )
    site = compiled({"seeds/facts/new.yml": second})
    assert [(problem.code, problem.place.path) for problem in site.diagnostics] == [
        ("value-not-in-quote", "seeds/facts/new.yml")
    ]


def test_a_page_that_is_not_whole_brings_no_warnings_of_unused_facts() -> None:
    site = compiled({"docs/index.md": "# Harbour\n\n{{ fact('nothing') }}\n"})
    codes = {problem.code for problem in site.diagnostics}
    assert "unknown-fact" in codes
    assert "unused-fact" not in codes


def test_all_problems_are_told_in_one_run() -> None:
    site = compiled(
        {
            "seeds/facts/a.yml": "- id: a\n  kind: event\n",
            "seeds/facts/b.yml": "- {id: [}",
            "seeds/sources/c.yml": "- id: C\n",
            "docs/d.md": "{{ fact('nothing') }} and {{ say('nobody') }}",
            "docs/e.md": "{% if %}",
        }
    )
    assert {problem.place.path for problem in site.diagnostics} == {
        "seeds/facts/a.yml",
        "seeds/facts/b.yml",
        "seeds/sources/c.yml",
        "docs/d.md",
        "docs/e.md",
    }
    assert sum(1 for problem in site.diagnostics if problem.place.path == "docs/d.md") == 2


def test_same_input_same_bytes(own_files: Mapping[str, bytes], own_site: Site) -> None:
    shuffled = list(own_files.items())
    random.Random(1).shuffle(shuffled)  # noqa: S311 - an order, not a secret
    again = pipeline.compile(
        dict(shuffled), draw=disk.remembering(lambda _: "", ROOT / disk.CACHE), audit=lambda _: ()
    )
    assert (again.pages, again.assets) == (own_site.pages, own_site.assets)


def test_a_fact_keeps_its_address_when_it_moves_to_another_file() -> None:
    moved = SMALL["seeds/facts/harbour.yml"]
    site = pipeline.compile({**SMALL, "seeds/facts/harbour.yml": b"", "seeds/facts/town/all.yml": moved})
    assert "fact/northwind-plan/index.html" in site.assets
    assert "facts/town.md" in site.pages["facts/index.md"] or "facts/town.md" in site.pages


def test_nothing_at_all_compiles() -> None:
    site = pipeline.compile({})
    assert site.diagnostics == ()


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[click](javascript:alert(1))",
    "{{ 7*7 }} {% raw %}",
    "| a | b |\n# heading",
    "`code` *bold* _under_ ~~gone~~ [^1]",
    "&lt;script&gt; &#60;",
    "\u202eright to left\u202c",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_wherever_it_lands(text: str) -> None:
    quoted = "'" + text.replace("'", "''").replace("\n", "\n\n") + "'"
    source = (
        f"- id: hostile\n  type: webpage\n  title: {quoted}\n  publisher: {quoted}\n  author: [{quoted}]\n"
        "  accessed: 2025-03-10\n  url: https://hostile.example/\n  tier: secondary\n"
    )
    fact = (
        f"- id: case\n  kind: event\n  date: 2025-03-04\n  entities: [evil]\n  statement: {quoted}\n"
        f"  evidence:\n    - source: hostile\n      locator: {quoted}\n"
    )
    entity = SMALL["seeds/entities.yml"].decode() + f"- id: evil\n  name: {quoted}\n  kind: person\n"
    site = compiled(
        {
            "seeds/sources/hostile.yml": source,
            "seeds/facts/case.yml": fact,
            "seeds/entities.yml": entity,
            "docs/index.md": '# Page\n\n{{ say("case") }}\n\n{{ timeline(topic="case") }}\n\n{{ table("case") }}\n',
        }
    )
    for markdown in site.pages.values():
        assert "<script>alert" not in markdown
        assert "<img src=x" not in markdown
        assert "](javascript:" not in markdown
        assert "{{ 7" not in markdown
        assert "*bold*" not in markdown


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(sorted(SMALL)), st.binary(max_size=40), st.integers(0, 2000), st.integers(0, 60))
def test_damaged_files_give_diagnostics_never_an_error(path: str, junk: bytes, start: int, cut: int) -> None:
    whole = SMALL[path]
    site = pipeline.compile({**SMALL, path: whole[:start] + junk + whole[start + cut :]})
    assert all(problem.headline and problem.place.path for problem in site.diagnostics)


def test_every_check_is_in_the_one_tuple() -> None:
    folder = ROOT / "generator" / "checks"
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    listed = {check.__module__.rpartition(".")[2] for check in (*checks.CHECKS, checks.unused)}
    assert listed == files


@pytest.mark.parametrize("written", ["Northwind is the #1 of the town.", "Northwind employs 1,200 people."])
def test_a_fact_that_was_misread_or_types_a_number_is_left_out(written: str) -> None:
    facts = SMALL["seeds/facts/harbour.yml"].decode()
    begin = facts.index("  statement:", facts.index("- id: northwind-people"))
    broken = f"{facts[:begin]}  statement: {written}{facts[facts.index(chr(10), begin) :]}"
    site = compiled({"seeds/facts/harbour.yml": broken})
    assert {problem.code for problem in site.errors} <= {"number-sign", "number-typed"}
    assert site.errors
    assert "northwind-people" not in site.ledger.facts


ARTICLE = "seeds/articles/harbour-gazette.md"


@pytest.mark.parametrize(
    ("slip", "code"),
    [
        ((b"url: https", b"url: ftp"), "bad-url"),
        ((b"url: https://gazette.example/northwind\n", b""), "missing-key"),
        ((b"publisher: Harbour Gazette", b"publisher: [Harbour"), "start-unquoted"),
        ((b"id: harbour-gazette\n", b""), "missing-key"),
        ((b"Northwind builds", b"Northwind b\xfcilds"), "not-utf-8"),
        ((b"---\nid", b"id"), "no-front-matter"),
    ],
)
def test_a_slip_in_an_article_is_said_once(slip: tuple[bytes, bytes], code: str) -> None:
    site = pipeline.compile({**SMALL, ARTICLE: SMALL[ARTICLE].replace(*slip, 1)})
    assert [problem.code for problem in site.errors if problem.place.path != "docs/index.md"] == [code]
