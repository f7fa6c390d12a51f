"""What stands between quotation marks in a text, of any shape, apostrophes apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPENING = re.compile(r"[“„«\"‘‚]|(?<![\w.,!?])'(?=[\w“])")
_CLOSERS = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’", "‚": "‘’", "'": "'"}
_SINGLE = "‘‚'"
_CLOSING = {mark: re.compile(rf"[{_CLOSERS[mark]}](?!\w)") for mark in _SINGLE}
_STOPS = ".,!?…;—–-"
_LONGEST = 3000
"""Characters between single marks; so far the closing one is looked for."""
_FEWEST = 2
"""Words between single marks that close without punctuation; one alone may be a name or an elision."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Offsets of what stands between two marks; `is_open` where the closing one is missing."""

    start: int
    end: int
    is_open: bool = False


def marked(text: str) -> Iterator[Marked]:
    """What stands between the outer marks of `text`; words within words are not told apart."""
    at = 0
    while found := _OPENING.search(text, at):
        mark, start = found[0], found.end()
        at = start
        if mark in '"‘' and text[found.start() - 1 : found.start()].isalnum():
            continue
        end = _single(text, start, mark) if mark in _SINGLE else _double(text, start, mark)
        if end is None:
            if mark in '“"«„' or not text[: found.start()].strip():
                yield Marked(start, len(text), is_open=True)
            continue
        if end > start:
            yield Marked(start, end)
            at = end + 1


def _double(text: str, start: int, mark: str) -> int | None:
    """Where the closing mark stands; None without one, `start` where another opens before it."""
    for index in range(start, len(text)):
        if text[index] in _CLOSERS[mark] and not (mark == '"' and text[index + 1 : index + 2].isalnum()):
            return index
        if text[index] == mark != '"':
            return start
    return None


def _single(text: str, start: int, mark: str) -> int | None:
    """Where a single mark closes: behind punctuation first, else before it, else behind a word that is no plural."""
    last = min(len(text), start + _LONGEST)
    stop = text.find(mark, start, last) if mark in "‘‚" else -1
    found = _CLOSING[mark].finditer(text, start, stop if stop >= 0 else last)
    closing = [each.start() for each in found]
    sure = [index for index in closing if text[index - 1] in _STOPS]
    if sure:
        return sure[0]
    likely = [
        index
        for index in closing
        if text[index + 1 : index + 2] in ("", *",.;:!?)") or text[index - 1] != "s"
    ]
    if likely and len(text[start : likely[0]].split()) >= _FEWEST:
        return likely[0]
    return None
