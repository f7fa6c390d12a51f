"""Markdown as a reader sees it: text without its markup, and where each character of it is stored."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from generator.language.text.emphasis import Mark, paired

HIDDEN = "\0"
"""Stands for each stored character of a comment, which is never text."""
_SPECIAL = re.compile(r"[\\`*_~<&\[\0]")
_LABEL = r"(?:[^\[\]\\]|\\.|!?\[(?:[^\[\]\\]|\\.)*\](?:\([^()\s]*\))?)*"
_TARGET = r"\(\s*(?:<[^<>\n]*>|(?:[^()\s\\]|\\.|\([^()\s]*\))*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
_ITEM = re.compile(
    r"(?P<hidden>\0+)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`+)(?P<code>.{1,2000}?)(?<!`)(?P=ticks)(?!`)"
    r"|<(?P<address>[a-z][a-z0-9+.-]{1,20}:[^\s<>]*|[\w.+-]+@[\w.-]+)>"
    r"|<(?P<close>/?)(?P<tag>[a-zA-Z][\w-]*)(?P<attributes>(?:\s[^<>]*)?)/?>"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{2,31});)"
    r"|(?P<footnote>\[\^[^\]\s]+\])"
    rf"|(?P<image>!)\[{_LABEL}\](?:{_TARGET}|\[[^\]]*\])"
    rf"|\[(?P<label>{_LABEL})\](?:(?P<target>{_TARGET})|\[(?P<reference>[^\]]*)\])?"
    r"|(?P<marks>\*+|_+|~~)",
    re.DOTALL,
)
_UNSEEN_TAGS = frozenset({"del", "s", "strike", "script", "style", "template"})
_UNSEEN = re.compile(r"\shidden\b|display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@dataclass(frozen=True, slots=True)
class Visible:
    """What a reader sees; `starts[i]` and `ends[i]` are the stored offsets between which its character `i` is written."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Visible characters, and from where to where they are written: each alone, or all of them together if `whole`."""

    text: str
    start: int
    end: int
    whole: bool = False


def visible(stored: str, offsets: Sequence[int], *, defined: frozenset[str] = frozenset()) -> Visible:
    """`stored` as a reader sees it; `offsets[i]` is where its character `i` stands in the file, for the result’s places.

    Text that is struck through or hidden is not seen, a raised digit stays raised. `defined` are the labels of links
    that are defined elsewhere, in small letters.
    """
    if not _SPECIAL.search(stored):
        return Visible(stored, offsets, [each + 1 for each in offsets])
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece in _seen(stored, 0, len(stored), defined):
        text.append(piece.text)
        for index in range(len(piece.text)):
            first, last = (piece.start, piece.end - 1) if piece.whole else (piece.start + index,) * 2
            starts.append(offsets[first])
            ends.append(offsets[last] + 1)
    return Visible("".join(text), starts, ends)


def _seen(stored: str, start: int, end: int, defined: frozenset[str]) -> Iterator[_Piece]:
    """The visible pieces between two offsets."""
    items: list[_Piece | Mark] = []
    while start < end:
        found = _ITEM.search(stored, start, end)
        stop = found.start() if found else end
        if stop > start:
            items.append(_Piece(stored[start:stop], start, stop))
        if found is None:
            break
        if found["marks"]:
            items.append(Mark(found["marks"], found.start(), stored))
            start = found.end()
        else:
            start = _read(stored, found, end, defined, items)
    gone, struck = paired([each for each in items if isinstance(each, Mark)])
    for item in items:
        if any(first <= (item.at if isinstance(item, Mark) else item.start) < last for first, last in struck):
            continue
        if isinstance(item, Mark):
            left = item.length - gone.get(item.at, 0)
            yield _Piece(item.text[:left], item.at, item.at + left)
        else:
            yield item


def _read(
    stored: str, found: re.Match[str], end: int, defined: frozenset[str], items: list[_Piece | Mark]
) -> int:
    """Append what is seen of one piece of markup; the offset behind it."""
    start, stop = found.span()
    if found["escaped"]:
        items.append(_Piece(found["escaped"], start, stop, whole=True))
    elif found["code"] is not None:
        items.append(_Piece(found["code"], found.start("code"), found.end("code")))
    elif found["address"]:
        items.append(_Piece(found["address"], found.start("address"), found.end("address")))
    elif found["tag"]:
        return _tag(stored, found, end, defined, items)
    elif found["entity"]:
        items.extend(_entity(found["entity"], start, stop))
    elif found["label"] is not None:
        _link(stored, found, defined, items)
    return stop


def _entity(written: str, start: int, stop: int) -> Iterator[_Piece]:
    meant = unescape(written)
    if meant == written:
        yield _Piece(written, start, stop)
        return
    seen = "".join(each for each in meant if each == "\u00ad" or unicodedata.category(each)[0] != "C")
    yield _Piece(seen, start, stop, whole=True)


def _link(stored: str, found: re.Match[str], defined: frozenset[str], items: list[_Piece | Mark]) -> None:
    """The text of a link; brackets that are none stay, with what they hold."""
    begin, end = found.span("label")
    is_link = found["target"] is not None or (found["reference"] or found["label"]).lower() in defined
    inside = list(_seen(stored, begin, end, defined))
    if is_link:
        items.extend(inside)
        return
    items.append(_Piece("[", found.start(), begin))
    items.extend(inside)
    items.append(_Piece("]", end, end + 1))
    if found["reference"] is not None:
        first, last = found.span("reference")
        items.extend([_Piece("[", first - 1, first), *_seen(stored, first, last, defined)])
        items.append(_Piece("]", last, last + 1))


def _tag(
    stored: str, found: re.Match[str], end: int, defined: frozenset[str], items: list[_Piece | Mark]
) -> int:
    """A tag is not seen; what stands between some tags is neither, or is seen raised or lowered."""
    name = found["tag"].lower()
    if name == "br":
        items.append(_Piece("\n", found.start(), found.end(), whole=True))
    if found["close"]:
        return found.end()
    is_unseen = name in _UNSEEN_TAGS or bool(_UNSEEN.search(found["attributes"]))
    if not is_unseen and name not in ("sup", "sub"):
        return found.end()
    closing = re.compile(rf"</{name}\s*>", re.I).search(stored, found.end(), end)
    if is_unseen:
        return closing.end() if closing else end
    if closing is None:
        return found.end()
    inside = list(_seen(stored, found.end(), closing.start(), defined))
    before = stored[found.start() - 1 : found.start()]
    items.extend(_shifted(name, inside, before))
    return closing.end()


def _shifted(name: str, inside: Sequence[_Piece], before: str) -> Iterator[_Piece]:
    """Raised or lowered pieces; `[1]` behind a word is a note, and the 2 of CO2 is a letter of it."""
    plain = "".join(each.text for each in inside)
    stays = plain.startswith("[") if name == "sup" else before.isalpha()
    table = _RAISED if name == "sup" else _LOWERED
    for each in inside:
        yield each if stays else _Piece(each.text.translate(table), each.start, each.end, each.whole)
