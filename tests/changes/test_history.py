"""The history of the facts, read from real Git repositories."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator import files as disk
from generator import git
from generator.changes.history import history
from tests.conftest import ROOT

FACTS = "seeds/facts/harbour.yml"


def run(folder: Path, *arguments: str, day: str = "2025-04-01") -> str:
    """Git as its user, at noon of `day`, untouched by the settings of this machine."""
    environment = {
        "PATH": "/usr/bin:/bin:/usr/local/bin",
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_CONFIG_SYSTEM": "/dev/null",
        **{f"GIT_{who}_{what}": "tester@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        **{f"GIT_{who}_DATE": f"{day}T12:00:00+00:00" for who in ("AUTHOR", "COMMITTER")},
    }  # fmt: skip
    return subprocess.run(
        ["git", *arguments],  # noqa: S607 - the git on the PATH
        cwd=folder, env=environment, capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip


def commit(project: Path, *, day: str) -> str:
    run(project, "add", "--all", day=day)
    run(project, "commit", "--quiet", "--message", "A step", day=day)
    return run(project, "rev-parse", "HEAD")


def edit(project: Path, before: str, after: str) -> None:
    text = (project / FACTS).read_text(encoding="utf-8")
    assert before in text
    (project / FACTS).write_text(text.replace(before, after), encoding="utf-8")


@pytest.fixture
def repository(project: Path) -> Path:
    """The small project with its first commit."""
    run(project, "init", "--quiet", "--initial-branch", "main")
    commit(project, day="2025-04-01")
    return project


def told(project: Path) -> list[tuple[str, list[str]]]:
    """Each day of the history with its changes."""
    found = git.revisions(project)
    assert found is not None
    return [
        (each.day.isoformat(), [f"{change.kind} {change.fact}" for change in each.changes])
        for each in history(found)
    ]


FIRST = ("2025-04-01", ["added berg-on-cost", "added northwind-people", "added northwind-plan"])


def test_every_commit_is_told_by_what_it_changed(repository: Path) -> None:
    edit(repository, "value: about 1,200 people", "value: about 1,250 people")
    commit(repository, day="2025-04-02")
    edit(repository, "  statement: Berg", "  # a remark\n  statement: Berg")
    commit(repository, day="2025-04-03")
    (repository / FACTS).unlink()
    commit(repository, day="2025-04-04")
    gone = [f"removed {name}" for name in ("berg-on-cost", "northwind-people", "northwind-plan")]
    assert told(repository) == [
        ("2025-04-04", gone),
        ("2025-04-02", ["corrected northwind-people"]),
        FIRST,
    ]


def test_a_fact_that_moves_to_another_file_is_no_change(repository: Path) -> None:
    run(repository, "mv", FACTS, "seeds/facts/moved.yml")
    commit(repository, day="2025-04-02")
    assert told(repository) == [FIRST]


def test_odd_names_and_foreign_commits_do_not_stop_the_history(repository: Path) -> None:
    (repository / "seeds" / "facts" / "odd\x01name.yml").write_text("[]\n", encoding="utf-8")
    run(repository, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},seeds/sub")
    run(repository, "add", "seeds/facts")
    run(repository, "commit", "--quiet", "--message", "Odd", day="2025-04-02")
    edit(repository, "about 1,200 people", "about 1,250 people")
    run(repository, "commit", "--quiet", "--all", "--message", "A step", day="2025-04-03")
    assert told(repository) == [("2025-04-03", ["corrected northwind-people"]), FIRST]


def test_a_merge_counts_as_one_step(repository: Path) -> None:
    run(repository, "switch", "--quiet", "--create", "side")
    for people in ("1,210", "1,220"):
        edit(repository, (repository / FACTS).read_text().split("value: about ")[1][:5], people)
        commit(repository, day="2025-04-02")
    run(repository, "switch", "--quiet", "main")
    run(repository, "merge", "--quiet", "--no-ff", "--message", "Merged", "side", day="2025-04-05")
    assert told(repository) == [("2025-04-05", ["corrected northwind-people"]), FIRST]


def test_a_project_below_the_top_of_its_repository_has_its_history_too(project: Path) -> None:
    run(project.parent, "init", "--quiet", "--initial-branch", "main")
    commit(project, day="2025-04-01")
    assert told(project) == [FIRST]
    assert git.files_at(project, "HEAD", ("seeds/",)).keys() >= {FACTS}


def test_a_history_that_is_cut_off_is_not_told(repository: Path, tmp_path: Path) -> None:
    edit(repository, "about 1,200 people", "about 1,250 people")
    commit(repository, day="2025-04-02")
    run(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{repository}", "shallow")
    assert git.revisions(tmp_path / "shallow") is None
    assert git.is_cut_off(tmp_path / "shallow")
    assert not git.is_cut_off(repository)


def test_without_a_repository_there_is_no_history(project: Path) -> None:
    assert git.revisions(project) is None


def test_a_revision_gives_the_files_that_the_disk_gave(repository: Path) -> None:
    (repository / "docs" / "link.md").symlink_to("index.md")
    (repository / "seeds" / ".hidden.yml").write_text("- {}\n", encoding="utf-8")
    (repository / "docs" / "picture.png").write_bytes(b"\x89PNG")
    (repository / "seeds" / "ünusual name.yml").write_text("", encoding="utf-8")
    commit(repository, day="2025-04-02")
    assert disk.collect_at(repository, "HEAD") == disk.collect(repository)


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        ("--output=x", "`--output=x` is not the name of a revision"),
        ("", "`` is not the name of a revision"),
        ("nowhere", "Git knows no revision `nowhere` here; fetch it first"),
        ("HEAD:seeds", "Git knows no revision `HEAD:seeds` here; fetch it first"),
    ],
)
def test_what_is_no_revision_is_refused(repository: Path, revision: str, said: str) -> None:
    with pytest.raises(git.GitRefusal, match=f"^{said}$"):
        git.files_at(repository, revision, ("seeds/",))


def test_the_history_of_this_repository_begins_with_all_its_facts() -> None:
    found = git.revisions(ROOT)
    if found is None:
        pytest.skip("this clone has no full history")
    first = history(found)[-1]
    assert {change.kind.value for change in first.changes} == {"added"}
