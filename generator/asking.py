"""Addresses asked over the network: politely, over https only, and never inside anyone's own network."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Timer
from urllib.parse import quote, urljoin, urlsplit

from generator.upkeep.answers import Step

Dial = Callable[[str, float], socket.socket]
"""Connects to a host by name within some seconds."""

AT_ONCE = 8
"""Hosts asked at the same time; one host is asked one thing at a time."""
PATIENCE = 20.0
"""Seconds for one step of a connection; three times that for all of an answer."""
PAUSE = 1.0
"""Seconds between two questions to one host."""
HOPS = 8
HTTPS = 443
_NAMELESS = (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))


class Refusal(Exception):
    """Why an address is not asked, in words."""


def dial(host: str, patience: float) -> socket.socket:
    """A secured connection to `host`, checked against the address it really goes to."""
    found = socket.getaddrinfo(host, HTTPS, type=socket.SOCK_STREAM)
    addresses = [str(each[4][0]) for each in found]
    if not all(_is_public(each) for each in addresses):
        raise Refusal("it leads into a private network")
    return secured(socket.create_connection((addresses[0], HTTPS), timeout=patience), host)


def secured(plain: socket.socket, host: str) -> socket.socket:
    """The connection once `host` has proved its name; closed where it cannot."""
    try:
        return ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    except BaseException:
        plain.close()
        raise


def ask_all(
    urls: Iterable[str], agent: str, *, dial: Dial = dial, pause: float = PAUSE
) -> dict[str, tuple[Step, ...]]:
    """The way from each address to where it leads, hosts in parallel, the addresses of one host in turn."""
    by_host: dict[str, list[str]] = {}
    for url in urls:
        by_host.setdefault(urlsplit(url).netloc, []).append(url)

    def of_host(listed: Sequence[str]) -> Mapping[str, tuple[Step, ...]]:
        ways = {}
        for number, url in enumerate(listed):
            time.sleep(pause if number else 0)
            ways[url] = ask(url, agent, dial)
        return ways

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return {url: way for ways in pool.map(of_host, by_host.values()) for url, way in ways.items()}


def ask(url: str, agent: str, dial: Dial) -> tuple[Step, ...]:
    """The way from `url`: an answer that is no redirect, or the trouble that ended it."""
    steps: list[Step] = []
    for _ in range(HOPS):
        steps.append(_step(url, agent, dial))
        url = steps[-1].next
        if not url:
            return tuple(steps)
    return (*steps, Step(url, trouble=f"more than {HOPS} redirects"))


def _step(url: str, agent: str, dial: Dial) -> Step:
    """One address: first asked for its head alone, then for the page where that is not answered well."""
    try:
        host, target = _parts(url)
        step = _asked("HEAD", url, host, target, agent=agent, dial=dial)
        good = 200 <= step.status < 400
        return step if good else _asked("GET", url, host, target, agent=agent, dial=dial)
    except Refusal as refusal:
        return Step(url, trouble=str(refusal))
    except socket.gaierror as error:
        unknown = error.errno in _NAMELESS
        return Step(
            url, trouble="its host has no address" if unknown else "its host was not found", nameless=unknown
        )
    except TimeoutError:
        return Step(url, trouble="it did not answer in time")
    except ssl.SSLError:
        return Step(url, trouble="no secure connection could be made")
    except (OSError, http.client.HTTPException, UnicodeError):
        return Step(url, trouble="the connection failed")


def _asked(method: str, url: str, host: str, target: str, *, agent: str, dial: Dial) -> Step:
    connection = http.client.HTTPConnection(host, timeout=PATIENCE)
    connection.sock = dial(host, PATIENCE)
    with closing(connection), closing(connection.sock):
        last = Timer(3 * PATIENCE, connection.sock.shutdown, (socket.SHUT_RDWR,))
        last.daemon = True
        last.start()
        try:
            connection.request(
                method, target, headers={"User-Agent": agent, "Accept": "*/*", "Connection": "close"}
            )
            answer = connection.getresponse()
            sent_on = answer.headers.get("Location", "") if 300 <= answer.status < 400 else ""
            return Step(url, answer.status, _joined(url, sent_on))
        finally:
            last.cancel()


def _joined(url: str, location: str) -> str:
    """Where a redirect leads; what is no address is left as it is, to be refused when it is asked."""
    try:
        return urljoin(url, location).partition("#")[0] if location else ""
    except ValueError:
        return location


def _parts(url: str) -> tuple[str, str]:
    """Host and target of an address that may be asked."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise Refusal("it leads to what is no address") from None
    if parts.scheme != "https":
        raise Refusal("it leads to an address without https")
    if not parts.hostname or parts.username is not None or port not in (None, HTTPS):
        raise Refusal("it leads to an address with a user or a port of its own")
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return parts.hostname.encode("idna").decode(), f"{target}?{query}" if query else target


def _is_public(address: str) -> bool:
    known = ipaddress.ip_address(address.partition("%")[0])
    return known.is_global and not known.is_multicast
