"""A folder made beside the one whose place it takes, so that there is always a whole one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replaced(folder: Path) -> Iterator[Path]:
    """Where to make the new folder; if it is there at the end it becomes `folder`, else `folder` stays as it was."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as beside:
        made = Path(beside) / "new"
        yield made
        if made.is_dir():
            made.chmod(0o755)
            if folder.exists():
                folder.rename(Path(beside) / "old")
            made.rename(folder)
