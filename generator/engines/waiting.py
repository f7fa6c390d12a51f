"""A page in place of the site: while the first build runs, and while the project cannot be built at all."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterable
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_STATUS = (503, "Service Unavailable")
_HEADERS = (("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store"), ("Retry-After", "1"))
_STYLE = (
    ":root { color-scheme: light dark; font: 1.1rem/1.5 system-ui, sans-serif } "
    "body { max-width: 40rem; margin: 20vh auto; padding: 0 1rem; overflow-wrap: anywhere }"
)


def page(headline: str, text: str) -> bytes:
    """A small page that loads itself again every second, so that the site shows once it is there."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="refresh" content="1">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(headline)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f'<body>\n<h1>{escape(headline)}</h1>\n<p role="status">{escape(text)}</p>\n</body>\n</html>\n'
    ).encode()


class Waiting:
    """Answers at an address with what is going on, until another server takes the address over."""

    def __init__(self, host: str, port: int) -> None:
        """Listen at once; `OSError` where the address cannot be listened on."""
        self.stage = ""
        self._server = _Server((host, port), self)
        # The poll is how long the next server waits for this one to stop.
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def handed_over(self) -> socket.socket:
        """The socket, still listening: who connects from now on waits for its next owner, and nobody is refused."""
        self._server.shutdown()
        return self._server.socket


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, address: tuple[str, int], waiting: Waiting) -> None:
        self.waiting = waiting
        super().__init__(address, _Answer)


class _Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        content = self._head()
        self.wfile.write(content)

    def do_HEAD(self) -> None:
        self._head()

    def _head(self) -> bytes:
        assert isinstance(self.server, _Server)
        content = page("The site is being built", self.server.waiting.stage)
        self.send_response(*_STATUS)
        for name, value in (*_HEADERS, ("Content-Length", str(len(content)))):
            self.send_header(name, value)
        self.end_headers()
        return content

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a browser that waits is no news."""


def instead(site: WSGIApplication, problem: Callable[[], str]) -> WSGIApplication:
    """`site`, and in place of its pages the `problem` as long as there is one; the signal to reload passes."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        text = problem()
        if not text or environ["PATH_INFO"].startswith("/livereload/"):
            return site(environ, start_response)
        content = page("The site cannot be built now", text)
        start_response(" ".join(map(str, _STATUS)), [*_HEADERS, ("Content-Length", str(len(content)))])
        return [content]

    return answer
