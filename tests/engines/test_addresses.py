"""Nothing in the project names its address: it comes from the surroundings, and so do the links to its files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import explainer

FORK = {"GITHUB_REPOSITORY": "Somebody/Fork", "GITHUB_REF_NAME": "trunk"}


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_fork_needs_no_edit(project: Path, engine: str) -> None:
    done = explainer("build", "--engine", engine, cwd=project, **FORK)
    assert done.returncode == 0, done.stderr
    home = (project / "site" / "index.html").read_text(encoding="utf-8").replace("&#x2f;", "/")
    assert '<link rel="canonical" href="https://somebody.github.io/fork/">' in home
    assert '<meta property="og:url" content="https://somebody.github.io/fork/">' in home
    assert 'href="https://github.com/Somebody/Fork/edit/trunk/docs/index.md"' in home
    facts = (project / "site" / "facts" / "harbour" / "index.html").read_text(encoding="utf-8")
    assert 'href="https://github.com/Somebody/Fork/blob/trunk/seeds/facts/harbour.yml#L' in facts
    assert "edit/trunk/docs/facts" not in facts
    listed = re.findall("<loc>(.*?)</loc>", (project / "site" / "sitemap.xml").read_text(encoding="utf-8"))
    assert "https://somebody.github.io/fork/facts/harbour/" in listed


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_site_without_an_address_claims_none(project: Path, engine: str) -> None:
    assert explainer("build", "--engine", engine, cwd=project).returncode == 0
    home = (project / "site" / "index.html").read_text(encoding="utf-8")
    assert "The harbour" in home
    assert [each for each in ('rel="canonical"', "og:") if each in home] == []
    assert "<loc>" not in (project / "site" / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["build", "serve"])
def test_an_address_that_is_none_is_said_in_a_sentence(project: Path, command: str) -> None:
    done = explainer(command, cwd=project, SITE_URL="example.org")
    hint = "write an address such as https://example.org/site/"
    assert (done.returncode, done.stderr) == (2, f"error: SITE_URL says `example.org/`; {hint}\n")
