"""The one splitter: where the sentences of a text begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from generator.language.lexicon import entries, spelled_out, texts
from generator.language.text.saying import verbs

_CLOSING = "”\"’'»›)\\]*_"
_NOTE = r"\[[\w ]{1,4}\]|[¹²³⁰⁴-⁹*†‡]"
_STOP = re.compile(
    rf"(?P<mark>[.!?…]+)(?P<closed>[{_CLOSING}]*(?:{_NOTE})*)(?=\s+(?P<opened>[“\"‘'«„(\[*_—–-]*\s?)(?P<next>[^\W_]\S*))"
    r"|[。！？]|(?=\n[^\S\n]*\n)"
)
"""Where a sentence may end: marks and what closes with them, before space and the next word; or an empty line."""
_TOKEN = re.compile(r"[^\s()\[\]“”\"‘„«»—–-]*\Z")
_LONGEST = 24
"""So many characters of the word before a full stop are looked at; the longest abbreviation is shorter."""
_LETTERS = re.compile(r"(?:[^\W\d_]\.)+\Z")
_NUMBER = re.compile(r"\d|[IVXLC]+\b")
_LABEL = re.compile(r"\(?(?:\d{1,3}|[a-z])\.\Z")
_NAMED = r"(?:[A-Z][\w’'.-]*\s){1,4}"


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The first and the last offset of every sentence in `text`, without the space around it.

    After a full stop the next word decides, and the word before it where it is an abbreviation, an initial or the number of an item; where neither
    does, the sentence goes on: one that is too long hides no denial.
    """
    found: list[tuple[int, int]] = []
    begin = _skip(text, 0)
    for end in _ends(text):
        if end > begin:
            found.append((begin, len(text[:end].rstrip()) if text[end - 1].isspace() else end))
            begin = _skip(text, end)
    last = len(text.rstrip())
    if last > begin:
        found.append((begin, last))
    return tuple(found)


def _skip(text: str, start: int) -> int:
    """The offset of the first character from `start` that is no space."""
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _ends(text: str) -> Iterator[int]:
    begin = 0
    for found in _STOP.finditer(text):
        if found["mark"] is None or _is_end(text, found, begin):
            begin = found.end()
            yield begin


def _is_end(text: str, found: re.Match[str], begin: int) -> bool:
    following = found["next"]
    if not _may_begin(following):
        return False
    if found["mark"] != ".":
        return not _goes_on(text, found)
    at = found.start() + 1
    token = _TOKEN.search(text, max(begin, at - _LONGEST), at)
    word = token[0] if token else "."
    if _LABEL.match(word) and not text[begin : at - len(word)].strip(" (\n"):
        return False
    return _ends_behind(word, following, closed=found["closed"])


def _may_begin(word: str) -> bool:
    """Whether a sentence can begin with a word: not in small letters, but for names such as `iPhone`."""
    return not word[0].islower() or any(map(str.isupper, word[1:3]))


def _goes_on(text: str, found: re.Match[str]) -> bool:
    """Whether what is asked, exclaimed or left open does not end its sentence: `“Why?” Holt asked`, `Yahoo! Inc.`, `and … Lind`."""
    if found["closed"]:
        return bool(_attributed().match(text, found.end()))
    if "…" in found["mark"] or found["mark"] in ("..", "..."):
        return _bare(found["next"]) not in opening()
    at = found.start() + 1
    token = _TOKEN.search(text, max(0, at - _LONGEST), at)
    return token is not None and token[0] in _kinds() and _bare(found["next"]) not in opening()


def _ends_behind(word: str, following: str, *, closed: str) -> bool:
    """Whether a full stop behind `word` ends a sentence that `following` would continue."""
    kind = _kinds().get(word) or (_kinds().get(word.capitalize()) if word.isupper() else None)
    if kind is None:
        if not _LETTERS.match(word):
            return True
        kind = "middle"
    if kind == "title":
        return False
    if kind == "number":
        return not _NUMBER.match(following)
    following = _bare(following)
    if kind == "last":
        return following not in _unless()
    return following in opening() or (")" in closed and following[:1].isupper() and len(word) > 2)


def _bare(word: str) -> str:
    return word.rstrip(",.;:!?…”\"’')]")


@cache
def _attributed() -> re.Pattern[str]:
    return re.compile(rf"\s+{_NAMED}(?:{verbs()})\b")


@cache
def _kinds() -> Mapping[str, str]:
    """The abbreviations with their kinds."""
    listed = (entry for entry in entries("abbreviations") if entry["kind"] != "opening")
    return {
        word: str(entry["kind"])
        for entry in listed
        for pattern in texts(entry, "words")
        for word in spelled_out(pattern)
    }


@cache
def opening() -> frozenset[str]:
    """Words that begin sentences, with a capital."""
    return frozenset(
        word
        for entry in entries("abbreviations")
        if entry["kind"] == "opening"
        for word in texts(entry, "words")
    )


@cache
def _unless() -> frozenset[str]:
    """Words with which a sentence goes on behind an abbreviation that may be its last word."""
    return frozenset(word for entry in entries("abbreviations") for word in texts(entry, "unless"))
