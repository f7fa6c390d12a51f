"""Zensical builds what MkDocs builds, from the same bytes, and says honestly when it could not."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from generator.engines.zensical import INSTALL
from tests.conftest import ROOT, explainer

BUILD = ("build", "--engine", "zensical")


def test_a_site_comes_out_and_what_it_was_made_of_stays(project: Path) -> None:
    done = explainer(*BUILD, cwd=project)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.splitlines() == [
        "3 facts · evidence: 3 verified, 0 not checked, 0 failed · 3 sources · 0 errors · 0 warnings",
        "The site is in site/.",
    ]
    assert (project / "site" / "facts" / "harbour" / "index.html").is_file()
    assert (project / "build" / "docs" / "facts" / "harbour.md").is_file()
    assert sorted(path.name for path in (project / "build").iterdir()) == ["docs"]


def test_other_files_of_the_project_come_along(project: Path) -> None:
    (project / "docs" / "boats.csv").write_text("boat,tons\nEmma,9\n", encoding="utf-8")
    (project / "docs" / ".hidden").write_text("x", encoding="utf-8")
    assert explainer(*BUILD, cwd=project).returncode == 0
    assert (project / "site" / "boats.csv").read_text(encoding="utf-8") == "boat,tons\nEmma,9\n"
    assert not (project / "site" / ".hidden").exists()


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("# A\n\n[gone](gone.md)\n", "gone.md"),
        ('# A\n\n{{ say("northwind-peple") }}\n', "Nothing was built: mend the errors above first."),
    ],
)
def test_a_failed_build_leaves_the_last_site(project: Path, page: str, said: str) -> None:
    (project / "site").mkdir()
    (project / "site" / "old.html").write_text("old", encoding="utf-8")
    (project / "docs" / "index.md").write_text(page, encoding="utf-8")
    done = explainer(*BUILD, cwd=project)
    assert done.returncode == 1
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in (project / "site").iterdir()] == ["old.html"]
    assert not [path.name for path in project.iterdir() if path.name.startswith(".site")]


def test_an_unknown_engine_is_said_in_a_sentence(project: Path) -> None:
    done = explainer("build", "--engine", "hugo", cwd=project)
    assert (done.returncode, done.stderr) == (2, "error: `hugo` is no engine; choose mkdocs or zensical\n")


def test_the_sentence_about_a_missing_engine_names_what_the_project_names() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert f"pip install '{told['project']['optional-dependencies']['zensical'][0]}'" == INSTALL


def test_an_engine_that_is_not_installed_is_said_in_a_sentence(project: Path) -> None:
    """A Python that finds everything but this engine."""
    block = "import sys; sys.modules['zensical'] = None; from generator.cli import main; main()"
    hidden = project / "without.py"
    hidden.write_text(block, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(hidden), *BUILD], cwd=project, text=True, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (2, f"error: the engine Zensical is not installed; {INSTALL}\n")


@pytest.mark.parametrize("command", ["build", "serve"])
@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (None, "error: there is no mkdocs.yml here; copy the one of this project and change what it says\n"),
        ("site_name: [\n", r"error: mkdocs.yml:2:1 is broken: [^\n]*\n"),
        ("- a\n", "error: mkdocs.yml holds no settings; it begins with `site_name:`\n"),
        (
            "plugins: [search]\n",
            "error: mkdocs.yml does not list the plugin `explainer`; add it under `plugins:`\n",
        ),
    ],
)
def test_a_configuration_that_cannot_be_read_is_said_in_a_sentence(
    project: Path, command: str, text: str | None, sentence: str
) -> None:
    (project / "mkdocs.yml").unlink()
    if text is not None:
        (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    done = explainer(command, cwd=project)
    assert done.returncode == 2
    assert re.fullmatch(sentence, done.stderr), done.stderr
    assert not (project / "site").exists()


def test_a_file_in_the_way_is_said_in_a_sentence(project: Path) -> None:
    (project / "build").write_text("", encoding="utf-8")
    done = explainer(*BUILD, cwd=project)
    sentence = "`build` is a file here, and the rendered pages go into build/docs/; move it away"
    assert (done.returncode, done.stderr) == (2, f"error: {sentence}\n")


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(project: Path) -> None:
    (project / "a").write_text("", encoding="utf-8")
    done = explainer("build", "--site-dir", "a/site", cwd=project)
    assert (done.returncode, done.stderr) == (
        2,
        "error: the site cannot be written to a/site: File exists\n",
    )


def test_a_taken_port_is_said_in_a_sentence(project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        done = explainer("serve", "--address", address, cwd=project)
    hint = "stop what uses it, or choose another with --address"
    assert (done.returncode, done.stderr) == (2, f"error: {address} cannot be listened on; {hint}\n")
