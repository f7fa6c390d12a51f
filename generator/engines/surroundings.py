"""What an engine runs in: the environment, and the project's configuration."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from generator.delivering.configuration import Unreadable
from generator.delivering.configuration import read as read_configuration
from generator.reading.seeds import decode

ONLY_WARNINGS = "EXPLAINER_ONLY_WARNINGS"
"""Set where nobody watches the build: MkDocs' own `--quiet` would hide warnings from its `--strict`."""
QUIET: Mapping[str, str] = {"NO_MKDOCS_2_WARNING": "true"}
"""Silences the banner about the end of MkDocs; `docs/engines.md` says what it means."""


def surroundings(root: Path) -> dict[str, str]:
    """What is set here, and what makes a build of the project in `root` depend on nothing else."""
    return {**os.environ, **QUIET}


def configuration(root: Path) -> str:
    """The text of the project's `mkdocs.yml`, known to be YAML."""
    path = root / "mkdocs.yml"
    if not path.is_file():
        raise Unreadable("there is no mkdocs.yml here; copy the one of this project and change what it says")
    text, wrong = decode("mkdocs.yml", path.read_bytes())
    if wrong:
        raise Unreadable(wrong[0].headline)
    read_configuration(text)
    return text
