"""The built site served to a browser that reaches nothing else: plain, or packed and weighed as by a host."""

from __future__ import annotations

import gzip
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
_TEXT = (".html", ".css", ".js", ".json", ".svg", ".xml", ".csv", ".txt")
"""What hosts such as GitHub Pages send packed."""
_HEAD = 200
"""Bytes that the head of an answer counts for."""


class Quiet(SimpleHTTPRequestHandler):
    """A file server that says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Packed(Quiet):
    """Sends text with gzip over connections that stay open, and adds up what it sent, by path."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, sent: Counter[str], directory: str) -> None:
        self.sent = sent
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]  # what the server gives

    def do_GET(self) -> None:
        """Send a file, packed where it is text."""
        path = self.path.partition("?")[0]
        file = Path(self.translate_path(path))
        file = file / "index.html" if path.endswith("/") else file
        if not file.is_file():
            super().do_GET()
            return
        content = _packed(file, file.stat().st_mtime_ns) if file.suffix in _TEXT else file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if file.suffix in _TEXT:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(content)
        self.sent[path] += len(content) + _HEAD


@contextmanager
def packed(folder: Path) -> Iterator[tuple[str, Counter[str]]]:
    """The address at which `folder` is served until the end of the block, and what has been sent from it so far."""
    sent: Counter[str] = Counter()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Packed, sent=sent, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", sent
    server.shutdown()


@lru_cache(maxsize=64)
def _packed(file: Path, written: int) -> bytes:
    """A file that is written anew is packed anew."""
    return gzip.compress(file.read_bytes(), compresslevel=6, mtime=0)
