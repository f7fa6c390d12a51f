"""The workflows: two linters find nothing in them, and they find what is planted; what no linter asks for holds too."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.upkeep.memory import RESTS
from tests.conftest import ROOT

FOLDER = ROOT / ".github" / "workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))
BIN = Path(sys.executable).parent
PINNED = re.compile(r"[\w-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def _run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [str(BIN / command[0]), *command[1:]],
        cwd=cwd,
        env={**os.environ, "PATH": path, "NO_COLOR": "1"},
        text=True,
        capture_output=True,
        check=False,
    )


def _zizmor(folder: Path) -> subprocess.CompletedProcess[str]:
    return _run("zizmor", "--offline", "--pedantic", "--no-config", ".github", cwd=folder)


def _actionlint(folder: Path) -> subprocess.CompletedProcess[str]:
    files = sorted(str(path) for path in (folder / ".github" / "workflows").glob("*.yml"))
    return _run("actionlint", "-no-color", *files, cwd=folder)


def _planted(folder: Path, old: str, new: str) -> Path:
    """A copy of the workflows with `old` replaced by `new` in pull-request.yml."""
    shutil.copytree(ROOT / ".github", folder / ".github")
    path = folder / ".github" / "workflows" / "pull-request.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def test_zizmor_finds_nothing() -> None:
    done = _zizmor(ROOT)
    assert done.returncode == 0, done.stdout
    assert "zizmor: ignore" not in "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)


@pytest.mark.parametrize(
    ("old", "new", "audit"),
    [
        ("  pull_request:", "  pull_request_target:", "dangerous-triggers"),
        ("@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "@v7", "unpinned-uses"),
        ("make .venv/bin/.installed", "echo ${{ github.event.pull_request.title }}", "template-injection"),
        ("permissions: {}", "permissions: write-all", "excessive-permissions"),
    ],
)
def test_zizmor_finds_what_is_planted(tmp_path: Path, old: str, new: str, audit: str) -> None:
    done = _zizmor(_planted(tmp_path, old, new))
    assert done.returncode != 0
    assert audit in done.stdout


def test_actionlint_finds_nothing() -> None:
    done = _actionlint(ROOT)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("steps.check.outcome", "steps.chekc.outcome", "chekc"),
        ('"$GITHUB_STEP_SUMMARY"', "$GITHUB_STEP_SUMMARY", "shellcheck"),
    ],
)
def test_actionlint_finds_what_is_planted(tmp_path: Path, old: str, new: str, found: str) -> None:
    done = _actionlint(_planted(tmp_path, old, new))
    assert done.returncode == 1
    assert found in done.stdout


def _read(path: Path) -> Mapping[str, Any]:
    """A workflow; its scalars as text, for YAML 1.1 would read the key `on` as true."""
    read: Mapping[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - the one that reads text only
    return read


def _jobs() -> Iterator[tuple[str, Mapping[str, Any]]]:
    for path in WORKFLOWS:
        for name, job in _read(path)["jobs"].items():
            yield f"{path.name}:{name}", job


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_says_what_it_is_for_and_may_do_nothing_by_itself(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")
    assert _read(path)["permissions"] == {}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_to_a_commit_and_tells_its_release(path: Path) -> None:
    used = re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))
    assert [each for each in used if not each.startswith("$/") and not PINNED.fullmatch(each)] == []


def test_one_action_has_one_commit_everywhere() -> None:
    used = {
        each for path in WORKFLOWS for each in re.findall(r"uses: (\S+@.+)", path.read_text(encoding="utf-8"))
    }
    assert len(used) == len({each.split("@")[0] for each in used})


def test_every_job_ends_by_itself() -> None:
    assert [name for name, job in _jobs() if "uses" not in job and not job.get("timeout-minutes")] == []


def test_what_runs_on_a_pull_request_can_only_read() -> None:
    for path in WORKFLOWS:
        read = _read(path)
        if "pull_request" in read["on"]:
            assert {tuple(job["permissions"].items()) for job in read["jobs"].values()} == {
                (("contents", "read"),)
            }
            assert "secrets." not in path.read_text(encoding="utf-8")


def test_no_checkout_leaves_a_token_behind() -> None:
    for name, job in _jobs():
        for step in job.get("steps", ()):
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false", name


def test_the_tools_of_workflows_are_locked_with_hashes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lock = (ROOT / ".github" / "tools.lock").read_text(encoding="utf-8")
    names = [re.split(r"[<>=]", each)[0] for each in project["dependency-groups"]["tools"]]
    assert [name for name in names if f"\n{name}==" not in lock] == []
    assert "http" not in lock
    assert lock.count("--hash=sha256:") >= lock.count("==")
    workflows = "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    assert "--require-hashes --requirement .github/tools.lock" in workflows


def test_the_page_on_publishing_names_every_workflow_and_the_rest_of_a_source() -> None:
    page = (ROOT / "docs" / "publish.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w-]+\.yml)` \|", page, re.MULTILINE)
    assert sorted(rows) == [path.name for path in WORKFLOWS]
    assert f'plain("{RESTS.days} days"' in page
    for path in WORKFLOWS:
        written = {
            f"{name}: {level}"
            for job in _read(path)["jobs"].values()
            for name, level in job["permissions"].items()
            if level == "write" and name != "issues"
        }
        assert [each for each in written if f"`{each}`" not in page] == []
