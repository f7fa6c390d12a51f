"""Whom a passage of an article names, with what `we` means in it: the voice of its source, or nobody where others speak."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.evidence.attribution import given_to
from generator.evidence.naming import Named, Names, Span
from generator.model.entity import Entity
from generator.reading.articles import Article


def named_in(
    article: Article, passage: Span, names: Names, *, voice: Entity | None, entities: Iterable[Entity]
) -> tuple[Named, ...]:
    """Every name between two offsets of the article’s text, with offsets in that text."""
    start, end = passage
    quoted = tuple(_others(article, passage, names, voice, entities)) if voice else ()
    found = names.names_in(article.text[start:end], voice=voice, quoted=quoted)
    return tuple(replace(each, start=each.start + start, end=each.end + start) for each in found)


def _others(
    article: Article, passage: Span, names: Names, voice: Entity, entities: Iterable[Entity]
) -> Iterator[Span]:
    """Where in the passage, counted from its start, somebody else than the voice speaks."""
    start, end = passage
    for each in article.quotations:
        overlaps = each.start < end and start < each.end
        if overlaps and not given_to(each, voice, article, entities, names=names):
            yield each.start - start, each.end - start
