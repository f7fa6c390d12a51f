"""Every entity that a text names, found in one pass over its words whatever the number of entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator.language.lexicon import entries, spelled_out, texts
from generator.language.text.words import Word, spellings, words
from generator.model.entity import Entity

Span = tuple[int, int]
Phrase = tuple[str, ...]
Book = Mapping[str, Sequence[tuple[Phrase, tuple[str, ...]]]]
"""By their first word: phrases, the longest first, and the ids of the entities that each may mean."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text: the ids of the entities whose name or alias it is, and its offsets. By a pronoun where `voice`."""

    entities: tuple[str, ...]
    start: int
    end: int
    voice: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """The names and aliases of all entities, made ready to be looked for."""

    book: Book

    def names_in(
        self, text: str, *, voice: Entity | None = None, quoted: Sequence[Span] = ()
    ) -> tuple[Named, ...]:
        """Every name in `text` in its order, of overlapping ones the longest; a possessive `’s` is not part of it.

        Where the source has a `voice`, `we` and `the company` mean it, but not inside the spans `quoted`, where others speak.
        """
        own = _own_words(voice.kind) if voice else {}
        return tuple(self._found(words(text), voice.id if voice else "", own, quoted))

    def _found(self, read: Sequence[Word], voice: str, own: Book, quoted: Sequence[Span]) -> Iterator[Named]:
        plain, after = [word for word, _, _ in read], 0
        for index, word in enumerate(plain):
            if index < after:
                continue
            start = read[index][1]
            if word in self.book and (known := self._longest(plain, index)):
                after = index + len(known[0])
                yield Named(known[1], start, read[after - 1][2])
            elif own and (count := _own(plain, index, own)) and not _inside(start, quoted):
                after = index + count
                yield Named((voice,), start, read[after - 1][2], voice=True)

    def _longest(self, plain: Sequence[str], at: int) -> tuple[Phrase, tuple[str, ...]] | None:
        """The longest name that begins at the word `at`, and whose it is."""
        return next((each for each in self.book[plain[at]] if _stands(plain, at, each[0])), None)


def names_of(entities: Iterable[Entity]) -> Names:
    """The index of the names and aliases of `entities`."""
    meant: dict[Phrase, dict[str, None]] = {}
    for entity in entities:
        for name in (entity.name, *entity.aliases):
            for spelling in spellings(name):
                phrase = tuple(word for word, _, _ in words(spelling))
                meant.setdefault(phrase, {})[entity.id] = None
    return Names(_book({phrase: tuple(ids) for phrase, ids in meant.items() if phrase}))


def _book(meant: Mapping[Phrase, tuple[str, ...]]) -> Book:
    found: dict[str, list[tuple[Phrase, tuple[str, ...]]]] = {}
    for phrase, ids in sorted(meant.items(), key=lambda each: -len(each[0])):
        found.setdefault(phrase[0], []).append((phrase, ids))
    return found


def _stands(plain: Sequence[str], at: int, phrase: Phrase) -> bool:
    return tuple(plain[at : at + len(phrase)]) == phrase


def _inside(offset: int, spans: Sequence[Span]) -> bool:
    return any(start <= offset < end for start, end in spans)


def _own(plain: Sequence[str], at: int, own: Book) -> int:
    """How many words from `at` on mean whoever speaks; a word in capitals (`US`) means nobody."""
    for phrase, _ in own.get(plain[at].lower(), ()):
        there = plain[at : at + len(phrase)]
        if [word.lower() for word in there] == list(phrase):
            return 0 if any(len(word) > 1 and word.isupper() for word in there) else len(phrase)
    return 0


@cache
def _own_words(kind: str) -> Book:
    listed = [
        pattern
        for entry in entries("voice")
        if kind in texts(entry, "for")
        for pattern in texts(entry, "words")
    ]
    phrases = [phrase for pattern in listed for phrase in spelled_out(pattern)]
    return _book({tuple(phrase.lower().split()): () for phrase in phrases})
