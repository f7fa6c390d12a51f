"""The site engines, run as processes of their own on what `compile()` gives."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

QUIET: Mapping[str, str] = {"NO_MKDOCS_2_WARNING": "true"}
"""Silences the banner about the engine's end of life; the README says what it means."""


def run_mkdocs(arguments: Sequence[str], *, root: Path, reported: bool = False) -> int:
    """Run `mkdocs` in `root` and give its exit code; `reported` when the diagnostics were printed already."""
    told = {"EXPLAINER_REPORTED": "1"} if reported else {}
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=root, env={**os.environ, **QUIET, **told}, check=False).returncode
