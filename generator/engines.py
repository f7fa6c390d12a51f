"""The site engines, run as processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

ONLY_WARNINGS = "EXPLAINER_ONLY_WARNINGS"
"""Set where nobody watches the build: the engine's own `--quiet` would hide warnings from its `--strict`."""
QUIET: Mapping[str, str] = {"NO_MKDOCS_2_WARNING": "true"}
"""Silences the banner about the engine's end of life; the README says what it means."""


def build(root: Path, folder: Path) -> int:
    """Build the project in `root` into `folder` and give the exit code; a failed build leaves `folder` as it was."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as beside:
        made = Path(beside) / "new"
        environment = _environment() if sys.stderr.isatty() else {**_environment(), ONLY_WARNINGS: "1"}
        command = _command(["build", "--strict", "--site-dir", str(made)])
        code = subprocess.run(command, cwd=root, env=environment, check=False).returncode
        if code == 0:
            made.chmod(0o755)
            if folder.exists():
                folder.rename(Path(beside) / "old")
            made.rename(folder)
    return code


def serve(root: Path, address: str) -> NoReturn:
    """Become the engine serving the project in `root`, so that signals reach it and nothing is left behind."""
    os.chdir(root)
    command = _command(["serve", "--dev-addr", address])
    os.execve(command[0], command, _environment())  # noqa: S606 - the interpreter that runs this


def _command(arguments: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "mkdocs", *arguments]


def _environment() -> dict[str, str]:
    return {**os.environ, **QUIET}
