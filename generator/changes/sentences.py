"""What a reader reads of a page: its sentences in order, without markup, marks and notes; and which of them differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import unescape

_NOTES = re.compile(r"^\[\^[^\]]+\]:.*(?:\n(?: {4}.*|(?=\n {4})))*", re.MULTILINE)
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_LEFT_OUT = re.compile(r"<svg.*?</svg>|<!--.*?-->|<[^<>]*>|\{:? ?[#.][^{}\n]*\}|\[\^[^\]]+\]|[*`]", re.DOTALL)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_ALONE = re.compile(r"\s*(?:#+|[-+*]|\d+\.|>|\|)(?:\s+|$)")
_RULE = re.compile(r"[\s|:-]*\Z")
_END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][”’)]))(?<!\b[A-Z]\.)\s+(?=[“(]?[A-Z0-9$€¥£])")


@dataclass(frozen=True, slots=True)
class Reworded:
    """Neighbouring sentences of one page (path below `docs/`, title) that read differently; either side may be empty."""

    page: str
    title: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def reworded(page: str, title: str, before: str, after: str) -> Iterator[Reworded]:
    """Where the Markdown of a page reads differently, in its order."""
    old, new = sentences(before), sentences(after)
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            continue
        if old_to - old_from == new_to - new_from:
            for was, now in zip(old[old_from:old_to], new[new_from:new_to], strict=True):
                yield Reworded(page, title, (was,), (now,))
        else:
            yield Reworded(page, title, old[old_from:old_to], new[new_from:new_to])


def sentences(markdown: str) -> tuple[str, ...]:
    """Every sentence, heading, list item and table row of a page, as plain text."""
    body = _NOTES.sub("", _FRONT.sub("", markdown))
    told = _LEFT_OUT.sub("", body)
    while _LINK.search(told):
        told = _LINK.sub(r"\1", told)
    return tuple(sentence for block in _blocks(told) for sentence in _END.split(block) if sentence)


def _blocks(text: str) -> Iterator[str]:
    """Paragraphs on one line each; a heading, an item and a row of a table stand alone."""
    held: list[str] = []
    for line in (*text.splitlines(), ""):
        alone = _ALONE.match(line)
        if held and (alone or not line.strip()):
            yield _plain(" ".join(held))
            held = []
        if line.strip() and not _RULE.match(line):
            held.append(line[alone.end() :] if alone else line)


def _plain(text: str) -> str:
    return " ".join(unescape(text).replace("|", " ").split())
