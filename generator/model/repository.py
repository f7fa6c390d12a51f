"""The public repository that holds the seeds and pages: addresses of a file, of its history, of a new file or issue in it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository on GitHub or a host with the same addresses: its own address without a slash at the end, a branch."""

    url: str
    branch: str


def file_address(repository: Repository, path: str, *, line: int = 0) -> str:
    """Where people read the file at `path` (relative to the root), at a line where one is given."""
    return _address(repository, "blob", path) + (f"#L{line}" if line else "")


def edit_address(repository: Repository, path: str) -> str:
    """Where people edit the file; the host makes a fork for those who may not write."""
    return _address(repository, "edit", path)


def commit_address(repository: Repository, name: str) -> str:
    """Where people see all that a commit (its SHA) changed."""
    return f"{repository.url}/commit/{name}"


def history_address(repository: Repository, path: str) -> str:
    """Where the changes of the file are listed."""
    return _address(repository, "commits", path)


def new_file_address(repository: Repository, *, path: str = "", content: str = "") -> str:
    """Where people write a new file, with its path and content filled in.

    https://docs.github.com/en/repositories/working-with-files/managing-files/creating-new-files
    """
    filled = urlencode({"filename": path, "value": content}, quote_via=quote) if path else ""
    return f"{_address(repository, 'new', '')}{'?' if filled else ''}{filled}"


def issue_address(repository: Repository, form: str, **fields: str) -> str:
    """Where people fill in an issue form (its file’s name), with these of its fields filled in.

    https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/creating-an-issue
    """
    return f"{repository.url}/issues/new?{urlencode({'template': form, **fields}, quote_via=quote)}"


def _address(repository: Repository, view: str, path: str) -> str:
    parts = [repository.url, view, quote(repository.branch, safe="/"), quote(path)]
    return "/".join(part for part in parts if part)
