"""A page's HTML as each engine makes it of the page's Markdown, and the tree that a browser makes of that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from html.parser import HTMLParser
from itertools import chain

from markdown import Markdown
from turbohtml import Document, Element, parse

from generator.reading.notation import Extensions

BEFORE: Mapping[str, Sequence[str]] = {
    "mkdocs": ("toc", "tables", "fenced_code"),
    "zensical": ("toc", "tables"),
}
"""What an engine adds before the extensions that the project names."""
BEHIND: Mapping[str, Sequence[str]] = {"mkdocs": (), "zensical": ("pymdownx.superfences",)}
"""What it adds behind them: https://zensical.org/docs/setup/extensions/python-markdown-extensions/"""
CRASHES = (AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What the renderer raises on a few inputs, such as `<![x>`: https://github.com/python/cpython/issues/77057"""
OPENING = "<!doctype html><html lang=en><title>.</title><body><main><div><article>"
CLOSING = "</article></div></main></body></html>"
LAYOUT = ("html", "head", "title", "body", "main", "div", "article")
"""The elements of the layout, in their order, before those of the page."""
END = "page-end"
"""The element that stands right behind the page's own HTML."""


class Unrenderable(Exception):
    """The renderer itself fails on this text."""


@dataclass(frozen=True)
class Rendered:
    """What one engine makes of a page: its HTML, the tree of that within a layout, and the labels of its headings."""

    html: str
    labels: tuple[str, ...]

    @cached_property
    def whole(self) -> str:
        """The page in its layout."""
        return f"{OPENING}\n{self.html}\n<{END}></{END}>{CLOSING}"

    @cached_property
    def document(self) -> Document:
        """The tree that a browser makes of it."""
        return parse(self.whole)

    @cached_property
    def layout(self) -> tuple[Element, ...]:
        """The elements of the layout."""
        return tuple(self.document.iter_elements())[: len(LAYOUT)]

    @cached_property
    def end(self) -> Element | None:
        """The last element of all, where it is still the one behind the page."""
        last = tuple(self.document.iter_elements())[-1]
        return last if last.tag == END else None

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """The page's own elements, wherever they came to stand."""
        return tuple(
            each for each in tuple(self.document.iter_elements())[len(LAYOUT) :] if each is not self.end
        )

    @property
    def title(self) -> str:
        """The text of the first heading of the highest level, without its link to itself."""
        head = next((each for each in self.elements if each.tag == "h1"), None)
        parts = [
            each.text if isinstance(each, Element) else getattr(each, "data", "") for each in _read(head)
        ]
        return " ".join("".join(parts).split())


def _read(head: Element | None) -> Iterator[object]:
    """What is read of a heading."""
    for child in head.children if head else ():
        if not (isinstance(child, Element) and child.attr("class") == "headerlink"):
            yield child


def engines() -> tuple[str, ...]:
    """The engines whose rendering is looked at."""
    return tuple(BEFORE)


def rendered(text: str, engine: str, extensions: Extensions) -> Rendered:
    """`text` as the engine renders it; `Unrenderable` where it would fail."""
    names = tuple(dict.fromkeys((*BEFORE[engine], *(name for name, _ in extensions), *BEHIND[engine])))
    renderer = _renderer(names, _Frozen({name: dict(options) for name, options in extensions if options}))
    renderer.reset()
    try:
        if engine == "mkdocs":
            _Anchors().run(text)
        html = renderer.convert(text)
    except CRASHES as error:
        raise Unrenderable(str(error)) from error
    labels = tuple(chain.from_iterable(map(_labels, getattr(renderer, "toc_tokens", ()))))
    return Rendered(html, labels)


def _labels(token: Mapping[str, object]) -> Iterator[str]:
    """What a heading is called in the table of contents, where its author gave it another name."""
    if label := token["data-toc-label"]:
        yield str(label)
    children = token["children"]
    for child in children if isinstance(children, list) else ():
        yield from _labels(child)


class _Frozen(dict[str, dict[str, object]]):
    """Options that can be a key of a cache; nobody changes them."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(repr(self))


@cache
def _renderer(names: tuple[str, ...], options: _Frozen) -> Markdown:
    return Markdown(extensions=list(names), extension_configs=options)


class _Anchors(HTMLParser):
    """Reads a page's whole text as HTML, as MkDocs does to find its anchors, and fails where that fails."""

    def run(self, text: str) -> None:
        self.feed(text)
        self.close()
