"""The one step that writes: a file that is not there yet, or an entry below all that a file holds."""

from __future__ import annotations

from io import FileIO
from pathlib import Path

from generator import files as disk
from generator.commands.project import refuse


def create(root: Path, path: str, text: str) -> None:
    """Write a file of its own; one that is there already stays as it is."""
    place = root / path
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb", buffering=0) as file:
            _fill(file, place, text.encode())
    except FileExistsError:
        refuse(f"{path} is there already, and stays as it is; choose another id")
    except OSError as error:
        refuse(f"{path} cannot be written: {error.strerror}")


def _fill(file: FileIO, place: Path, content: bytes) -> None:
    """Write all of `content` into the new file at `place`, or take the file away again."""
    try:
        while content:
            content = content[file.write(content) :]
    except OSError:
        place.unlink()
        raise


def extend(root: Path, path: str, before: bytes, text: str) -> None:
    """Write a file anew of which only the end is; one that somebody changed meanwhile stays as it is."""
    place = root / path
    try:
        if (place.read_bytes() if place.exists() else b"") != before:
            refuse(f"{path} was changed meanwhile, and stays as it is; run this again")
        disk.write(place, text)
    except OSError as error:
        refuse(f"{path} cannot be written: {error.strerror}")
