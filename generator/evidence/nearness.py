"""The passage of an article that is most like words that do not stand in it: only ever a hint."""

from __future__ import annotations

import re
from itertools import product

from rapidfuzz import fuzz

from generator.quantities import quantities_in
from generator.reading.articles import Article, BlockKind

LEAST = 50
"""How alike a passage has to be to be shown, in percent."""
AROUND = 8
"""So many words to each side of the likest stretch may be the ends that are meant."""
SAME_END = 10
"""What it counts, in percent, that a passage begins or ends with the very word of the quote."""
SHORTEST = 3
"""Words that a passage has at least where its block has them, since fewer prove nothing."""
_WORD = re.compile(r"\S+")
_OPENING = '“‘"('
_LOOSE = '”’"),;:'


def closest(article: Article, words: str) -> tuple[str, tuple[int, int]]:
    """The passage most like `words`, from a whole word to a whole word, and where it stands; empty if none is like it."""
    best, chosen = 0.0, ("", (0, 0))
    for block in article.blocks:
        if block.kind in (BlockKind.CAPTION, BlockKind.FILLER):
            continue
        found = fuzz.partial_ratio_alignment(words, block.text)
        if found is not None and found.score > best and found.score >= LEAST:
            start, end = _whole(block.text, *_ends(block.text, words, found.dest_start, found.dest_end))
            passage = block.text[start:end]
            if _share_words(words, passage):
                best, chosen = found.score, (passage, (block.start + start, block.start + end))
    return chosen


def _ends(text: str, words: str, start: int, end: int) -> tuple[int, int]:
    """The ends, near those given, between which the text is most like all of `words`."""
    found = [each.span() for each in _WORD.finditer(text)]
    first = next(place for place, span in enumerate(found) if span[1] > start)
    last = max(place for place, span in enumerate(found) if span[0] < max(end, start + 1))
    begins = range(max(first - AROUND, 0), min(first + AROUND, last) + 1)
    stops = range(max(last - AROUND, first), min(last + AROUND, len(found) - 1) + 1)
    least = min(SHORTEST, len(found)) - 1
    pairs = [(one, other) for one, other in product(begins, stops) if one + least <= other]
    spans = [(found[one][0], found[other][1]) for one, other in pairs or [(0, len(found) - 1)]]
    begin, stop = max(spans, key=lambda span: _likeness(words, text[slice(*span)]))
    while text[begin] in _OPENING and words[0] not in _OPENING:
        begin += 1
    while text[stop - 1] in _LOOSE and words[-1] not in _LOOSE:
        stop -= 1
    return begin, stop


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The ends, moved out of any quantity that they would cut in two: `3` of `3 %` is no passage to quote."""
    for found in quantities_in(text):
        if found.start < start < found.end:
            start = found.start
        if found.start < end < found.end:
            end = found.end
    return start, end


def _likeness(words: str, passage: str) -> float:
    """How alike two passages are, in percent, the more so where they begin or end with the same word."""
    given, there = (_bare(text) for text in (words, passage))
    same = (given[0] == there[0]) + (given[-1] == there[-1])
    return fuzz.ratio(words, passage) + SAME_END * same


def _share_words(words: str, passage: str) -> bool:
    """Whether a third of the words at least are the same: letters alone make chance passages alike."""
    given = _bare(words)
    there = set(_bare(passage))
    return 3 * sum(word in there for word in given) >= len(given)


def _bare(text: str) -> list[str]:
    """The words without case and the marks beside them."""
    return [word.strip(".,;:!?\"'“”‘’()").casefold() for word in text.split()] or [""]
