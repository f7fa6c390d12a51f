"""`explainer diff` on a real repository: what a maintainer reads of a pull request."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.changes.test_history import FACTS, commit, edit, run
from tests.conftest import explainer

HOSTILE = "A <script>alert(1)</script> [link](https://evil.example) @team **x**, www.evil.example, issue#7."


@pytest.fixture
def repository(project: Path) -> Path:
    """The small project, one figure of it corrected in the work tree."""
    run(project, "init", "--quiet", "--initial-branch", "main")
    page = project / "docs" / "index.md"
    more = '\n{{ chart("dots", facts=["northwind-people"], title="People") }}\n'
    page.write_text(page.read_text(encoding="utf-8") + more, encoding="utf-8")
    commit(project, day="2025-04-01")
    return project


TEXT = """\
2 facts change in meaning: 1 corrected, 1 changed.

corrected northwind-people (seeds/facts/harbour.yml:13)
  date: 2025-02-20 → 2025-02
  Pages: The harbour (index.md)
  Charts: People (index.md#dots-northwind-workforce)

changed berg-on-cost (seeds/facts/harbour.yml:23)
  statement: Berg promised a limit for the cost. → Berg named a limit.
  Pages: The harbour (index.md)
"""


def test_a_correction_is_told_with_all_it_touches(repository: Path) -> None:
    edit(repository, "date: 2025-02-20", "date: 2025-02")
    edit(repository, "Berg promised a limit for the cost.", "Berg named a limit.")
    done = explainer("diff", "HEAD", cwd=repository)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(TEXT)


def test_two_revisions_are_compared_and_nothing_is_touched(repository: Path) -> None:
    edit(repository, "Berg promised a limit for the cost.", "Berg named a limit.")
    commit(repository, day="2025-04-02")
    (repository / FACTS).write_text("- not: finished", encoding="utf-8")
    before = run(repository, "status", "--porcelain"), run(repository, "rev-parse", "HEAD")
    done = explainer("diff", "HEAD~1", "HEAD", "--format", "json", cwd=repository)
    (change,) = json.loads(done.stdout)["changes"]
    assert (change["kind"], change["fact"], change["before"], change["after"]) == (
        "changed",
        "berg-on-cost",
        "Berg promised a limit for the cost.",
        "Berg named a limit.",
    )
    assert before == (run(repository, "status", "--porcelain"), run(repository, "rev-parse", "HEAD"))


def test_the_sentences_that_read_differently_are_shown(repository: Path) -> None:
    edit(repository, "value: $60 million to $65 million", "value: $60 million to $66 million")
    text = repository / "seeds" / "articles" / "harbour-gazette.md"
    told = text.read_text(encoding="utf-8").replace(
        "$60 million to $65 million", "$60 million to $66 million"
    )
    text.write_text(told, encoding="utf-8")
    edit(repository, "to $65 million on a new", "to $66 million on a new")
    shown = explainer("diff", "HEAD", cwd=repository).stdout
    assert "  value: $60 million to $65 million → $60 million to $66 million (0% to +1.5%)\n" in shown
    assert "article harbour-gazette: changed" in shown
    sentences = shown.partition("Reads differently: The harbour (index.md)\n")[2].splitlines()
    assert [line[:4].strip() for line in sentences] == ["-", "+"]
    assert "$65 million" in sentences[0]
    assert sentences[1].replace("$66", "$65").replace("+", "-", 1) == sentences[0]


def test_markdown_holds_nothing_that_acts(repository: Path) -> None:
    edit(repository, "Berg promised a limit for the cost.", HOSTILE)
    shown = explainer("diff", "HEAD", "--format", "markdown", cwd=repository).stdout
    assert "### Changed" in shown
    for active in ("<script", "](https", "**x**", "@team", "https://", "www.", "#35;7"):
        assert active not in shown
    assert "&#60;script&#62;" in shown


def test_errors_on_either_side_are_said(repository: Path) -> None:
    edit(repository, "value: about 1,200 people", "value: about 1,300 people")
    shown = explainer("diff", "HEAD", cwd=repository).stdout
    assert "Facts with errors are left out: 0 errors before, " in shown
    assert "broken northwind-people (seeds/facts/harbour.yml:13)" in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "error: Git knows no revision `nowhere` here; fetch it first\n"),
        (["HEAD", "nowhere"], "error: Git knows no revision `nowhere` here; fetch it first\n"),
    ],
)
def test_a_revision_that_is_not_there_is_refused(repository: Path, arguments: list[str], said: str) -> None:
    done = explainer("diff", *arguments, cwd=repository)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


def test_outside_a_repository_there_is_nothing_to_compare(project: Path) -> None:
    done = explainer("diff", "HEAD", cwd=project)
    said = "error: this folder is not in a Git repository, so there is nothing to compare with\n"
    assert (done.returncode, done.stderr) == (2, said)
