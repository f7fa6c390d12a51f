"""Authored pages: front matter with places, and the body with the line it starts on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Place
from generator.reading.articles import front_matter
from generator.reading.characters import odd_characters
from generator.reading.yaml_nodes import MapNode, Node, TextNode, read_yaml


@dataclass(frozen=True, slots=True)
class AuthoredPage:
    """A Markdown file below `docs/`: `path` as in the repository, `address` relative to `docs/`.

    `header` is the text before the body, fences included; the body starts on line `body_line` of the file.
    """

    path: str
    header: str
    front: Node | None
    body: str
    body_line: int

    @property
    def address(self) -> str:
        """The path below `docs/`."""
        return self.path.removeprefix("docs/")

    def entry(self, key: str) -> str:
        """A text of the front matter, empty where it is missing."""
        found = self.front.entries.get(key) if isinstance(self.front, MapNode) else None
        return found[1].text if found and isinstance(found[1], TextNode) else ""

    def entry_place(self, key: str) -> Place:
        """Where an entry of the front matter stands."""
        found = self.front.entries.get(key) if isinstance(self.front, MapNode) else None
        return found[1].place if found and isinstance(found[1], TextNode) else Place(self.path, 1, 1)

    def place(self, line: int, needle: str = "") -> Place:
        """Where `needle` stands on a line of the body (counted from 1), the whole line where it does not."""
        lines = self.body.split("\n")
        text = lines[line - 1] if 0 < line <= len(lines) else ""
        row = self.body_line + line - 1
        column = text.find(needle) if needle else -1
        if column < 0:
            start = len(text) - len(text.lstrip())
            return Place(self.path, row, start + 1, row, max(len(text), start + 1) + 1)
        return Place(self.path, row, column + 1, row, column + len(needle) + 1)


def read_pages(texts: Mapping[str, str]) -> tuple[tuple[AuthoredPage, ...], tuple[Diagnostic, ...]]:
    """Every Markdown file below `docs/`, in the order of the paths."""
    pages: list[AuthoredPage] = []
    problems: list[Diagnostic] = []
    for path, text in sorted(texts.items()):
        if not path.startswith("docs/"):
            continue
        if not path.endswith(".md"):
            headline = f"{path} would be published without a check"
            problems.append(
                Diagnostic(
                    "unknown-file",
                    Place(path),
                    headline,
                    "write the page as Markdown, in a file that ends in `.md`",
                )
            )
            continue
        source, offset = front_matter(text)
        front, found = read_yaml(path, source, first_line=2) if offset else (None, ())
        problems.extend(found)
        problems.extend(odd_characters(path, text[offset:], first_line=text.count("\n", 0, offset) + 1))
        body_line = text.count("\n", 0, offset) + 1
        pages.append(AuthoredPage(path, text[:offset], front, text[offset:], body_line))
    return tuple(pages), tuple(problems)
