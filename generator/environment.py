"""What the surroundings say of the site: in which repository its files live, and on which branch."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.repository import Repository


def repository(environment: Mapping[str, str]) -> Repository | None:
    """The repository that `REPO_URL` and `REPO_BRANCH` name, or else the one that GitHub Actions runs for.

    On a pull request that is the one it was opened in, and its branch is the one it goes into.
    https://docs.github.com/en/actions/reference/workflows-and-actions/variables
    """
    url = environment.get("REPO_URL", "") or _of_actions(environment)
    named = ("REPO_BRANCH", "GITHUB_BASE_REF", "GITHUB_REF_NAME")
    branch = next((found for name in named if (found := environment.get(name))), "main")
    return Repository(url.rstrip("/").removesuffix(".git"), branch) if url.startswith("https://") else None


def _of_actions(environment: Mapping[str, str]) -> str:
    name = environment.get("GITHUB_REPOSITORY", "")
    return f"{environment.get('GITHUB_SERVER_URL', 'https://github.com')}/{name}" if name else ""
