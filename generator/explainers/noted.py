"""Footnotes: each belongs to a citation that a call gave, and holds what the call says and nothing beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from turbohtml import Element, Text

from generator.explainers.html import Rendered

_MARK = re.compile(r"fnref\d*:(.+)", re.DOTALL)
_NOTE = re.compile(r"fn:(.+)", re.DOTALL)
_BACK = re.compile(r"#fnref\d*:(.+)", re.DOTALL)
_SHAPES: Mapping[tuple[str, ...], tuple[str, re.Pattern[str]]] = {
    ("sup", "id"): ("id", _MARK),
    ("a", "class", "href"): ("href", re.compile(r"#fn:(.+)", re.DOTALL)),
    ("li", "id"): ("id", _NOTE),
    ("a", "class", "href", "title"): ("href", _BACK),
}
"""The elements of footnotes as Markdown makes them, with the attribute that holds the name of the fact."""
_CLASSES = {("a", "class", "href"): "footnote-ref", ("a", "class", "href", "title"): "footnote-backref"}
BY_HAND = "a footnote typed by hand looks like the evidence of a fact"


def noted(element: Element) -> str:
    """The name that a part of a footnote has in it; empty for any other element."""
    shape = (element.tag, *element.attrs)
    if shape not in _SHAPES or (element.attr("class") or "") != _CLASSES.get(shape, ""):
        return ""
    name, pattern = _SHAPES[shape]
    found = pattern.fullmatch(element.attr(name) or "")
    return found[1] if found else ""


def is_list(element: Element) -> bool:
    """Whether this is what all footnotes stand in."""
    return element.tag == "div" and tuple(element.attrs) == ("class",) and element.attr("class") == "footnote"


def by_hand(page: Rendered, notes: Mapping[str, int], is_made: Callable[[Element], bool]) -> Iterator[str]:
    """What to look for in the page's source of each footnote that no call gave; `notes` counts those that calls gave."""
    own = [each for each in page.elements if not is_made(each)]
    parts = [(each, noted(each)) for each in own if noted(each)]
    marks = Counter(name for each, name in parts if each.attr("class") == "footnote-ref")
    wrong = {name for name, count in marks.items() if count > notes.get(name, 0)}
    wrong |= {name for each, name in parts if each.tag == "sup" and not _is_alone(each, name)}
    wrong |= {
        name
        for each, name in parts
        if each.tag == "li" and (name not in notes or not _is_given(each, is_made))
    }
    yield from (f"[^{name}]" for name in sorted(wrong))
    if sum(map(is_list, own)) > 1:
        yield "footnote"


def _is_alone(mark: Element, name: str) -> bool:
    """Whether a mark holds its link and nothing else."""
    children = [child for child in mark.children if not _is_blank(child)]
    return len(children) == 1 and isinstance(children[0], Element) and noted(children[0]) == name


def _is_given(note: Element, is_made: Callable[[Element], bool]) -> bool:
    """Whether a note holds a citation that a call gave, the ways back, and nothing else."""
    parts = [child for child in note.children if not _is_blank(child)]
    inner = [
        child
        for part in parts
        for child in (part.children if isinstance(part, Element) and part.tag == "p" else (part,))
        if not _is_blank(child)
    ]
    made = [child for child in inner if isinstance(child, Element) and is_made(child)]
    others = [
        child for child in inner if not (isinstance(child, Element) and (is_made(child) or noted(child)))
    ]
    return len(made) == 1 and not others


def _is_blank(node: object) -> bool:
    return isinstance(node, Text) and not node.data.strip(" \n\t\u00a0")
