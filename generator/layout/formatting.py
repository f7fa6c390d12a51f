"""A seed file in the one layout, given only where reading it again proves that nothing else changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

import yaml

from generator.diagnostics import Diagnostic, Note, Place
from generator.layout.attaching import attach
from generator.layout.comments import comments
from generator.layout.writing import Writer
from generator.reading.articles import front_matter
from generator.reading.yaml_nodes import Node, Plain, TextNode, plain, read_yaml

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Formatted:
    """The text in the one layout, or the problems for which it stays as it is."""

    text: str
    problems: tuple[Diagnostic, ...] = ()


def formatted(path: str, text: str) -> Formatted:
    """The seed file `path` in the one layout; of an article only its front matter changes."""
    if not path.endswith(".md"):
        return _yaml(path, text, first_line=1)
    source, body = front_matter(text)
    if not source:
        return Formatted(text)
    front = _yaml(path, source, first_line=2)
    if front.problems:
        return Formatted(text, front.problems)
    return Formatted(f"---\n{front.text}---\n{text[body:]}")


def laid_out(path: str, entries: Sequence[Plain]) -> str:
    """The text of the seed file `path` with these entries; where a text may not stand in one, reading it tells."""
    rough = yaml.safe_dump(list(entries), allow_unicode=True, sort_keys=False, default_style='"')
    return formatted(path, rough).text


def difference(path: str, text: str, wanted: str) -> Diagnostic:
    """`layout-differs` at the first line of `text` that is laid out otherwise in `wanted`."""
    lines, others = _LINE.findall(text), _LINE.findall(wanted)
    row = next(row for row, (one, other) in enumerate(zip_longest(lines, others)) if one != other)
    shown = lines[row] if row < len(lines) else ""
    column = len(shown) - len(shown.lstrip()) + 1 if shown.strip() else 1
    place = Place(path, row + 1, column, row + 1, max(column, len(shown.rstrip())) + 1)
    headline = f"{path} is laid out otherwise than other seed files"
    return Diagnostic(
        "layout-differs", place, headline, f"run `explainer fmt {path}`", (Note(_told(shown, others, row)),)
    )


def _told(shown: str, lines: Sequence[str], row: int) -> str:
    """What would stand in the place of a line."""
    if row == len(lines):
        return "the file would end before this line"
    line = lines[row].strip()
    if shown.replace("\r\n", "\n") == lines[row]:
        return "its lines end as on Windows, in CR LF; in seed files they end in LF"
    if line and line == shown.strip("\ufeff \t\r\n"):
        indent = len(lines[row]) - len(lines[row].lstrip())
        return f"this line would stand at column {indent + 1}, with nothing unseen at its ends"
    return f"this line would be `{line}`" if line else "this line would be empty"


def _yaml(path: str, text: str, *, first_line: int) -> Formatted:
    """`text` laid out; whatever cannot be read, or does not read back as the same, stays with a problem."""
    root, problems = read_yaml(path, text)
    if problems:
        _, problems = read_yaml(path, text, first_line=first_line)
        return Formatted(text, problems)
    if root is None or isinstance(root, TextNode):
        return Formatted(text)
    lines = Writer(path, attach(text, root)).file(root)
    new = "".join(f"{line}\n" for line in lines)
    again, broken = read_yaml(path, new)
    if broken or not _same(root, again) or _told_apart(text, root) != _told_apart(new, again):
        return Formatted(text, (_unproven(path, first_line),))
    return Formatted(new)


def _same(one: Node, other: Node | None) -> bool:
    return other is not None and plain(one) == plain(other)


def _told_apart(text: str, root: Node | None) -> list[str]:
    """The comments of a text, whatever their order."""
    return sorted(comment.text for comment in comments(text, root))


def _unproven(path: str, line: int) -> Diagnostic:
    headline = f"{path} cannot be laid out without a change of its meaning"
    return Diagnostic(
        "layout-unproven", Place(path, line), headline, "leave the file as it is, and report this"
    )
