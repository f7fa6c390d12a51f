"""What an engine is handed, and what is done with what it gives back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator import files as disk
from generator.delivering.configuration import Unreadable, text_of
from generator.delivering.finishing import finished, is_finished
from generator.delivering.styles import lean, names, words
from generator.model.ledger import Ledger
from generator.pipeline import Site
from generator.theme.scripts import Scripts, known_scripts


def hand_over(site: Site, root: Path, folder: Path) -> None:
    """Write what an engine gets: rendered pages, what was drawn, and the files beside the pages; nothing else."""
    for path, content in published(site, root).items():
        disk.write_bytes(folder / path, content)
    for path in disk.paths(folder):
        (folder / path).chmod(0o644)


def published(site: Site, root: Path) -> dict[str, bytes]:
    """Every page and file of a compiled site by its path below `docs/`, the same for every engine.

    What is generated stands last, so that nothing takes its place.
    """
    texts = {**site.pages, **site.assets}
    pictures = {path: disk.painted(svg, root / disk.CACHE) for path, svg in site.cards.items()}
    return {**site.beside, **{path: text.encode() for path, text in texts.items()}, **pictures}


def finish(folder: Path, ledger: Ledger, *, sealed: bool = True, templates: Sequence[Path] = ()) -> None:
    """Finish every file of a site that an engine has written; a sealed one is no more changed while it is looked at.

    `templates` are the folders with the project's own templates, whose scripts may run as the theme's do.
    """
    used: set[str] = set()
    scripts = _with_templates(templates) if sealed else None
    for name in filter(is_finished, disk.paths(folder)):
        path = folder / name
        text = path.read_bytes().decode()
        used.update(names(text) if path.suffix == ".html" else ())
        done = finished(name, text, ledger, scripts=scripts)
        if done != text:
            path.write_bytes(done.encode())
    if sealed:
        _trim(folder / "assets", used)


def _with_templates(folders: Sequence[Path]) -> Scripts:
    found = (path for folder in folders for path in sorted(folder.rglob("*.html")))
    return known_scripts(tuple(path.read_text(encoding="utf-8") for path in found))


def project_scripts(root: Path) -> Scripts:
    """The scripts that the site of the project in `root` may run; a folder that is none has no templates of its own."""
    configured = root / "mkdocs.yml"
    try:
        own = (
            text_of(configured.read_text(encoding="utf-8"), "theme", "custom_dir")
            if configured.is_file()
            else ""
        )
    except (Unreadable, UnicodeDecodeError):
        own = ""
    return _with_templates([root / own] if own else [])


def _trim(assets: Path, used: set[str]) -> None:
    """Take what no page and no script uses out of the theme’s style sheets."""
    theirs = sorted((assets / "stylesheets").rglob("*.css"))
    acting = (file for file in sorted(assets.rglob("*.js")) if "lunr" not in file.parts)
    scripts = [file.read_text(encoding="utf-8") for file in acting]
    others = [file.read_text(encoding="utf-8") for file in sorted(assets.glob("*.css"))]
    sheets = {str(file): file.read_text(encoding="utf-8") for file in theirs}
    for path, sheet in lean(sheets, used.union(*map(words, scripts)), (*others, *scripts)).items():
        Path(path).write_bytes(sheet.encode())
