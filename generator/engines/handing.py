"""What an engine is handed, and what is done with what it gives back."""

from __future__ import annotations

from pathlib import Path

from generator import files as disk
from generator.delivering.finishing import finished, is_finished
from generator.model.ledger import Ledger
from generator.pipeline import Site


def hand_over(site: Site, root: Path, folder: Path) -> None:
    """Write what an engine gets: rendered pages, what was drawn, and the other files below `docs/` as they are."""
    for path, content in published(site, root).items():
        disk.write_bytes(folder / path, content)
    docs = root / "docs"
    for name in disk.paths(docs):
        source = docs / name
        if not source.is_symlink() and source.suffix.lower() not in disk.PAGES:
            disk.write_bytes(folder / name, source.read_bytes())
    for path in disk.paths(folder):
        (folder / path).chmod(0o644)


def published(site: Site, root: Path) -> dict[str, bytes]:
    """Every page and file of a compiled site by its path below `docs/`, the same for every engine."""
    texts = {**site.pages, **site.assets}
    pictures = {path: disk.painted(svg, root / disk.CACHE) for path, svg in site.cards.items()}
    return {**{path: text.encode() for path, text in texts.items()}, **pictures}


def finish(folder: Path, ledger: Ledger, *, sealed: bool = True) -> None:
    """Finish every file of a site that an engine has written."""
    for name in filter(is_finished, disk.paths(folder)):
        path = folder / name
        text = path.read_bytes().decode()
        done = finished(name, text, ledger, sealed=sealed)
        if done != text:
            path.write_bytes(done.encode())
