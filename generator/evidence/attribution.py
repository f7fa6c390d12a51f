"""Who speaks: the quotation a passage stands in, and whom the article gives it to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model.entity import Entity
from generator.reading.articles import Article, BlockKind, Quotation

PRONOUNS = frozenset({"he", "she", "they"})


def quotation_at(article: Article, start: int, end: int) -> Quotation | None:
    """The quotation that holds all characters from `start` to `end`; marks at the ends may be part of them."""
    for quotation in article.quotations:
        if quotation.start - 1 <= start and end <= quotation.end + 1:
            return quotation
    return None


def spoken_by(quotation: Quotation, speaker: Entity, article: Article, *, people: Sequence[str] = ()) -> bool:
    """Whether the article gives `quotation` to `speaker`.

    `He`, `she`, or no attribution at all goes back to the last person named, over captions and promotion: `speaker`
    if a person, one of `people` (everybody known), or of those whom the article itself names as speakers. `They` may be
    anybody.
    """
    names = (speaker.name, *speaker.aliases)
    told = quotation.speaker.lower()
    if told and told not in PRONOUNS:
        return _is_named(quotation.speaker, names)
    if speaker.kind != "person" and told != "they":
        return False
    return _is_named(_last_named(article, quotation, (*names, *people)), names)


def _is_named(text: str, names: Sequence[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names)


def _last_named(article: Article, quotation: Quotation, names: Sequence[str]) -> str:
    """The last of `names`, or of the speakers named outright, that stands before the quotation."""
    named = [each.speaker for each in article.quotations if each.speaker.lower() not in {*PRONOUNS, ""}]
    candidates = sorted({*names, *named}, key=lambda name: (-len(name), name))
    if not candidates:
        return ""
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, candidates))})(?!\w)")
    for index in range(quotation.block, -1, -1):
        block = article.blocks[index]
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        text = block.text[: quotation.start - block.start] if index == quotation.block else block.text
        if found := list(pattern.finditer(text)):
            return found[-1][0]
    return ""
