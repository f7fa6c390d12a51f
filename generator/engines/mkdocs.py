"""MkDocs with our plugin in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from generator.delivering.configuration import lacks_plugin
from generator.engines.surroundings import ONLY_WARNINGS, configuration, surroundings
from generator.engines.unbuildable import Unbuildable


def build(root: Path, made: Path) -> int:
    """Build into `made`; the plugin checks everything first and finishes the pages afterwards."""
    _demand_plugin(root)
    quiet = {} if sys.stderr.isatty() else {ONLY_WARNINGS: "1"}
    command = _command(["build", "--strict", "--site-dir", str(made)])
    code = subprocess.run(command, cwd=root, env={**surroundings(root), **quiet}, check=False).returncode
    if code:
        shutil.rmtree(made, ignore_errors=True)
    return code


def serve(root: Path, address: str) -> NoReturn:
    """Become the engine serving the project in `root`, so that signals reach it and nothing is left behind."""
    _demand_plugin(root)
    os.chdir(root)
    command = _command(["serve", "--dev-addr", address])
    # What MkDocs says of each step is said by the plugin, in words that need no knowledge of MkDocs.
    environment = {**surroundings(root), ONLY_WARNINGS: "1"}
    os.execve(command[0], command, environment)  # noqa: S606 - the interpreter that runs this


def _demand_plugin(root: Path) -> None:
    if lacks_plugin(configuration(root)):
        raise Unbuildable("mkdocs.yml does not list the plugin `explainer`", "add it under `plugins:`")


def _command(arguments: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "mkdocs", *arguments]
