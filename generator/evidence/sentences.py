"""The sentences of a stored article that can be evidence, and the one of them that tells a figure of somebody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.evidence.agreement import Verdict, agreement
from generator.evidence.quotes import Match, Passages, find_quote
from generator.language.text import sentences as split
from generator.model.entity import Entity
from generator.model.names import is_named
from generator.quantities import Quantity, quantities_in
from generator.reading.articles import Article, Block, BlockKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of an article, with where they begin and end in its text."""

    text: str
    start: int
    end: int


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence of a text begins and ends."""
    return split(text)


def sentences(article: Article) -> Iterator[Sentence]:
    """Every sentence that is neither caption nor filler, in the article’s order."""
    for block in article.blocks:
        if block.is_evidence:
            yield from _of_block(block)


def _of_block(block: Block) -> Iterator[Sentence]:
    if block.kind is BlockKind.TABLE_ROW:
        yield Sentence(block.text, block.start, block.end)
        return
    for start, end in split(block.text):
        yield Sentence(block.text[start:end], block.start + start, block.start + end)


def tells(sentence: str, value: Quantity) -> bool:
    """Whether a sentence carries the figure."""
    return agreement(value, [each.quantity for each in quantities_in(sentence)]).agrees


def _nearly_tells(sentence: str, value: Quantity) -> bool:
    """Whether it carries the figure but for a word such as “about” or “under”, which is told once it is quoted."""
    found = agreement(value, [each.quantity for each in quantities_in(sentence)])
    return found.agrees or found.verdict in (Verdict.HEDGE_DROPPED, Verdict.BOUND_DROPPED, Verdict.DIRECTION)


def nearest_telling(text: Passages, value: Quantity, about: Entity, *, near: int) -> Sentence | None:
    """The sentence that tells a figure and names whom it is about, the nearest to an offset, as it can be quoted."""
    found = (each for each in sentences(text.article) if is_named(about, each.text))
    good = [each for each in found if _nearly_tells(each.text, value) and _stands(text, each)]
    return min(good, key=lambda each: abs(each.start - near), default=None)


def _stands(text: Passages, sentence: Sentence) -> bool:
    return isinstance(find_quote(text, sentence.text), Match)
