"""The repository is the one the surroundings name, and its addresses are what its host understands."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.environment import address, repository
from generator.model.repository import (
    Repository,
    edit_address,
    file_address,
    history_address,
    issue_address,
    new_file_address,
)

IN_ACTIONS = {
    "GITHUB_SERVER_URL": "https://github.example",
    "GITHUB_REPOSITORY": "somebody/fork",
    "GITHUB_REF_NAME": "main",
}


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, None),
        ({"REPO_URL": ""}, None),
        ({"REPO_URL": "javascript:alert(1)"}, None),
        ({"REPO_URL": "https://github.example/us/site.git"}, ("https://github.example/us/site", "main")),
        (
            {"REPO_URL": "https://github.example/us/site/", "REPO_BRANCH": "dev"},
            ("https://github.example/us/site", "dev"),
        ),
        (IN_ACTIONS, ("https://github.example/somebody/fork", "main")),
        (
            {**IN_ACTIONS, "GITHUB_REF_NAME": "7/merge", "GITHUB_BASE_REF": "trunk"},
            ("https://github.example/somebody/fork", "trunk"),
        ),
        (
            {**IN_ACTIONS, "REPO_URL": "https://github.example/us/site"},
            ("https://github.example/us/site", "main"),
        ),
    ],
)
def test_the_repository_is_the_one_that_the_surroundings_name(
    environment: Mapping[str, str], expected: tuple[str, str] | None
) -> None:
    found = repository(environment)
    assert found == (Repository(*expected) if expected else None)


def test_addresses_are_what_the_host_understands() -> None:
    ours = Repository("https://github.example/us/site", "work/new")
    assert file_address(ours, "seeds/facts/a b.yml", line=7) == (
        "https://github.example/us/site/blob/work/new/seeds/facts/a%20b.yml#L7"
    )
    assert edit_address(ours, "docs/a.md") == "https://github.example/us/site/edit/work/new/docs/a.md"
    assert history_address(ours, "docs/a.md") == "https://github.example/us/site/commits/work/new/docs/a.md"
    assert new_file_address(ours) == "https://github.example/us/site/new/work/new"
    assert new_file_address(ours, path="seeds/facts/a/b.yml", content="- id: b\n  x: “&”\n") == (
        "https://github.example/us/site/new/work/new?filename=seeds%2Ffacts%2Fa%2Fb.yml"
        "&value=-%20id%3A%20b%0A%20%20x%3A%20%E2%80%9C%26%E2%80%9D%0A"
    )
    assert issue_address(ours, "report-an-error.yml", fact="a-b", title="Error: a-b") == (
        "https://github.example/us/site/issues/new?template=report-an-error.yml&fact=a-b&title=Error%3A%20a-b"
    )


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, ""),
        ({"SITE_URL": "https://us.example/site"}, "https://us.example/site/"),
        ({"GITHUB_REPOSITORY": "Somebody/Fork"}, "https://somebody.github.io/fork/"),
        ({"GITHUB_REPOSITORY": "Somebody/somebody.github.io"}, "https://somebody.github.io/"),
        (IN_ACTIONS, ""),
        ({**IN_ACTIONS, "GITHUB_SERVER_URL": "https://github.com"}, "https://somebody.github.io/fork/"),
        ({"GITHUB_REPOSITORY": "Somebody/Fork", "SITE_URL": "http://x.example"}, "http://x.example/"),
    ],
)
def test_the_site_stands_where_the_surroundings_say(environment: Mapping[str, str], expected: str) -> None:
    assert address(environment) == expected
