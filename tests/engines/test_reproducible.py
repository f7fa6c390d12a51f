"""The same commit gives the same bytes, wherever and whenever it is built, and the site says what they are."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import ADDRESS, explainer

COMMITTED = "2020-02-29T12:00:00+00:00"
HERE = {"TZ": "UTC", "PYTHONHASHSEED": "1", "LC_ALL": "C", "SITE_URL": ADDRESS}
THERE = {
    "TZ": "Pacific/Kiritimati",
    "PYTHONHASHSEED": "77",
    "LC_ALL": "C.UTF-8",
    "SITE_URL": ADDRESS.rstrip("/"),
}


@pytest.fixture
def committed(project: Path) -> Path:
    """The small project in a repository of its own, committed years ago."""
    environment = {**os.environ, "GIT_COMMITTER_DATE": COMMITTED, "GIT_AUTHOR_DATE": COMMITTED}
    person = (
        "-c",
        "user.name=Somebody",
        "-c",
        "user.email=somebody@example.org",
        "-c",
        "commit.gpgsign=false",
    )
    for arguments in (("init", "-q"), ("add", "-A"), (*person, "commit", "-qm", "all")):
        subprocess.run(["git", *arguments], cwd=project, env=environment, check=True)  # noqa: S607
    return project


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_two_places_and_surroundings_give_the_same_bytes(
    committed: Path, tmp_path: Path, engine: str
) -> None:
    other = tmp_path / "another place" / "p"
    shutil.copytree(committed, other)
    for file in (other / "docs").rglob("*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    command = ("build", "--engine", engine)
    for folder, environment in ((committed, HERE), (other, THERE)):
        done = explainer(*command, cwd=folder, **environment)
        assert done.returncode == 0, done.stderr
    one, two = contents(committed / "site"), contents(other / "site")
    assert [path for path in {*one, *two} if one.get(path) != two.get(path)] == []
    today = datetime.now(UTC).strftime("%Y-%m-%d").encode()
    assert [path for path, content in one.items() if today in content] == []
    if engine == "mkdocs":
        assert b"<lastmod>2020-02-29</lastmod>" in one["sitemap.xml"]


def test_the_manifest_is_what_sha256sum_reads(project: Path) -> None:
    assert explainer("build", cwd=project).returncode == 0
    site = project / "site"
    check = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
    assert subprocess.run(check, cwd=site, check=False, capture_output=True).returncode == 0
    listed = [line[66:] for line in (site / "SHA256SUMS").read_text(encoding="utf-8").splitlines()]
    assert listed == sorted(set(contents(site)) - {"SHA256SUMS"})
    (site / "index.html").write_text("changed", encoding="utf-8")
    assert subprocess.run(check, cwd=site, check=False, capture_output=True).returncode == 1
