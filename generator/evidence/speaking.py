"""The quotation that a passage of an article stands in, also where its sentence is interrupted by who speaks."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from generator.language.text import sentences
from generator.reading.articles import Article, Quotation


def quotation_at(article: Article, start: int, end: int) -> Quotation | None:
    """The quotation that holds all characters from `start` to `end`; marks at the ends may be part of them."""
    for quotation in article.quotations:
        if quotation.start - 1 <= start and end <= quotation.end + 1:
            return quotation
    return interrupted(article, start, end)


def interrupted(article: Article, start: int, end: int) -> Quotation | None:
    """The two halves of one spoken sentence as one quotation, where `start` is in the first and `end` in the second."""
    for one, other in pairwise(article.quotations):
        if one.start - 1 <= start <= one.end + 1 and other.start - 1 <= end <= other.end + 1:
            between = article.text[one.end + 1 : other.start - 1].strip()
            same = one.block == other.block and one.speaker and one.speaker == other.speaker
            if same and other.text[:1].islower() and between[-1:] in ",–—-" and len(sentences(between)) == 1:
                return replace(one, text=article.text[one.start : other.end], end=other.end)
    return None
