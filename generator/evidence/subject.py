"""Whether the passage that a quote is taken from speaks of what the fact is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from generator.diagnostics import Diagnostic, Note
from generator.evidence.agreement import agreement
from generator.evidence.quotes import Match
from generator.model.entity import Entity
from generator.model.fact import Event, Fact, Figure, Property
from generator.model.ledger import Ledger
from generator.model.pointers import Stance
from generator.quantities import Quantity, quantities_in
from generator.reading.articles import Article, BlockKind

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+")


def wrong_subject(
    ledger: Ledger, fact: Fact, index: int, article: Article, found: Match
) -> Iterator[Diagnostic]:
    """`subject-not-in-passage`: the sentences of the quote name somebody, but not the one whom the fact is about.

    A figure names its entity in the sentence that tells it, a property in the sentences of its quote, or, where they name
    nobody (`It will spend …`), in the last sentence before that names anybody. An event names one of its entities anywhere
    in the paragraph, a claim its claimant up to the end of the sentence.
    """
    if fact.evidence[index].stance is not Stance.SUPPORTS:
        return
    for field, about in _required(ledger, fact):
        known = [ledger.entities[name] for name in about if name in ledger.entities]
        span = _span(article, found, fact, field)
        passage = _naming(ledger, article, found.block, span)
        if not known or any(_named(entity, passage) for entity in known):
            continue
        if field == "claimed_by" and _published(ledger, fact, index, known[0]):
            continue
        names = " or ".join(entity.name for entity in known)
        headline = f"{fact.id} is about {names}, whom the passage does not name"
        hint = "quote from where the article names it, or add the article’s word to its `aliases`"
        note = Note("the passage", article.place(found.start, found.end))
        yield Diagnostic("subject-not-in-passage", ledger.place(fact, field), headline, hint, (note,))


def _required(ledger: Ledger, fact: Fact) -> Iterator[tuple[str, tuple[str, ...]]]:
    if isinstance(fact, Figure | Property):
        yield "entity", (fact.entity,)
    if isinstance(fact, Event):
        yield "entities", fact.entities or tuple(_told_of(ledger, fact.statement))
    if fact.claimed_by:
        yield "claimed_by", (fact.claimed_by,)


def _told_of(ledger: Ledger, statement: str) -> Iterator[str]:
    """The entities that our own sentence names, where the fact names none."""
    yield from (each.id for each in ledger.entities.values() if _named(each, statement))


def _published(ledger: Ledger, fact: Fact, index: int, claimant: Entity) -> bool:
    """Whether the claimant is the one who published the source, or wrote it."""
    source = ledger.sources[fact.evidence[index].source]
    return any(_named(claimant, name) for name in (source.publisher, *source.author))


def _named(entity: Entity, text: str) -> bool:
    names = (entity.name, *entity.aliases)
    return any(name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names)


def _span(article: Article, found: Match, fact: Fact, field: str) -> tuple[int, int]:
    block = article.blocks[found.block]
    if field == "entities":
        return block.start, block.end
    if field == "claimed_by":
        return block.start, found.sentence[1]
    return telling(article, found.sentence, fact.value) if isinstance(fact, Figure) else found.sentence


def telling(article: Article, passage: tuple[int, int], value: Quantity) -> tuple[int, int]:
    """The one sentence of a passage that tells the figure: a name in the next one does not own it."""
    text = article.text[slice(*passage)]
    ends = [*(each.end() for each in _SENTENCE_END.finditer(text)), len(text)]
    sentences = list(zip([0, *ends], ends, strict=False))
    telling = [span for span in sentences if _tells(text[slice(*span)], value)]
    if len(telling) != 1:
        return passage
    start, end = telling[0]
    return passage[0] + start, passage[0] + end


def _tells(sentence: str, value: Quantity) -> bool:
    return agreement(value, [each.quantity for each in quantities_in(sentence)]).agrees


def _naming(ledger: Ledger, article: Article, block: int, span: tuple[int, int]) -> str:
    """The passage itself where it names anybody, else the nearest sentence before it that does."""
    passages = chain((article.text[slice(*span)],), _earlier(article, block, span[0]))
    return next((text for text in passages if _names_anybody(ledger, text)), "")


def _names_anybody(ledger: Ledger, text: str) -> bool:
    return any(_named(entity, text) for entity in ledger.entities.values())


def _earlier(article: Article, last: int, before: int) -> Iterator[str]:
    """The sentences of the blocks up to `last` that stand before an offset, the nearest first."""
    for block in reversed(article.blocks[: last + 1]):
        if block.kind not in (BlockKind.CAPTION, BlockKind.FILLER):
            yield from reversed(_SENTENCE_END.split(article.text[block.start : min(block.end, before)]))
