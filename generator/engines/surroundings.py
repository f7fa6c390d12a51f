"""What an engine runs in: the environment, and the project's configuration."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from generator import git
from generator.delivering.configuration import Unreadable
from generator.delivering.configuration import read as read_configuration
from generator.engines.unbuildable import Unbuildable
from generator.environment import address
from generator.reading.seeds import decode

ONLY_WARNINGS = "EXPLAINER_ONLY_WARNINGS"
"""Set where nobody watches the build: MkDocs' own `--quiet` would hide warnings from its `--strict`."""
MOMENT = "SOURCE_DATE_EPOCH"
QUIET: Mapping[str, str] = {"NO_MKDOCS_2_WARNING": "true"}
"""Silences the banner about the end of MkDocs; `docs/engines.md` says what it means."""


def surroundings(root: Path) -> dict[str, str]:
    """What is set here, and what makes a build of the project in `root` depend on nothing but its commit."""
    site, moment = site_address(root), git.committed(root)
    told = {"SITE_URL": site} if site else {}
    # https://reproducible-builds.org/specs/source-date-epoch/
    dated = {} if moment is None else {MOMENT: str(moment)}
    return {**dated, **os.environ, **QUIET, **told}


def site_address(root: Path) -> str:
    """Where the site of the project in `root` will stand, as far as that is known."""
    site = address(os.environ)
    if site and not re.match(r"https?://[^/\s]+/", site):
        raise Unbuildable(f"SITE_URL says `{site}`", "write an address such as https://example.org/site/")
    return site


def configuration(root: Path) -> str:
    """The text of the project's `mkdocs.yml`, known to be YAML."""
    path = root / "mkdocs.yml"
    if not path.is_file():
        raise Unreadable("there is no mkdocs.yml here; copy the one of this project and change what it says")
    text, wrong = decode("mkdocs.yml", path.read_bytes())
    if wrong:
        raise Unreadable(f"mkdocs.yml cannot be read: {wrong[0].headline}")
    read_configuration(text)
    return text
