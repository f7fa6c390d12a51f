"""A stored source ready for its quotes: its folded text, and its sentences, each read once when a quote first stands in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.evidence.dating import Told, dates_in
from generator.evidence.naming import names_of
from generator.evidence.passage import Passage, Setting, read_passage
from generator.evidence.quotes import Passages, passages
from generator.language.text import sentences
from generator.model.ledger import Ledger
from generator.reading.articles import Article, BlockKind, Quotation

UNSEEN = (BlockKind.CAPTION, BlockKind.FILLER)
"""What is no text of the source's own."""


@dataclass(frozen=True)
class Stored:
    """The text of one source; offsets are places in `article.text`."""

    text: Passages
    setting: Setting
    kinds: Mapping[str, str] = field(default_factory=dict)
    """What sort of thing each entity is."""
    _read: dict[tuple[int, int], Passage] = field(default_factory=dict)

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.text.article

    @cached_property
    def spans(self) -> tuple[tuple[int, int, int], ...]:
        """The sentences that can be evidence: start, end, and the block that each stands in, in the text's order."""
        return tuple(
            (block.start + start, block.start + end, index)
            for index, block in enumerate(self.article.blocks)
            if block.kind not in UNSEEN
            for start, end in (((0, len(block.text)),) if block.cells else sentences(block.text))
        )

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(start for start, _, _ in self.spans)

    @cached_property
    def dates(self) -> tuple[Told, ...]:
        """Every date in the whole text."""
        return dates_in(self.article.text, self.setting.issued)

    def over(self, start: int, end: int) -> tuple[Passage, ...]:
        """The sentences that a quote from `start` to `end` stands in."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        found = []
        for one, other, _ in self.spans[first:]:
            if one >= end:
                break
            if other > start:
                found.append(self._passage(one, other))
        return tuple(found)

    def joined(self, start: int, end: int) -> Passage:
        """All sentences that a quote from `start` to `end` stands in, as one passage."""
        found = self.over(start, end)
        if not found:
            return self._passage(start, end)
        return self._passage(found[0].start, found[-1].end)

    def before(self, offset: int) -> Iterator[Passage]:
        """The sentences before the one that begins at `offset`, the nearest first."""
        for start, end, _ in reversed(self.spans[: bisect_right(self._starts, offset - 1)]):
            yield self._passage(start, end)

    def after(self, offset: int) -> Passage | None:
        """The first sentence that begins at `offset` or later, in the same paragraph or as the first of the next one."""
        at = bisect_left(self._starts, offset)
        if at >= len(self.spans):
            return None
        start, end, block = self.spans[at]
        beside = at > 0 and self.spans[at - 1][2] == block
        return (
            self._passage(start, end)
            if beside or self.article.blocks[block].kind is BlockKind.PARAGRAPH
            else None
        )

    def paragraph(self, offset: int) -> tuple[Passage, ...]:
        """All sentences of the block that holds the character at `offset`."""
        at = max(bisect_right(self._starts, offset) - 1, 0)
        block = self.spans[at][2] if self.spans else -1
        return tuple(self._passage(start, end) for start, end, index in self.spans if index == block)

    def _others_speak(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """Where between two offsets another organisation than the voice of the source speaks, counted from the first."""
        voice = self.setting.voice
        if voice is None:
            return ()
        spoken = [each for each in self.article.quotations if each.start < end and start < each.end]
        return tuple(
            (each.start - start, each.end - start) for each in spoken if self._is_for_another(each, voice.id)
        )

    def _is_for_another(self, speech: Quotation, voice: str) -> bool:
        """Whether whoever speaks is named by another organisation: `a spokesman for Acme`."""
        named = {name for each in self.setting.names.names_in(speech.speaker) for name in each.entities}
        return voice not in named and any(self.kinds.get(name) == "organisation" for name in named)

    def _block_at(self, offset: int) -> int:
        return self.spans[max(bisect_right(self._starts, offset) - 1, 0)][2] if self.spans else 0

    def _passage(self, start: int, end: int) -> Passage:
        if (start, end) not in self._read:
            block = self.article.blocks[self._block_at(start)]
            text = self.article.text[start:end]
            quoted = self._others_speak(start, end)
            self._read[start, end] = read_passage(text, start, self.setting, cells=block.cells, quoted=quoted)
        return self._read[start, end]


Texts = Mapping[str, Stored]
"""The stored sources by id."""


def texts_of(ledger: Ledger) -> Texts:
    """Every stored article of the ledger."""
    names = names_of(ledger.entities.values())
    kinds = {each.id: each.kind for each in ledger.entities.values()}
    found = {}
    for name, article in ledger.articles.items():
        source = ledger.sources.get(name)
        voice = ledger.entities.get((source.voice if source else None) or "")
        issued = source.issued if source else None
        found[name] = Stored(passages(article), Setting(names, voice, issued), kinds)
    return found
