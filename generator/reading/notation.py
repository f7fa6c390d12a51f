"""The notation of pages: which extensions of Markdown the project's configuration names, as far as they are known here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import yaml

from generator.diagnostics import Diagnostic, Place

CONFIGURATION = "mkdocs.yml"
_OWN = "abbr admonition attr_list def_list extra fenced_code footnotes md_in_html nl2br sane_lists smarty tables toc".split()
_MORE = "betterem caret details highlight inlinehilite keys mark smartsymbols superfences tilde".split()
KNOWN = frozenset(
    (*_OWN, *(f"markdown.extensions.{name}" for name in _OWN), *(f"pymdownx.{name}" for name in _MORE))
)
"""Extensions that write HTML from the page alone; others read files, ask hosts or hold what the page says back."""
Options = Mapping[str, object]
Extensions = tuple[tuple[str, Options], ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that is not plain YAML, such as a function named by a tag."""


class _Plain(yaml.SafeLoader):
    """Plain YAML; what a tag stands for is left to the engine."""


_Plain.add_multi_constructor("", lambda loader, tag, node: Unknown())

DEFAULT: Extensions = (
    ("attr_list", {}), ("footnotes", {}), ("md_in_html", {}), ("tables", {}), ("toc", {"permalink": True}),
)  # fmt: skip
"""What `explainer init` writes, for pages that have no configuration beside them."""


def extensions(text: str | None) -> tuple[Extensions, tuple[Diagnostic, ...]]:
    """The extensions that the configuration `text` names, in their order; what is unknown is a problem and left out.

    A configuration that is broken is reported by the engine.
    """
    if text is None:
        return DEFAULT, ()
    try:
        read = yaml.load(text, Loader=_Plain)  # noqa: S506 - plain values only
    except yaml.YAMLError:
        return DEFAULT, ()
    listed = read.get("markdown_extensions") if isinstance(read, dict) else None
    found = tuple(_named(listed))
    known = tuple((name, options) for name, options in found if _is_known(name, options))
    problems = [_problem(text, name) for name, options in found if not _is_known(name, options)]
    if isinstance(read, dict) and "INHERIT" in read:
        problems.append(_problem(text, "INHERIT"))
    return known, tuple(problems)


def _named(listed: object) -> Iterator[tuple[str, Options]]:
    """A list of names and of mappings from a name to its options, or one mapping of all of them."""
    entries: Sequence[object] = (
        [listed] if isinstance(listed, dict) else listed if isinstance(listed, list) else []
    )
    for entry in entries:
        if isinstance(entry, dict):
            yield from (
                (str(name), options if isinstance(options, dict) else {}) for name, options in entry.items()
            )
        else:
            yield str(entry), {}


def _is_known(name: str, options: Options) -> bool:
    return name in KNOWN and not any(isinstance(each, Unknown) for each in _values(options))


def _values(value: object) -> Iterator[object]:
    yield value
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _values(each)


def _problem(text: str, name: str) -> Diagnostic:
    rows = enumerate(text.split("\n"), start=1)
    row, column = next(((row, line.find(name) + 1) for row, line in rows if name in line), (1, 1))
    place = Place(CONFIGURATION, row, column, row, column + len(name))
    if name == "INHERIT":
        headline, hint = "another file has a part in the configuration", "write its settings here"
    else:
        headline = f"what the extension `{name}` makes of a page cannot be checked here"
        hint = f"take it out; the known ones are {', '.join(_OWN)}"
    return Diagnostic("unknown-extension", place, headline, hint)
