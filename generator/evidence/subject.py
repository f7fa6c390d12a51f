"""Whether the passage that a quote is taken from speaks of what the fact is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from generator.diagnostics import Diagnostic, Note
from generator.evidence import wording
from generator.evidence.quotes import Match, Passages
from generator.evidence.sentences import nearest_telling, spans, tells
from generator.model.entity import Entity
from generator.model.fact import Event, Fact, Figure, Property
from generator.model.ledger import Ledger
from generator.model.names import is_named
from generator.model.pointers import Stance
from generator.quantities import Quantity
from generator.reading.articles import Article, BlockKind

_CONTRAST = re.compile(r",?\s(?:while|whereas)\s|;\s")
"""What sets one clause against another, so that a name in the one owns nothing in the other."""
_HINT = "quote from where the article names it, or add the article’s word to its `aliases`"


def wrong_subject(
    ledger: Ledger, fact: Fact, index: int, text: Passages, found: Match
) -> Iterator[Diagnostic]:
    """`subject-not-in-passage`: the sentences of the quote name somebody, but not the one whom the fact is about.

    A figure names its entity in the sentence that tells it, a property in the sentences of its quote, or, where they name
    nobody (`It will spend …`), in the last sentence before that names anybody. `While` and a semicolon part a sentence. An event names one of its entities anywhere
    in the paragraph.
    """
    if fact.evidence[index].stance is not Stance.SUPPORTS:
        return
    article = text.article
    for field, about in _required(ledger, fact):
        known = [ledger.entities[name] for name in about if name in ledger.entities]
        span = _span(ledger, article, found, fact, field)
        passage = _naming(ledger, article, found.block, span)
        if not known or any(is_named(entity, passage) for entity in known):
            continue
        names = " or ".join(entity.name for entity in known)
        headline = f"{fact.id} is about {names}, whom the passage does not name"
        note = Note("the passage", article.place(found.start, found.end))
        offered = better(fact, text, known[0], found)
        hint, notes = (offered[0], offered[1:]) if offered else (_HINT, ())
        yield Diagnostic("subject-not-in-passage", ledger.place(fact, field), headline, hint, (note, *notes))


def better(fact: Fact, text: Passages, about: Entity | None, found: Match) -> tuple[str, Note] | None:
    """The sentence that tells the figure and names whom it is about, offered as the quote, and where it stands."""
    if not isinstance(fact, Figure) or about is None:
        return None
    sentence = nearest_telling(text, fact.value, about, near=found.start)
    if sentence is None:
        return None
    place = text.article.place(sentence.start, sentence.end)
    return wording.passage(sentence.text), Note(f"where the article tells it of {about.name}", place)


def _required(ledger: Ledger, fact: Fact) -> Iterator[tuple[str, tuple[str, ...]]]:
    if isinstance(fact, Figure | Property):
        yield "entity", (fact.entity,)
    if isinstance(fact, Event):
        yield "entities", fact.entities or tuple(_told_of(ledger, fact.statement))


def _told_of(ledger: Ledger, statement: str) -> Iterator[str]:
    """The entities that our own sentence names, where the fact names none."""
    yield from (each.id for each in ledger.entities.values() if is_named(each, statement))


def published(ledger: Ledger, fact: Fact, index: int, claimant: Entity) -> bool:
    """Whether the claimant is the one who published the source, or wrote it."""
    source = ledger.sources[fact.evidence[index].source]
    return any(is_named(claimant, name) for name in (source.publisher, *source.author))


def _span(ledger: Ledger, article: Article, found: Match, fact: Fact, field: str) -> tuple[int, int]:
    block = article.blocks[found.block]
    if field == "entities":
        return block.start, block.end
    if not isinstance(fact, Figure):
        return found.sentence
    start, end = telling(article, found.sentence, fact.value)
    edges = [start, *(each.start() for each in _CONTRAST.finditer(article.text, start, end)), end]
    clauses = [
        (one, other)
        for one, other in pairwise(edges)
        if tells(article.text[one:other], fact.value) and _names_anybody(ledger, article.text[one:other])
    ]
    return clauses[0] if len(clauses) == 1 else (start, end)


def telling(article: Article, passage: tuple[int, int], value: Quantity) -> tuple[int, int]:
    """The one sentence of a passage that tells the figure: a name in the next one does not own it."""
    text = article.text[slice(*passage)]
    found = [span for span in spans(text) if tells(text[slice(*span)], value)]
    if len(found) != 1:
        return passage
    start, end = found[0]
    return passage[0] + start, passage[0] + end


def _naming(ledger: Ledger, article: Article, block: int, span: tuple[int, int]) -> str:
    """The passage itself where it names anybody, else the nearest sentence before it that does."""
    passages = chain((article.text[slice(*span)],), _earlier(article, block, span[0]))
    return next((text for text in passages if _names_anybody(ledger, text)), "")


def named_before(ledger: Ledger, article: Article, block: int, before: int) -> str:
    """The nearest sentence before an offset that names anybody; empty where none does."""
    return next((each for each in _earlier(article, block, before) if _names_anybody(ledger, each)), "")


def _names_anybody(ledger: Ledger, text: str) -> bool:
    return any(is_named(entity, text) for entity in ledger.entities.values())


def _earlier(article: Article, last: int, before: int) -> Iterator[str]:
    """The sentences of the blocks up to `last` that stand before an offset, the nearest first."""
    for block in reversed(article.blocks[: last + 1]):
        if block.kind not in (BlockKind.CAPTION, BlockKind.FILLER):
            text = article.text[block.start : min(block.end, before)]
            yield from (text[slice(*span)] for span in reversed(tuple(spans(text))))
