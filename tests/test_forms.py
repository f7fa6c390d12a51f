"""What GitHub reads below `.github/`: forms have the shape it takes, links fill fields that are there, owners differ."""

from __future__ import annotations

import re
import subprocess
import sys
from fnmatch import fnmatch

import pytest
import yaml

from generator import files as disk
from generator import pipeline
from generator.explainers.known import ERROR_FORM
from generator.model.repository import Repository
from tests.conftest import PROJECT, ROOT

FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("propose-a-fact.yml", "vendor.github-issue-forms"),
        ("report-an-error.yml", "vendor.github-issue-forms"),
        ("config.yml", "vendor.github-issue-config"),
    ],
)
def test_forms_have_the_shape_that_github_takes(name: str, schema: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(FORMS / name)]
    done = subprocess.run(command, text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def fields(name: str) -> set[str]:
    form = yaml.safe_load((FORMS / name).read_text(encoding="utf-8"))
    return {field["id"] for field in form["body"] if "id" in field}


@pytest.mark.parametrize("name", ["propose-a-fact.yml", "report-an-error.yml"])
def test_forms_have_the_fields_that_links_fill_in(name: str) -> None:
    assert fields(name) >= {"fact", "change", "yaml"}


def test_every_fact_leads_to_the_form_with_its_id_filled_in() -> None:
    site = pipeline.compile(
        disk.collect(PROJECT),
        draw=lambda _: "<svg></svg>",
        repository=Repository("https://github.example/us/site", "main"),
    )
    assert (FORMS / ERROR_FORM).is_file()
    address = f"https://github.example/us/site/issues/new?template={ERROR_FORM}&fact=northwind-people&title="
    assert f"[Report an error]({address}" in site.pages["facts/harbour.md"]


def test_facts_and_code_have_owners_of_their_own() -> None:
    lines = (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]
    assert all((ROOT / pattern.strip("/*")).exists() for pattern, _ in rules)

    def owner(path: str) -> str:
        return [name for pattern, name in rules if fnmatch(f"/{path}", f"*{pattern}*")][-1]

    assert owner("seeds/facts/deepseek.yml") == owner("docs/about.md") == "@OWNER/facts"
    assert owner("generator/cli.py") == owner("docs/decisions/one.md") == owner(".github/x") == "@OWNER/code"


def test_the_template_of_changes_names_files_that_are_there() -> None:
    text = (ROOT / ".github" / "pull_request_template.md").read_text(encoding="utf-8")
    named = re.findall(r"`([A-Za-z./-]+)`", text)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []
