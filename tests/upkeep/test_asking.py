"""Addresses asked of a real server on this machine; the names are made up, the connection leads to the server."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic
from typing import ClassVar

import pytest

from generator import asking
from generator.asking import Dial, Refusal, ask, ask_all
from generator.upkeep.answers import Step

AGENT = "explainer/test (+https://github.com/o/r)"
HOST = "https://one.example"


class _Site(BaseHTTPRequestHandler):
    """Answers by path, and remembers what it was asked."""

    asked: ClassVar[list[tuple[str, str, str, str]]] = []
    MOVES: ClassVar[dict[str, tuple[int, str]]] = {
        "/moved": (301, "/there"),
        "/moved-twice": (308, "https://two.example/moved"),
        "/for-now": (302, "/there#part"),
        "/plain": (301, "http://one.example/there"),
        "/port": (301, "https://one.example:8443/there"),
        "/user": (301, "https://ann@one.example/there"),
        "/private": (301, "https://private.example/"),
        "/nonsense": (301, "https://[::/"),
        "/loop": (302, "/loop"),
    }
    STATUS: ClassVar[dict[str, int]] = {"/gone": 410, "/shy": 403, "/busy": 503}

    def _answer(self) -> None:
        path = self.path.partition("?")[0]
        host = self.headers["Host"]
        self.asked.append((self.command, host, self.path, self.headers["User-Agent"]))
        if path == "/silent":
            threading.Event().wait(1.5)
            return
        if path == "/broken":
            self.wfile.write(b"this is not HTTP\r\n\r\n")
            return
        status, location = self.MOVES.get(path, (self.STATUS.get(path, 200), ""))
        if path == "/no-head":
            status = 405 if self.command == "HEAD" else 200
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.end_headers()

    do_HEAD = do_GET = _answer  # noqa: N815 - the names that the library calls

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def dial() -> Iterator[Dial]:
    """Leads every name to a server on this machine, but one that is private and one that nobody knows."""
    _Site.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def to_server(host: str, patience: float) -> socket.socket:
        if host == "private.example":
            return asking.dial("localhost", patience)
        if host == "nobody.example":
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        if host == "later.example":
            raise socket.gaierror(socket.EAI_AGAIN, "try again")
        return socket.create_connection(("127.0.0.1", server.server_port), timeout=min(patience, 0.5))

    yield to_server
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("url", "steps"),
    [
        ("/there", [Step(f"{HOST}/there", 200)]),
        ("/gone", [Step(f"{HOST}/gone", 410)]),
        ("/shy", [Step(f"{HOST}/shy", 403)]),
        ("/busy", [Step(f"{HOST}/busy", 503)]),
        ("/no-head", [Step(f"{HOST}/no-head", 200)]),
        ("/moved", [Step(f"{HOST}/moved", 301, f"{HOST}/there"), Step(f"{HOST}/there", 200)]),
        (
            "/moved-twice",
            [
                Step(f"{HOST}/moved-twice", 308, "https://two.example/moved"),
                Step("https://two.example/moved", 301, "https://two.example/there"),
                Step("https://two.example/there", 200),
            ],
        ),
        ("/for-now", [Step(f"{HOST}/for-now", 302, f"{HOST}/there"), Step(f"{HOST}/there", 200)]),
    ],
)
def test_the_way_of_an_address(dial: Dial, url: str, steps: list[Step]) -> None:
    assert list(ask(HOST + url, AGENT, dial)) == steps


@pytest.mark.parametrize(
    ("url", "trouble"),
    [
        (f"{HOST}/plain", "it leads to an address without https"),
        (f"{HOST}/port", "it leads to an address with a user or a port of its own"),
        (f"{HOST}/user", "it leads to an address with a user or a port of its own"),
        (f"{HOST}/private", "it leads into a private network"),
        (f"{HOST}/nonsense", "it leads to what is no address"),
        (f"{HOST}/loop", "more than 8 redirects"),
        (f"{HOST}/silent", "it did not answer in time"),
        (f"{HOST}/broken", "the connection failed"),
        ("https://nobody.example/", "its host has no address"),
        ("https://later.example/", "its host was not found"),
        ("http://one.example/", "it leads to an address without https"),
    ],
)
def test_trouble_ends_the_way_in_words(dial: Dial, url: str, trouble: str) -> None:
    last = ask(url, AGENT, dial)[-1]
    assert (last.status, last.next, last.trouble) == (0, "", trouble)
    assert last.nameless is (trouble == "its host has no address")


def test_a_head_is_asked_first_under_our_own_name(dial: Dial) -> None:
    ask(f"{HOST}/there", AGENT, dial)
    ask(f"{HOST}/shy", AGENT, dial)
    assert _Site.asked == [
        ("HEAD", "one.example", "/there", AGENT),
        ("HEAD", "one.example", "/shy", AGENT),
        ("GET", "one.example", "/shy", AGENT),
    ]


def test_an_address_with_letters_of_any_script_is_written_as_servers_read_it(dial: Dial) -> None:
    ask("https://bücher.example/ä b?q=ö&x=%20#part", AGENT, dial)
    assert _Site.asked == [("HEAD", "xn--bcher-kva.example", "/%C3%A4%20b?q=%C3%B6&x=%20", AGENT)]


def test_one_host_is_asked_in_turn_with_a_pause_and_hosts_side_by_side(dial: Dial) -> None:
    urls = [f"https://{host}.example/{n}" for n in range(3) for host in ("one", "two")]
    began = monotonic()
    ways = ask_all(urls, AGENT, dial=dial, pause=0.2)
    assert set(ways) == set(urls)
    assert {way[-1].status for way in ways.values()} == {200}
    assert monotonic() - began >= 0.4  # two pauses, however slow the machine is
    order = [(asked, path) for _, asked, path, _ in _Site.asked]
    assert order.index(("two.example", "/0")) < order.index(("one.example", "/2"))
    for host in ("one.example", "two.example"):
        assert [path for _, asked, path, _ in _Site.asked if asked == host] == ["/0", "/1", "/2"]


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:10.0.0.1"]
)
def test_nothing_private_is_dialled(host: str) -> None:
    with pytest.raises(Refusal):
        asking.dial(host, 1.0)


def test_a_server_that_cannot_speak_securely_is_not_asked() -> None:
    """The real way to connect, but for the check that would refuse this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    plain = socket.create_connection(("127.0.0.1", server.server_port))
    with pytest.raises(OSError, match=r"SSL|ssl"):
        asking.secured(plain, "one.example")
    assert plain.fileno() == -1
    server.shutdown()
    server.server_close()
