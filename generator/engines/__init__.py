"""The site engines, run as processes of their own; a new one is a file and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from generator.engines import mkdocs, zensical
from generator.engines.replacing import replaced

Engine = Callable[[Path, Path], int]
ENGINES: Mapping[str, Engine] = {"mkdocs": mkdocs.build, "zensical": zensical.build}
"""By name: what builds the project in a folder into another one that does not exist yet, and gives the exit code."""
DEFAULT = "mkdocs"


def build(root: Path, folder: Path, *, engine: str = DEFAULT) -> int:
    """Build the project in `root` into `folder` and give the exit code; a failed build leaves `folder` as it was."""
    with replaced(folder) as made:
        return ENGINES[engine](root, made)


__all__ = ["DEFAULT", "ENGINES", "build"]
