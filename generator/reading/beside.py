"""The files beside pages: a short list of kinds that nothing in a browser acts on, each known by its content."""

from __future__ import annotations

import csv
import io
import re
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, Place
from generator.reading.notation import CONFIGURATION
from generator.reading.seeds import LINK, decode

PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".html", ".htm", ".xml")
"""What an engine publishes as a page, or what a browser reads as one."""
LARGEST = 1_000_000
"""Bytes of a file beside pages; no file of the site may be larger."""
_PNG = b"\x89PNG\r\n\x1a\n"
_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
)
"""Names that Windows keeps for itself, with any ending."""


def _is_png(content: bytes) -> bool:
    """A whole PNG: every piece with its sum, the last one at the end (https://www.w3.org/TR/png-3/)."""
    at, kind = len(_PNG), b""
    if not content.startswith(_PNG):
        return False
    while at + 12 <= len(content) and kind != b"IEND":
        (size,) = struct.unpack(">I", content[at : at + 4])
        kind, end = content[at + 4 : at + 8], at + 8 + size
        if content[end : end + 4] != struct.pack(">I", zlib.crc32(content[at + 4 : end])):
            return False
        at = end + 4
    return kind == b"IEND" and at == len(content)


def _is_jpeg(content: bytes) -> bool:
    """A JPEG from its first marker to its last: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B."""
    at = 2
    if not (content.startswith(b"\xff\xd8\xff") and content.endswith(b"\xff\xd9")):
        return False
    while at + 4 <= len(content) and content[at] == 0xFF:
        if content[at + 1] == 0xDA:
            return True
        at += 2 + int.from_bytes(content[at + 2 : at + 4])
    return False


def _is_webp(content: bytes) -> bool:
    """A WebP that is as long as it says (https://developers.google.com/speed/webp/docs/riff_container)."""
    head = content[:4] == b"RIFF" and content[8:12] == b"WEBP" and content[12:15] == b"VP8"
    return head and int.from_bytes(content[4:8], "little") + 8 == len(content)


def _is_csv(content: bytes) -> bool:
    """A table in UTF-8 whose rows are all as long as its head."""
    try:
        text = content.decode()
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error):
        return False
    even = bool(rows) and len(rows[0]) > 1 and {len(row) for row in rows} == {len(rows[0])}
    return even and not re.search(r"[^\t\n\r\x20-\x7e\xa0-\U0010ffff]", text)


KINDS: Mapping[str, tuple[str, Callable[[bytes], bool]]] = {
    ".png": ("PNG", _is_png),
    ".jpg": ("JPEG", _is_jpeg),
    ".jpeg": ("JPEG", _is_jpeg),
    ".webp": ("WebP", _is_webp),
    ".csv": ("CSV", _is_csv),
}
"""By the end of a file's name: what the kind is called, and whether a content is of it."""


def is_text(path: str) -> bool:
    """Whether the file is read as text: what is below `seeds/`, the configuration, and pages."""
    is_page = PurePosixPath(path).suffix.lower() in PAGES
    return path.startswith("seeds/") or path in (CONFIGURATION, "seeds", "docs") or is_page


def read_beside(files: Mapping[str, bytes]) -> tuple[Mapping[str, bytes], tuple[Diagnostic, ...]]:
    """The files that may be published beside the pages, by path below `docs/`, and what is wrong with all others.

    Names of pages and of files are parts of addresses, and they have to be the same on every machine.
    """
    fit: dict[str, bytes] = {}
    problems: list[Diagnostic] = []
    for path, content in sorted(files.items()):
        if not path.startswith("docs/"):
            continue
        found = tuple(() if is_text(path) else _unfit(path, content)) or tuple(_named(path))
        problems += found
        if not found and not is_text(path):
            fit[path.removeprefix("docs/")] = content
    return fit, tuple(problems)


def _named(path: str) -> Iterator[Diagnostic]:
    parts = [PurePosixPath(path).with_suffix("").name, *PurePosixPath(path).parts[1:-1]]
    if all(_NAME.fullmatch(part) and part not in _DEVICES for part in parts):
        return
    headline = f"{' '.join(path.split())} cannot be part of an address"
    hint = "rename it: small letters, digits and single hyphens, and no name that Windows keeps for itself"
    yield Diagnostic("file-name", Place(path), headline, hint)


def _unfit(path: str, content: bytes) -> Iterator[Diagnostic]:
    kind = KINDS.get(PurePosixPath(path).suffix)
    if content == LINK:
        yield from decode(path, content)[1]
    elif kind is None:
        headline = f"{' '.join(path.split())} is of no kind that is published"
        hint = "delete the file; beside pages there may be PNG, JPEG, WebP and CSV files"
        yield Diagnostic("unknown-file", Place(path), headline, hint)
    elif len(content) > LARGEST:
        headline = f"the file is larger than {LARGEST:,} bytes"
        yield Diagnostic("file-too-large", Place(path), headline, "make it smaller")
    elif not kind[1](content):
        headline = f"{path} is no whole {kind[0]} file"
        yield Diagnostic("not-its-kind", Place(path), headline, f"save it anew as {kind[0]}")
