"""Which sentences of a stored article tell a figure, and which of those figures no fact's evidence covers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.evidence.sentences import Sentence, sentences
from generator.model.ledger import Ledger, Proof
from generator.model.names import numbered_names, without_names
from generator.quantities import quantities_in
from generator.quantities.grammar import may_count
from generator.reading.articles import Article

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that tells a figure, and whether evidence covers every figure in it."""

    sentence: Sentence
    is_taken: bool


def telling(ledger: Ledger) -> Mapping[str, Sequence[Telling]]:
    """For each stored article its sentences that tell a figure, in the article's order."""
    taken: dict[str, list[Span]] = {name: [] for name in ledger.articles}
    for fact in ledger.facts.values():
        for index, located in ledger.proofs(fact):
            if located.proof is Proof.VERIFIED:
                taken[fact.evidence[index].source].append((located.start, located.end))
    names = numbered_names(ledger.entities.values())
    return {
        name: tuple(_telling(article, names, taken[name]))
        for name, article in sorted(ledger.articles.items())
    }


def _telling(article: Article, names: re.Pattern[str], taken: Sequence[Span]) -> Iterator[Telling]:
    for sentence in sentences(article):
        found = quantities_in(without_names(sentence.text, names)) if may_count(sentence.text) else ()
        figures = [(sentence.start + each.start, sentence.start + each.end) for each in found]
        if figures:
            yield Telling(sentence, all(_covered(figure, taken) for figure in figures))


def _covered(figure: Span, taken: Sequence[Span]) -> bool:
    return any(start < figure[1] and figure[0] < end for start, end in taken)
