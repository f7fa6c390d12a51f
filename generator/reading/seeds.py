"""Every seed file to nodes and articles: what is YAML, what is an article, what is neither."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, Place
from generator.reading.articles import Article, front_matter, read_article
from generator.reading.yaml_nodes import Node, read_yaml

LARGEST_FILE = 2_000_000
LINK = b"\0a link"
"""What stands for the content of a link, which is not followed."""


@dataclass(frozen=True, slots=True)
class Seeds:
    """What was read: YAML roots by path, articles by path with their front matter, and broken files."""

    roots: Mapping[str, Node]
    articles: Mapping[str, tuple[Article, Node]]
    broken: Mapping[str, str]
    problems: tuple[Diagnostic, ...]


def decode(path: str, content: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of a file; what cannot be decoded gives a diagnostic and what can be read of it, which is often nothing."""
    if content == LINK:
        headline = f"{path} is a link to another file or folder"
        return "", (Diagnostic("unknown-file", Place(path), headline, "put the file itself there"),)
    if len(content) > LARGEST_FILE:
        headline = f"the file is larger than {LARGEST_FILE:,} bytes"
        return "", (Diagnostic("file-too-large", Place(path), headline, "split the file"),)
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1
        place = Place(path, line, column, line, column + 1)
        headline = f"byte 0x{content[error.start]:02x} is not UTF-8 text"
        return content.decode(errors="replace"), (
            Diagnostic("not-utf-8", place, headline, "save the file as UTF-8"),
        )


def read_seeds(texts: Mapping[str, str], undecoded: Mapping[str, str] | None = None) -> Seeds:
    """Read every file below `seeds/`, in the order of their paths; `undecoded` are those of which only a part is known."""
    roots: dict[str, Node] = {}
    articles: dict[str, tuple[Article, Node]] = {}
    broken = {path: text for path, text in (undecoded or {}).items() if path.startswith("seeds/")}
    problems: list[Diagnostic] = []
    for path, text in sorted(texts.items()):
        place = PurePosixPath(path)
        if place.parts[:1] != ("seeds",):
            continue
        if place.parts[1:2] == ("articles",) and place.suffix == ".md":
            source, _ = front_matter(text)
            node, found = read_yaml(path, source, first_line=2)
            if node is not None:
                articles[path] = (read_article(path, text), node)
            elif not found:
                found = (_headless(path),)
        elif place.suffix == ".yml":
            node, found = read_yaml(path, text)
            if node is not None:
                roots[path] = node
        else:
            found = (_stranger(path),)
        if found and path not in roots and path not in articles:
            broken[path] = text
        problems.extend(found)
    return Seeds(roots, articles, broken, tuple(problems))


def _stranger(path: str) -> Diagnostic:
    if path.endswith(".yaml"):
        name = PurePosixPath(path).with_suffix(".yml").name
        return Diagnostic("unknown-file", Place(path), f"{path} ends in .yaml", f"rename it to {name}")
    hint = "YAML files end in `.yml`, articles in `.md` below `seeds/articles/`"
    return Diagnostic("unknown-file", Place(path), f"{path} is neither an article nor a YAML seed file", hint)


def _headless(path: str) -> Diagnostic:
    hint = "begin the file with `---`, then the source as in seeds/sources/, then `---`"
    return Diagnostic("no-front-matter", Place(path, 1, 1), f"{path} does not say which source it is", hint)
