"""`explainer init`: a small complete project on another subject, to put one's own in its place."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Mapping
from importlib.metadata import distribution
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from generator import files as disk
from generator.commands.examples import example
from generator.commands.project import refuse
from generator.schemas.published import schema_files

DOTTED = ("gitattributes", "github", "gitignore")
"""Kept without the dot that hides them, so that every tool packs them."""
UNKNOWN = "https://github.com/OWNER/REPOSITORY@REVISION"
_REVISION = re.compile(r"https://[^\s@]+/[^\s@]+@[\w./-]+")


@click.command(epilog=example("explainer init ../harbour"))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--generator",
    metavar="URL@REVISION",
    help="Where the new project gets the generator from; without it, where this one came from.",
)
def init(folder: Path, generator: str | None) -> None:
    """Make a small complete project in DIR: an article, facts, an explainer, workflows."""
    if generator and not _REVISION.fullmatch(generator):
        refuse(f"`{generator}` is no repository and revision such as https://github.com/owner/name@v1.0.0")
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        refuse(f"{folder} is not empty; name a folder that is new or empty")
    origin = generator or _origin()
    try:
        _write(folder, {**starter(origin), **schema_files()})
    except OSError as error:
        refuse(f"the project cannot be written to {folder}: {error.strerror}")
    click.echo(f"The project is in {folder}/. Go there and run `explainer serve`.", err=True)
    if origin == UNKNOWN:
        click.echo("Before you push: name the generator’s repository in requirements.txt.", err=True)


def starter(origin: str) -> Mapping[str, str]:
    """The files of the new project by their paths, with `origin` as what its requirements name."""
    found = _below(files("generator") / "starter", "")
    return {path: text.replace(UNKNOWN, origin) for path, text in sorted(found.items())}


def _below(folder: Traversable, path: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in folder.iterdir():
        name = f"{path}{'.' if not path and each.name in DOTTED else ''}{each.name}"
        if each.is_dir():
            found |= _below(each, f"{name}/")
        else:
            found[name] = each.read_text(encoding="utf-8")
    return found


def _origin() -> str:
    """The repository and commit that this generator was installed from, where pip knows them (PEP 610)."""
    told = json.loads(distribution("explainer-generator").read_text("direct_url.json") or "{}")
    commit = told.get("vcs_info", {}).get("commit_id")
    return f"{told['url']}@{commit}" if commit else UNKNOWN


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    """All of it or nothing: made beside the folder, then moved to where it belongs."""
    folder = Path(os.path.abspath(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as beside:
        made = Path(beside) / "new"
        for path, text in texts.items():
            disk.write(made / path, text)
        if not folder.exists():
            made.rename(folder)
            return
        for each in sorted(made.iterdir()):
            each.rename(folder / each.name)
