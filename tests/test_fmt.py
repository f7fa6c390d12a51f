"""`explainer fmt`: what it writes, what it leaves alone, and what it says."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import files as disk
from generator import pipeline
from generator.cli import main
from tests.conftest import ROOT

FACTS = "seeds/facts/harbour.yml"


def fmt(project: Path, *arguments: str) -> Result:
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(project)
        patched.delenv("GITHUB_ACTIONS", raising=False)
        return CliRunner().invoke(main, ["fmt", *arguments])


def seeds(project: Path) -> Mapping[str, bytes]:
    return {path: content for path, content in disk.collect(project).items() if path.startswith("seeds/")}


@pytest.fixture
def untidy(project: Path) -> Path:
    """The small project with one file that begins with its keys turned, in the line ends of another system."""
    path = project / FACTS
    text = path.read_text(encoding="utf-8")
    turned = text.replace(
        "- id: northwind-plan\n  kind: figure\n", "- kind: figure\n  id: northwind-plan  # why\n", 1
    )
    assert turned != text
    path.write_bytes(b"\xef\xbb\xbf" + turned.replace("\n", "\r\n").encode())
    return project


def test_our_own_seeds_are_laid_out_alike() -> None:
    done = fmt(ROOT, "--check")
    assert (done.exit_code, done.output.splitlines()[-1]) == (0, done.output.strip())
    assert done.output.endswith("seed files: all laid out alike\n")


def test_a_file_is_written_once_and_says_the_same(untidy: Path) -> None:
    before = pipeline.compile(disk.collect(untidy), draw=lambda _: "", audit=lambda _: ()).ledger
    fmt(untidy)
    once = seeds(untidy)
    assert b"\r" not in once[FACTS]
    assert once[FACTS].startswith(b"- id: northwind-plan  # why\n  kind: figure\n")
    after = pipeline.compile(disk.collect(untidy), draw=lambda _: "", audit=lambda _: ()).ledger
    assert (after.facts, after.sources, after.entities) == (before.facts, before.sources, before.entities)
    again = fmt(untidy)
    assert again.output == f"{len(once)} seed files: all laid out alike\n"
    assert seeds(untidy) == once


def test_a_check_writes_nothing_and_names_the_place_and_the_command(untidy: Path) -> None:
    before = seeds(untidy)
    done = fmt(untidy, "--check", FACTS)
    assert done.exit_code == 1
    assert f"{FACTS}:1:1: error[layout-differs]" in done.output
    assert "this line would be `- id: northwind-plan  # why`" in done.output
    assert f"hint: run `explainer fmt {FACTS}`" in done.output
    assert done.output.endswith("1 seed file: 1 laid out otherwise\n")
    assert seeds(untidy) == before


def test_only_what_is_named_is_written(untidy: Path) -> None:
    (untidy / "seeds/questions.yml").write_text("- text: Why?\n  id: why\n", encoding="utf-8")
    done = fmt(untidy, "seeds/facts", str(untidy / "seeds/sources"))
    assert done.output == (
        f"{FACTS} is laid out anew\nseeds/sources/harbour.yml is laid out anew\n2 seed files: 2 laid out anew\n"
    )
    assert (untidy / "seeds/questions.yml").read_text(encoding="utf-8") == "- text: Why?\n  id: why\n"


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (b"- id: a: b\n", "seeds/questions.yml:1:7: error["),
        (b"- id: a\n  id: b\n", "seeds/questions.yml:2:3: error[key-twice]"),
        (b"\xff\n", "seeds/questions.yml:1:1: error[not-utf-8]"),
        (b"- id: &a b\n", "seeds/questions.yml:1:7: error[yaml-anchor]"),
    ],
)
def test_where_one_file_cannot_be_read_none_is_written(untidy: Path, broken: bytes, told: str) -> None:
    (untidy / "seeds/questions.yml").write_bytes(broken)
    before = seeds(untidy)
    done = fmt(untidy)
    assert done.exit_code == 1
    assert told in done.output
    assert seeds(untidy) == before


@pytest.mark.parametrize("path", ["seeds/facts/nothing.yml", "docs", "..", "/", "seeds/facts/harbour"])
def test_a_path_that_leads_to_no_seed_is_refused(project: Path, path: str) -> None:
    done = fmt(project, path)
    assert done.exit_code == 2
    assert "there is no seed file at " in done.output
    assert "Traceback" not in done.output


def test_a_link_is_not_followed(untidy: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.yml"
    elsewhere.write_text("- text: Why?\n  id: why\n", encoding="utf-8")
    (untidy / "seeds/questions.yml").unlink()
    (untidy / "seeds/questions.yml").symlink_to(elsewhere)
    done = fmt(untidy)
    assert done.exit_code == 1
    assert "error[unknown-file]" in done.output
    assert elsewhere.read_text(encoding="utf-8") == "- text: Why?\n  id: why\n"


def test_a_file_keeps_who_may_read_it(untidy: Path) -> None:
    (untidy / FACTS).chmod(0o640)
    fmt(untidy)
    assert (untidy / FACTS).stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_cannot_be_written_is_named(untidy: Path) -> None:
    (untidy / "seeds/facts").chmod(0o555)
    done = fmt(untidy, FACTS)
    (untidy / "seeds/facts").chmod(0o755)
    assert (done.exit_code, done.output) == (2, f"error: {FACTS} cannot be written: Permission denied\n")
