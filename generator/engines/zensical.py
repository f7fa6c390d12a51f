"""Zensical, run on a folder of rendered pages: it knows no plugins, and nothing is left for it to render."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import files as disk
from generator.delivering.addresses import missing
from generator.delivering.complaints import complaint
from generator.delivering.configuration import for_zensical, states, text_of
from generator.delivering.leftovers import leftovers
from generator.engines.handing import finish, hand_over
from generator.engines.replacing import replaced
from generator.engines.surroundings import configuration, site_address, surroundings
from generator.engines.telling import STOPPED, tell
from generator.engines.unbuildable import Unbuildable
from generator.pipeline import Site
from generator.theme import overrides

INSTALL = "pip install 'zensical>=0.0.73,<0.1'"
HANDED = Path("build/docs")
"""Where the rendered pages stay, below the project: any engine that reads Markdown can be pointed at them."""


def build(root: Path, made: Path) -> int:
    """Compile, write the pages to `build/docs/`, run Zensical on them, and finish what it wrote."""
    if find_spec("zensical") is None:
        raise Unbuildable("the engine Zensical is not installed", INSTALL)
    if (root / HANDED.parent).is_file():
        raise Unbuildable(
            "`build` is a file here, and the rendered pages go into build/docs/", "move it away"
        )
    configured = configuration(root)
    address = text_of(configured, "site_url") or site_address(root)
    site = disk.compiled(root, audited=True, told=True, address=address)
    tell(site)
    if site.errors:
        sys.stdout.write(f"{STOPPED}\n")
        return 1
    _refuse_leftovers(site)
    with replaced(root / HANDED) as docs:
        hand_over(site, root, docs)
    return _run(root, made, site, configured)


def _run(root: Path, made: Path, site: Site, configured: str) -> int:
    """In a folder of this build's own, since the engine keeps what it made and compares it with what is there."""
    with TemporaryDirectory(prefix=".zensical-", dir=root / HANDED.parent) as beside:
        work = Path(beside)
        shutil.copytree(root / HANDED, work / "docs")
        _lay_templates(root, work, text_of(configured, "theme", "custom_dir"))
        settings = {"docs_dir": "docs", "site_dir": "site"}
        if not states(configured, "site_url"):
            settings["site_url"] = site_address(root)
        disk.write(work / "mkdocs.yml", for_zensical(configured, overrides="overrides", settings=settings))
        command = [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", "mkdocs.yml"]
        done = subprocess.run(
            command, cwd=work, env=surroundings(root), check=False, capture_output=True, text=True
        )
        if done.returncode or not (work / "site").is_dir():
            sys.stderr.write(complaint(done.stdout + done.stderr))
            sys.stderr.write("Zensical built nothing; the lines it names are those of build/docs/.\n")
            return 1
        _refuse_missing(disk.paths(work / "docs"), disk.paths(work / "site"))
        own = text_of(configured, "theme", "custom_dir")
        finish(work / "site", site.ledger, templates=[root / own] if own else [])
        shutil.move(work / "site", made)
    return 0


def _lay_templates(root: Path, work: Path, own: str) -> None:
    """The project's templates with ours over them: the engine takes one folder of them only."""
    if own and (root / own).is_dir():
        shutil.copytree(root / own, work / "overrides", dirs_exist_ok=True)
    shutil.copytree(overrides(), work / "overrides", dirs_exist_ok=True)


def _refuse_leftovers(site: Site) -> None:
    for path, line, delimiter in leftovers(site.pages):
        message = f"docs/{path} would be published with `{delimiter}` in it, on line {line} once rendered"
        raise Unbuildable(message, "write it as code, between backticks")


def _refuse_missing(handed: Iterable[str], found: Iterable[str]) -> None:
    lost = sorted(missing(handed, found))
    if lost:
        raise Unbuildable(f"Zensical left out {len(lost)} files without a word, first docs/{lost[0]}", "")
