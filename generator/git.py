"""Revisions read from Git in memory: neither branch nor work tree is touched."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from generator.changes.history import Revision
from generator.reading.seeds import LINK

CONTEXT = ("seeds/entities.yml", "seeds/metrics.yml")
_LINK_MODE = "120000"
_FILE_MODES = ("100644", "100755", _LINK_MODE)
_NOTHING = "0" * 40


class GitRefusal(Exception):
    """Git cannot give what was asked; the text is one sentence for people."""


def files_at(root: Path, revision: str, folders: Sequence[str]) -> dict[str, bytes]:
    """Path → content of every file below `folders` of the project at `revision`; `GitRefusal` where there is none."""
    found = {}
    for entry in _git(root, "ls-tree", "-r", "-z", commit(root, revision), "--", *folders).split(b"\0"):
        head, _, path = entry.partition(b"\t")
        if path:
            mode, _, blob = head.decode().split(" ")
            if mode in _FILE_MODES:
                found[path.decode("utf-8", "replace")] = (mode, blob)
    contents = _contents(root, {blob for _, blob in found.values()})
    return {path: LINK if mode == _LINK_MODE else contents[blob] for path, (mode, blob) in found.items()}


def commit(root: Path, revision: str) -> str:
    """The SHA of the commit that `revision` names."""
    if not revision or revision.startswith("-"):
        raise GitRefusal(f"`{revision}` is not the name of a revision")
    try:
        return _git(root, "rev-parse", "--quiet", "--verify", f"{revision}^{{commit}}").decode().strip()
    except GitRefusal as error:
        if _is_repository(root):
            raise GitRefusal(f"Git knows no revision `{revision}` here; fetch it first") from error
        raise


def head(root: Path) -> str:
    """The SHA of the present commit, empty where there is none."""
    try:
        return commit(root, "HEAD")
    except GitRefusal:
        return ""


def committed(root: Path) -> int | None:
    """When the present commit was made, in seconds since 1970; None where there is none."""
    try:
        return int(_git(root, "log", "-1", "--format=%ct"))
    except (GitRefusal, ValueError):
        return None


def revisions(root: Path) -> tuple[Revision, ...] | None:
    """What each commit on the way to the present one did to `seeds/`, the oldest first; a merge counts as one.

    None where that cannot be told: outside a repository, or in a clone whose history was cut off.
    """
    if is_cut_off(root):
        return None
    try:
        steps = list(_steps(root))
    except GitRefusal:
        return None
    contents = _contents(root, {blob for _, _, moved in steps for pair in moved.values() for blob in pair})
    return tuple(_told(steps, contents))


def is_cut_off(root: Path) -> bool:
    """Whether a clone holds only the latest part of its history; false outside a repository."""
    try:
        return _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
    except GitRefusal:
        return False


def _steps(root: Path) -> Iterator[tuple[str, datetime, dict[str, tuple[str, str]]]]:
    """Each commit's SHA, time, and for each path it touched the blobs before and after."""
    form = "--format=%x00%x00%H %cI"  # no path can hold two of them in a row
    log = _git(
        root, "-c", "log.showSignature=false", "log", "--no-color", "--first-parent", "-m", "--reverse", "--raw", "--no-abbrev", "-z", "--no-renames", "--relative",
        form, "--", "seeds",
    ).decode("utf-8", "replace")  # fmt: skip
    for told in log.split("\0\0")[1:]:
        head, _, raw = told.strip("\0").partition("\0")
        name, when = head.split()
        fields = raw.strip("\n\0").split("\0")
        moved = {}
        for status, path in zip(fields[::2], fields[1::2], strict=False):
            was, now, before, after, _ = status.lstrip("\n:").split(" ")
            moved[path] = (_file(was, before), _file(now, after))
        yield name, datetime.fromisoformat(when), moved


def _file(mode: str, blob: str) -> str:
    """The blob of a file; nothing for what is no file, such as a submodule, whose content is elsewhere."""
    return blob if mode in _FILE_MODES else _NOTHING


def _told(
    steps: Sequence[tuple[str, datetime, dict[str, tuple[str, str]]]], contents: Mapping[str, bytes]
) -> Iterator[Revision]:
    context: dict[str, str] = {}
    for name, when, moved in steps:
        before = {path: pair[0] for path, pair in moved.items()} | context
        context |= {path: moved[path][1] for path in CONTEXT if path in moved}
        after = {path: pair[1] for path, pair in moved.items()} | context
        yield Revision(
            name,
            when.astimezone(UTC).date(),
            {path: contents[blob] for path, blob in before.items() if blob in contents},
            {path: contents[blob] for path, blob in after.items() if blob in contents},
        )


def _contents(root: Path, blobs: set[str]) -> dict[str, bytes]:
    """The content of each blob, by one process for all of them (`git cat-file --batch`)."""
    wanted = sorted(blobs - {_NOTHING})
    answer = _git(root, "cat-file", "--batch", told="".join(f"{blob}\n" for blob in wanted).encode())
    found: dict[str, bytes] = {}
    at = 0
    for blob in wanted:
        end = answer.index(b"\n", at)
        size = int(answer[at:end].split(b" ")[2])
        found[blob] = answer[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
    return found


def _is_repository(root: Path) -> bool:
    try:
        _git(root, "rev-parse", "--git-dir")
    except GitRefusal:
        return False
    return True


def _git(root: Path, *arguments: str, told: bytes = b"") -> bytes:
    try:
        done = subprocess.run(["git", *arguments], cwd=root, input=told, capture_output=True, check=False)  # noqa: S607 - the git on the PATH
    except FileNotFoundError as error:
        raise GitRefusal("there is no git on this machine; install it first") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        if any("not a git repository" in line for line in said):
            raise GitRefusal("this folder is not in a Git repository, so there is nothing to compare with")
        raise GitRefusal(f"Git failed: {said[-1] if said else done.returncode}")
    return done.stdout
