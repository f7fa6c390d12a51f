"""What the surroundings say of the site: where it will stand, in which repository its files live, on which branch."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.repository import Repository

GITHUB = "https://github.com"


def repository(environment: Mapping[str, str]) -> Repository | None:
    """The repository that `REPO_URL` and `REPO_BRANCH` name, or else the one that GitHub Actions runs for.

    On a pull request that is the one it was opened in, and its branch is the one it goes into.
    https://docs.github.com/en/actions/reference/workflows-and-actions/variables
    """
    url = environment.get("REPO_URL", "") or _of_actions(environment)
    named = ("REPO_BRANCH", "GITHUB_BASE_REF", "GITHUB_REF_NAME")
    branch = next((found for name in named if (found := environment.get(name))), "main")
    return Repository(url.rstrip("/").removesuffix(".git"), branch) if url.startswith("https://") else None


def address(environment: Mapping[str, str]) -> str:
    """Where the site will stand, with a slash at the end; empty where nothing tells.

    `SITE_URL` says it, else the repository that GitHub Actions runs for:
    https://docs.github.com/en/pages/getting-started-with-github-pages/what-is-github-pages
    """
    named = environment.get("SITE_URL", "") or _of_pages(environment)
    return f"{named.rstrip('/')}/" if named else ""


def _of_pages(environment: Mapping[str, str]) -> str:
    owner, _, name = environment.get("GITHUB_REPOSITORY", "").lower().partition("/")
    if not name or environment.get("GITHUB_SERVER_URL", GITHUB) != GITHUB:
        return ""
    own = f"{owner}.github.io"
    return f"https://{own}" if name == own else f"https://{own}/{name}"


def _of_actions(environment: Mapping[str, str]) -> str:
    name = environment.get("GITHUB_REPOSITORY", "")
    return f"{environment.get('GITHUB_SERVER_URL', GITHUB)}/{name}" if name else ""
