"""Path → content, read from disk; and what the site becomes written back, only where it changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.pipeline import READ

LARGEST_FILE = 5_000_000
CACHE = Path(".cache/charts")


def collect(root: Path) -> dict[str, bytes]:
    """Every file below `seeds/` and every Markdown file below `docs/`, by path relative to `root`.

    Hidden files are left out, and so is what a link would bring in from outside `root`.
    """
    found: dict[str, bytes] = {}
    base = root.resolve()
    for folder in READ:
        for path in sorted((root / folder).rglob("*")):
            name = path.relative_to(root).as_posix()
            hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
            if hidden or not path.is_file() or (folder == "docs/" and path.suffix != ".md"):
                continue
            if base in path.resolve().parents:
                found[name] = path.read_bytes()
    return found


def remembering(draw: Callable[[str], str], folder: Path) -> Callable[[str], str]:
    """`draw` with its results kept below `folder` by the SHA-256 of the specification."""

    def drawn(specification: str) -> str:
        kept = folder / f"{hashlib.sha256(specification.encode()).hexdigest()}.svg"
        if kept.is_file():
            return kept.read_text(encoding="utf-8")
        svg = draw(specification)
        write(kept, svg)
        return svg

    return drawn


def write(path: Path, text: str) -> None:
    """Write `text` where the file does not hold it yet; whole or not at all."""
    content = text.encode()
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.part")
    temporary.write_bytes(content)
    temporary.replace(path)


def deliver(pages: Mapping[str, str], assets: Mapping[str, str], folder: Path) -> None:
    """The pages and other files below `folder`, and nothing of ours that is no longer wanted."""
    wanted = {folder / path: text for path, text in (*pages.items(), *assets.items())}
    for path, text in wanted.items():
        write(path, text)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path not in wanted:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
