"""What strangers might write, kept as data: one attack or one honest near miss a block, which `%%` parts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

FOLDER = Path(__file__).parent


def blocks(name: str) -> tuple[str, ...]:
    """The blocks of a file beside this one."""
    return tuple((FOLDER / name).read_text(encoding="utf-8").rstrip("\n").split("\n%%\n"))


def pages(blocks: tuple[str, ...]) -> Mapping[str, bytes]:
    """A page for each block, with text around it."""
    return {
        f"docs/page-{number}.md": f"Before.\n\n{block}\n\nAfter.\n".encode()
        for number, block in enumerate(blocks)
    }
