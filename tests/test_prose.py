"""Our prose: plain, short where it should be, spelt right, and built as a reader expects."""

from __future__ import annotations

import itertools
import re
import subprocess
import sys
from html import unescape

import pytest
import textstat

from generator.pipeline import Site
from tests.conftest import ROOT

EXPLAINERS = ("deepseek-timeline.md", "meta-spending.md", "open-source-debate.md")
HARDEST = 11
"""The Flesch–Kincaid grade that no page may exceed."""
LONGEST_ANSWER = 80
_TOO_RELATIVE = re.compile(
    r"\b(?:recent|recently|last (?:year|month|week)|this (?:year|month|week)|nowadays|currently|yesterday)\b",
    re.I,
)
_NOT_PROSE = (
    (r"\A---\n.*?\n---\n", ""),
    (r"<svg.*?</svg>", ""),
    (r"^\[\^.*$", ""),
    (r"\[\^[a-z0-9-]+\]", ""),
    (r"<span class=\"(?:standing|when|rests|verdict)[^>]*>.*?</span>", ""),
    (r"^[|#].*$", ""),
    (r"<[^>]+>", ""),
    (r"\[([^\]]*)\]\([^)]*\)", r"\1"),
    (r"^[>\-*\d. ]+", ""),
    (r"\*\*", ""),
)


def prose(markdown: str) -> str:
    """What a reader reads of a page: no tables, charts, headings or notes."""
    for pattern, instead in _NOT_PROSE:
        markdown = re.sub(
            pattern,
            instead,
            markdown,
            flags=re.DOTALL | re.MULTILINE if "svg" in pattern or "A---" in pattern else re.MULTILINE,
        )
    return unescape(markdown)


def sections(markdown: str) -> dict[str, str]:
    parts = re.split(r"^## (.*)$", markdown, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("page", [*EXPLAINERS, "about.md", "contribute.md", "index.md"])
def test_pages_are_plain(own_site: Site, page: str) -> None:
    text = prose(own_site.pages[page])
    assert len(text.split()) > 100
    assert textstat.flesch_kincaid_grade(text) <= HARDEST


def test_the_measure_would_notice_hard_prose() -> None:
    hard = (
        "Notwithstanding considerable methodological heterogeneity, investigators unanimously characterised the "
        "organisation’s infrastructural expenditures as unprecedentedly disproportionate."
    )
    assert textstat.flesch_kincaid_grade(hard) > HARDEST


@pytest.mark.parametrize("page", EXPLAINERS)
def test_the_short_answer_is_short_and_comes_first(own_site: Site, page: str) -> None:
    found = sections(own_site.pages[page])
    assert next(iter(found)) == "The short answer"
    answer = prose(found["The short answer"].strip().split("\n\n")[0])
    assert 30 < len(answer.split()) <= LONGEST_ANSWER


@pytest.mark.parametrize("page", EXPLAINERS)
def test_every_explainer_says_what_is_open(own_site: Site, page: str) -> None:
    found = sections(own_site.pages[page])
    assert {"What is not known", "What would change the answer", "What is new"} <= set(found)
    assert "The newest fact on this page is of" in found["What is new"]
    assert any("disputed" in each.lower() or "arguments" in each.lower() for each in found)


@pytest.mark.parametrize("page", EXPLAINERS)
def test_dates_are_absolute(page: str) -> None:
    body = (ROOT / "docs" / page).read_text(encoding="utf-8")
    assert _TOO_RELATIVE.findall(re.sub(r"\{\{.*?\}\}", "", body, flags=re.DOTALL)) == []


def test_dates_in_our_sentences_about_facts_are_absolute(own_site: Site) -> None:
    facts = own_site.ledger.facts.values()
    assert [fact.id for fact in facts if _TOO_RELATIVE.search(fact.statement)] == []


@pytest.mark.parametrize("page", EXPLAINERS)
def test_headings_never_jump_a_level(own_site: Site, page: str) -> None:
    levels = [len(each) for each in re.findall(r"^(#+) ", own_site.pages[page], re.MULTILINE)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_every_fact_is_on_a_page(own_site: Site) -> None:
    assert [problem.headline for problem in own_site.diagnostics if problem.code == "unused-fact"] == []


def test_every_question_has_both_sides_and_a_balance(own_site: Site) -> None:
    page = own_site.pages["open-source-debate.md"]
    blocks = page.split('<div class="debate"')[1:]
    assert len(blocks) == 6
    for block in blocks:
        assert "#### For" in block
        assert "#### Against" in block
        assert re.search(
            r'class="balance">Arguments: \d+ for, \d+ against, .* They rest on \d+ facts: <span class="part">\d+ <span',
            block,
        )


def test_spelling() -> None:
    """`tests/words.txt` holds what codespell takes for a mistake and is none."""
    texts = [
        "docs",
        "seeds",
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "generator/manual",
        "generator/theme",
    ]
    command = [
        sys.executable,
        "-m",
        "codespell_lib",
        "--skip",
        "*.css,*/articles/*",
        "--ignore-words",
        "tests/words.txt",
        *texts,
    ]
    done = subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_spelling_check_would_notice() -> None:
    command = [sys.executable, "-m", "codespell_lib", "-"]
    done = subprocess.run(command, text=True, capture_output=True, check=False, input="He reci" + "eved it.")
    assert "received" in done.stdout
