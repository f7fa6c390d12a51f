"""The sentences of a stored article that can be evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.language.text import sentences as split
from generator.reading.articles import Article, Block, BlockKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of an article, with where they begin and end in its text."""

    text: str
    start: int
    end: int


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
