"""What readers see of the history: the page of changes, a fact's entry, the home page, the address of what is gone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import files as disk
from generator.pipeline import Site
from tests.changes.test_diff import HOSTILE
from tests.changes.test_history import FACTS, commit, edit, run

CORRECTED = "- **corrected:** [Northwind employs about 1,200 people.](facts/harbour.md#northwind-people) · [the commit](https://code.example/town/commit/"


@pytest.fixture
def site(project: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The small project after a correction, a rewording and a removal, each on a day of its own."""
    monkeypatch.setenv("REPO_URL", "https://code.example/town")
    page = project / "docs" / "index.md"
    text = page.read_text(encoding="utf-8").replace('{{ quotation("berg-on-cost") }}', "{{ changed() }}")
    page.write_text(text, encoding="utf-8")
    edit(project, "date: 2025-02-20", "date: 2025-02")
    edit(project, "value: about 1,200 people", "value: about 1,100 people")
    run(project, "init", "--quiet", "--initial-branch", "main")
    commit(project, day="2025-04-01")
    edit(project, "date: 2025-02", "date: 2025-02-20")
    edit(project, "value: about 1,100 people", "value: about 1,200 people")
    commit(project, day="2025-04-02")
    edit(project, "Berg promised a limit for the cost.", HOSTILE)
    commit(project, day="2025-04-03")
    facts = (project / FACTS).read_text(encoding="utf-8")
    (project / FACTS).write_text(facts.split("- id: berg-on-cost")[0], encoding="utf-8")
    commit(project, day="2025-04-04")
    return disk.compiled(project, told=True)


def test_the_page_tells_every_day_the_newest_first(site: Site) -> None:
    page = site.pages["changes.md"]
    assert re.findall(r"^## (.*) \{", page, re.MULTILINE) == [f"{day} April 2025" for day in (4, 3, 2, 1)]
    assert CORRECTED in page
    assert "    - date: <del>February 2025</del> → <ins>20 February 2025</ins>" in page
    assert "<summary>1 changed</summary>" in page
    assert "<summary>3 added</summary>" in page


def test_what_was_added_is_shown_as_it_was_added(site: Site) -> None:
    added = site.pages["changes.md"].split("<summary>3 added</summary>")[1]
    assert "Northwind employs about 1,100 people." in added
    assert "1,200" not in added


def test_nothing_from_a_fact_acts_on_the_page(site: Site) -> None:
    for address in ("changes.md", "index.md"):
        assert "<script" not in site.pages[address]
        assert "](https://evil" not in site.pages[address]


def test_a_fact_tells_its_own_history(site: Site) -> None:
    said = "- **Changes:** added on 1 April 2025; corrected on 2 April 2025 (value, date) ([all changes](../changes.md))"
    assert said in site.pages["facts/harbour.md"]


def test_the_address_of_a_removed_fact_leads_to_its_removal(site: Site) -> None:
    assert "../../changes/#gone-berg-on-cost" in site.assets["fact/berg-on-cost/index.html"]
    assert '<span id="gone-berg-on-cost"></span>**removed:**' in site.pages["changes.md"]


def test_the_home_page_names_corrections_and_counts_the_rest(site: Site) -> None:
    rows = [line for line in site.pages["index.md"].splitlines() if line.startswith('- <span class="when">')]
    told = [re.sub(r"<[^>]*>|\[(.*?)\]\(.*?\)", r"\1", row)[2:] for row in rows]
    begun = [
        "4 April 2025 removed: A ",
        "3 April 2025 facts: 1 changed",
        "2 April 2025 corrected: Northwind employs",
    ]
    assert [row[: len(start)] for row, start in zip(told, begun, strict=False)] == begun
    assert told[3:] == ["1 April 2025 facts: 3 added"]


def test_a_history_that_is_not_known_is_said_to_be_so(project: Path) -> None:
    page = disk.compiled(project, told=True).pages["changes.md"]
    assert "The history was not at hand when this site was built" in page
    assert "**Changes:**" not in disk.compiled(project, told=True).pages["facts/harbour.md"]


def test_an_empty_history_lists_nothing(project: Path) -> None:
    run(project, "init", "--quiet", "--initial-branch", "main")
    run(project, "commit", "--quiet", "--allow-empty", "--message", "Nothing yet")
    page = disk.compiled(project, told=True).pages["changes.md"]
    assert "not at hand" not in page
    assert "\n## " not in page
