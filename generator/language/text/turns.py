"""Who speaks in a transcript: the labels before what is said, `SMITH:`, `**Jane Holt** —`, `Q.`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.language.lexicon import entries, texts
from generator.language.text.block import Block, BlockKind

_WORD = r"[A-Z][\w’'.-]*"
_LABEL = re.compile(
    rf"(?P<name>{_WORD}(?: (?:of|the|for|and|de|van|von|{_WORD})){{0,6}}?(?: \([^()\n]{{1,60}}\))?)"
    r"(?: ?(?P<mark>[:—–])|(?<=^[QA])\.)\s+(?=\S)"
)
_ASKED = re.compile(r"[QA](?:uestion|nswer)?\Z", re.I)
_FEWEST = 2
"""A text with fewer labels is no transcript."""
_LABELLED = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TITLE)


@dataclass(frozen=True, slots=True)
class _Label:
    """A label at the beginning of a block: the name in it, whether it is written as labels of speakers are, where the words begin."""

    name: str
    is_marked: bool
    said: int


def with_turns(blocks: Sequence[Block], bold: Sequence[bool]) -> tuple[Block, ...]:
    """`blocks`, those of a transcript as turns; `bold[i]` says whether block `i` begins in bold letters."""
    labels = [_label(block, is_bold) for block, is_bold in zip(blocks, bold, strict=True)]
    counts = Counter(label.name for label in labels if label)
    speaking = [label for label in labels if label and (label.is_marked or counts[label.name] > 1)]
    if len(speaking) < _FEWEST or len(counts) < _FEWEST:
        return tuple(blocks)
    return tuple(_turns(blocks, labels))


def _turns(blocks: Sequence[Block], labels: Sequence[_Label | None]) -> Iterator[Block]:
    """A paragraph between two labels goes on with the first; behind the last one nobody speaks for sure."""
    last = max(index for index, label in enumerate(labels) if label)
    speaker = ""
    for index, (block, label) in enumerate(zip(blocks, labels, strict=True)):
        if label:
            speaker = label.name
            yield replace(block, kind=BlockKind.TURN, speaker=speaker, said=label.said)
        elif block.kind is BlockKind.PARAGRAPH and speaker and index < last and block.text[:1] not in "[(":
            yield replace(block, kind=BlockKind.TURN, speaker=speaker)
        else:
            speaker = "" if block.kind in (BlockKind.HEADING, BlockKind.TITLE) else speaker
            yield block


def _label(block: Block, is_bold: bool) -> _Label | None:
    found = _LABEL.match(block.text) if block.kind in _LABELLED else None
    if found is None or found["name"].strip(" .").casefold() in _no_speakers():
        return None
    name = " ".join(found["name"].split())
    letters = [each for each in re.sub(r"\(.*\)", "", name) if each.isalpha()]
    capitals = all(map(str.isupper, letters)) and found["mark"] != "—" and len(letters) > 1
    titled = name.split(" ")[0].rstrip(".") in _titles()
    asked = bool(_ASKED.match(name))
    return _Label(name, (is_bold and " " in name) or capitals or titled or asked, found.end())


def _no_speakers() -> frozenset[str]:
    return _words("no speaker")


def _titles() -> frozenset[str]:
    return _words("title")


def _words(kind: str) -> frozenset[str]:
    return frozenset(
        word for entry in entries("turns") if entry["kind"] == kind for word in texts(entry, "words")
    )
