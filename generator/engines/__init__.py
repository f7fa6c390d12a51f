"""The site engines, run as processes of their own; a new one is a file and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from generator import files as disk
from generator.delivering.manifest import NAME, manifest
from generator.engines import mkdocs, zensical
from generator.engines.replacing import replaced

Engine = Callable[[Path, Path], int]
ENGINES: Mapping[str, Engine] = {"mkdocs": mkdocs.build, "zensical": zensical.build}
"""By name: what builds the project in a folder into another one that does not exist yet, and gives the exit code."""
DEFAULT = "mkdocs"


def build(root: Path, folder: Path, *, engine: str = DEFAULT) -> int:
    """Build the project in `root` into `folder` and give the exit code; a failed build leaves `folder` as it was."""
    with replaced(folder) as made:
        code = ENGINES[engine](root, made)
        if code == 0:
            disk.write_bytes(made / NAME, manifest(disk.everything(made)).encode())
            (made / NAME).chmod(0o644)
        return code


__all__ = ["DEFAULT", "ENGINES", "build"]
