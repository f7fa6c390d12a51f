"""Path → content, read from disk; and what is written back, only where it changed."""

from __future__ import annotations

import hashlib
import inspect
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path

from generator import git, pipeline
from generator.auditing.audit import Tally, audit
from generator.changes.history import history
from generator.charts import palette, svg
from generator.charts.drawing import draw
from generator.charts.sharing import paint
from generator.environment import repository
from generator.model.change import Dated
from generator.model.ledger import Ledger
from generator.pipeline import READ, Site
from generator.reading.seeds import LINK

CACHE = Path(".cache/charts")


def collect(root: Path) -> dict[str, bytes]:
    """Every file below `seeds/` and `docs/`, and the configuration, by path relative to `root`; hidden files are left out.

    A link is not followed: it could lead anywhere, and the site would differ from machine to machine.
    """
    found: dict[str, bytes] = {}
    for part in READ:
        top = root / part
        for path in (top, *(() if top.is_symlink() else sorted(top.rglob("*")))):
            name = path.relative_to(root).as_posix()
            if path.is_symlink() and not _is_hidden(name):
                found[name] = LINK
            elif path.is_file() and not _is_hidden(name):
                found[name] = path.read_bytes()
    return found


def collect_at(root: Path, revision: str) -> dict[str, bytes]:
    """The same files as they were at a Git revision, read in memory; `GitRefusal` where Git cannot give them."""
    found = git.files_at(root, revision, READ)
    return {name: content for name, content in found.items() if not _is_hidden(name)}


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/"))


def everything(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`, by path relative to it."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def compiled(root: Path, *, audited: bool = False, told: bool = False, address: str = "") -> Site:
    """The site of the project in `root`, with charts that were drawn before taken from `.cache/`.

    Which repository the pages lead to is what the environment says.

    `audited` fills in how many mistakes the checks would catch, `told` what changed and when; both take seconds.
    `address` is where the site will stand, where that is known.
    """
    draws = _showing(remembering(draw, root / CACHE))
    return pipeline.compile(
        collect(root),
        draw=draws,
        audit=_audited if audited else lambda _: (),
        repository=repository(os.environ),
        history=_history(root, git.head(root)) if told else None,
        address=address,
    )


@cache
def _history(root: Path, head: str) -> tuple[Dated, ...] | None:
    """What each commit up to `head` changed, told once however often the site is built; None where Git cannot tell."""
    earlier = git.revisions(root) if head else None
    return None if earlier is None else history(earlier)


def _audited(ledger: Ledger) -> Sequence[Tally]:
    """The audit, with a word on a terminal while it runs."""
    shown = sys.stderr.isatty()
    sys.stderr.write("\raudit: every fact is corrupted and checked\x1b[K" if shown else "")
    tallies = audit(ledger)
    sys.stderr.write("\r\x1b[K" if shown else "")
    return tallies


def _showing(draws: Callable[[str], str]) -> Callable[[str], str]:
    """`draws`, telling on a terminal how many charts are done; silent on a pipe."""
    if not sys.stderr.isatty():
        return draws
    done = 0

    def drawn(specification: str) -> str:
        nonlocal done
        done += 1
        sys.stderr.write(f"\rcharts: {done}\x1b[K")
        svg = draws(specification)
        sys.stderr.write("\r\x1b[K")
        return svg

    return drawn


def remembering(draw: Callable[[str], str], folder: Path) -> Callable[[str], str]:
    """`draw` with its results kept below `folder`, by the SHA-256 of the specification and of what draws it."""
    drawn_by = version("vl-convert-python") + inspect.getsource(svg) + inspect.getsource(palette)

    def drawn(specification: str) -> str:
        key = f"{drawn_by}\n{specification}"
        kept = folder / f"{hashlib.sha256(key.encode()).hexdigest()}.svg"
        if kept.is_file():
            return kept.read_text(encoding="utf-8")
        finished = draw(specification)
        write(kept, finished)
        return finished

    return drawn


def painted(svg: str, folder: Path) -> bytes:
    """The picture of a card as PNG, kept below `folder` as drawings are."""
    key = f"{version('vl-convert-python')}\n{svg}"
    kept = folder / f"{hashlib.sha256(key.encode()).hexdigest()}.png"
    if not kept.is_file():
        write_bytes(kept, paint(svg))
    return kept.read_bytes()


def paths(folder: Path) -> list[str]:
    """The files below `folder` by relative path; hidden ones are left out."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts))


def write(path: Path, text: str) -> None:
    """Write `text` as UTF-8 with plain line ends where `path` does not hold it yet; never half of it."""
    write_bytes(path, text.encode())


def write_bytes(path: Path, content: bytes) -> None:
    """Write `content` where `path` does not hold it yet; never half of it, even where others write the same."""
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as part:
        part.write(content)
    if path.exists():
        Path(part.name).chmod(path.stat().st_mode)
    Path(part.name).replace(path)
