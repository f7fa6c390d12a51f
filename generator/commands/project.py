"""The project a command works on, and how a command says that it cannot."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import click


def project_root() -> Path:
    """The folder of the project: the one this runs in."""
    root = Path.cwd()
    if not (root / "seeds").is_dir():
        refuse(f"there is no folder seeds/ in {root.name or root}; run this in the project’s folder")
    return root


def refuse(message: str) -> NoReturn:
    """End the command with one sentence and the exit code 2."""
    click.echo(f"error: {message}", err=True)
    raise SystemExit(2)
