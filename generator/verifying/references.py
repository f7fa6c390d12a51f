"""What a page, a style sheet or a script refers to, and whether a browser fetches it without being asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from turbohtml import Element

from generator.verifying.built import Page

FETCHED = {
    "script": ("src",), "img": ("src", "srcset"), "source": ("src", "srcset"), "video": ("src", "poster"), "audio": ("src",),
    "track": ("src",), "iframe": ("src",), "embed": ("src",), "object": ("data",), "input": ("src",), "frame": ("src",),
    "use": ("href", "xlink:href"), "image": ("href", "xlink:href"), "feImage": ("href", "xlink:href"),
}  # fmt: skip
FOLLOWED = {"a": ("href", "xlink:href"), "area": ("href",), "form": ("action",), "button": ("formaction",)}
FETCHING_RELATIONS = frozenset(
    "stylesheet preload modulepreload prefetch preconnect dns-prefetch prerender icon apple-touch-icon mask-icon manifest".split()
)
SHARED = ("og:image", "og:url", "twitter:image")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STYLE = re.compile(
    r"url\(\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\"')\s]+))\s*\)|@import\s+[\"'](?P<imported>[^\"']*)[\"']",
    re.IGNORECASE,
)
_SCRIPT = re.compile(
    r"(?:\b(?:fetch|importScripts|import|sendBeacon|WebSocket|EventSource|(?:Shared)?Worker)\s*\(\s*"
    r"|\.open\(\s*[\"'][A-Z]+[\"']\s*,\s*|\.src\s*=\s*|\b(?:from|import)\s*)[\"'`](?P<url>(?:(?:https?|wss?):)?//[^\"'`\s]+)"
)
_CANDIDATE = re.compile(r"(?:^|,)\s*([^\s,]\S*)")
_REFRESH = re.compile(r"^\s*\d+\s*[;,]\s*(?:url\s*=\s*)?[\"']?(?P<url>[^\"']+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """One address as it is written, the element it stands on, and whether it is fetched by itself."""

    element: Element
    url: str
    fetched: bool


def references(page: Page) -> Iterator[Reference]:
    """Everything that a page refers to, in its order."""
    for element in page.elements:
        yield from _of(element)
        if style := element.attr("style"):
            yield from (Reference(element, url, fetched=True) for url, _ in of_style(style))


def _of(element: Element) -> Iterator[Reference]:
    tag = element.tag
    for name in FETCHED.get(tag, ()):
        written = element.attr(name)
        if written:
            found = _CANDIDATE.findall(written) if name == "srcset" else [written]
            yield from (Reference(element, url.strip(), fetched=True) for url in found)
    for name in FOLLOWED.get(tag, ()):
        written = element.attr(name)
        if written is not None:
            yield Reference(element, written.strip(), fetched=False)
    if tag == "link" and (written := element.attr("href")):
        relations = set((element.attr("rel") or "").lower().split())
        yield Reference(element, written.strip(), fetched=bool(relations & FETCHING_RELATIONS))
    elif tag == "meta":
        yield from _of_meta(element)
    elif tag == "style":
        yield from (Reference(element, url, fetched=True) for url, _ in of_style(element.text))


def refreshed(element: Element) -> str:
    """Where a `<meta>` sends the reader of a page; empty for one that sends nobody."""
    content = element.attr("content") or ""
    found = _REFRESH.match(content) if (element.attr("http-equiv") or "").lower() == "refresh" else None
    return found["url"].strip() if found else ""


def _of_meta(element: Element) -> Iterator[Reference]:
    content = element.attr("content") or ""
    if to := refreshed(element):
        yield Reference(element, to, fetched=False)
    if (element.attr("property") or element.attr("name")) in SHARED:
        yield Reference(element, content.strip(), fetched=False)


def of_style(text: str) -> Iterator[tuple[str, int]]:
    """The addresses in a style sheet, and where each stands."""
    plain = _COMMENT.sub(lambda found: " " * len(found[0]), text)
    for found in _STYLE.finditer(plain):
        url = next((part for part in found.groups() if part), "")
        if url:
            yield url, found.start()


def of_script(text: str) -> Iterator[tuple[str, int]]:
    """The addresses at other hosts that a script names where it fetches, as far as they stand there in full."""
    for found in _SCRIPT.finditer(text):
        yield found["url"], found.start("url")
