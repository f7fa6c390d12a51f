"""Whether an article gives words to somebody: by name, surname, pronoun, or as the organisation that is spoken for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.evidence.naming import Named, Names, names_of
from generator.evidence.referring import meant
from generator.evidence.roles import spokespeople
from generator.evidence.speaking import quotation_at
from generator.language.text.words import folded
from generator.model.entity import Entity
from generator.reading.articles import Article, Quotation

__all__ = ["Attribution", "How", "given_to", "quotation_at", "spoken_by"]
_PRONOUN = re.compile(r"(?:he|she|they|it)\Z", re.I)
_BEHIND_A_ROLE = re.compile(r"\b(?:of|at|for|from|by|behind|with|to|about)(?: the)?\Z")
_ENDS = re.compile(r"\s*(?:\Z|[,(]|(?:of|at|for|from)\b)")
_NAMED_LAST = re.compile(r"[A-Z][\w’'.-]*\Z")
_RUN = re.compile(r"(?:[A-Z][\w’'.-]*\s?)+\Z")
_STOPS = '.!?…”"’'
_GENERIC = re.compile(r"(?:the|this) [a-z]+\Z", re.I)
_ARTICLE = re.compile(r"\A(?:the|a|an|its|his|her|their) ", re.I)


class How(StrEnum):
    """How an article says who speaks, or that somebody else does."""

    NAMED = "named"
    SURNAME = "surname"
    SPOKESPERSON = "spokesperson"
    PRONOUN = "pronoun"
    OTHER = "other"
    AMBIGUOUS = "ambiguous"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Attribution:
    """How an article gives words to somebody; `others` are the names of those who may be meant where it is ambiguous."""

    how: How
    others: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether it gives them to the one asked about."""
        return self.how in (How.NAMED, How.SURNAME, How.SPOKESPERSON, How.PRONOUN)


def spoken_by(
    quotation: Quotation, speaker: Entity, article: Article, *, people: Sequence[str] = ()
) -> Attribution:
    """As `given_to`, where only the names of the other persons are known."""
    others = (
        Entity(id=f"person-{index}", name=name, kind="person", aliases=())
        for index, name in enumerate(people)
    )
    own = {folded(name) for name in (speaker.name, *speaker.aliases)}
    return given_to(
        quotation, speaker, article, [speaker, *(each for each in others if folded(each.name) not in own)]
    )


def given_to(
    quotation: Quotation,
    speaker: Entity,
    article: Article,
    entities: Iterable[Entity],
    *,
    names: Names | None = None,
) -> Attribution:
    """Whether and how the article gives `quotation` to `speaker`, one of all `entities`, whose index is `names`."""
    known = {each.id: each for each in entities}
    return _Asked(speaker, article, known, names or names_of(known.values())).about(quotation)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whom somebody wants to have spoken, in which article, and who else is known."""

    speaker: Entity
    article: Article
    known: Mapping[str, Entity]
    names: Names

    def about(self, quotation: Quotation) -> Attribution:
        words = quotation.speaker
        if not words or _PRONOUN.match(words):
            return self._by_reference(quotation, words.lower())
        heads = list(_heads(words, self.names))
        if heads:
            return self._by_name(heads[-1], words)
        if self._is_surname(words):
            return Attribution(How.SURNAME)
        if _NAMED_LAST.search(words) and not spokespeople(words):
            return Attribution(How.OTHER)
        return self._by_role(quotation, words)

    def _by_name(self, found: Named, words: str) -> Attribution:
        if self.speaker.id not in found.entities:
            return Attribution(How.OTHER)
        alike = _sharing(words[found.start : found.end], found.entities, self.known.values())
        if len(alike) == 1:
            return Attribution(How.NAMED)
        full = [each for each in alike if folded(each.name) in folded(self.article.text)]
        if len(full) != 1:
            return Attribution(How.AMBIGUOUS, _names(alike))
        return Attribution(How.SURNAME if full[0].id == self.speaker.id else How.OTHER)

    def _is_surname(self, words: str) -> bool:
        """Whether the words end in the surname of the speaker alone, whom the article names in full."""
        surname = folded(self.speaker.name).split()[-1]
        if self.speaker.kind != "person" or folded(words).split()[-1:] != [surname]:
            return False
        run = _RUN.search(folded(words))
        if run is None or _BEHIND_A_ROLE.search(folded(words)[: run.start()].rstrip()):
            return False
        is_there = folded(self.speaker.name) in folded(self.article.text)
        return is_there and len(_sharing(surname, (), self.known.values())) == 1

    def _by_role(self, quotation: Quotation, words: str) -> Attribution:
        """`Acme’s spokeswoman` speaks for Acme; `the mayor` is the one person whom the article calls so."""
        named = {name for found in self.names.names_in(words) for name in found.entities}
        if self.speaker.kind == "person":
            persons = (each for each in self.known.values() if each.kind == "person")
            called = [each for each in persons if _is_called(each, words, self.article)]
            if len(called) > 1:
                return Attribution(How.AMBIGUOUS, _names(called))
            return Attribution(How.NAMED if called == [self.speaker] else How.OTHER)
        if named and spokespeople(words):
            return Attribution(How.SPOKESPERSON if self.speaker.id in named else How.OTHER)
        return self._by_reference(quotation, "it") if _GENERIC.match(words) else Attribution(How.OTHER)

    def _by_reference(self, quotation: Quotation, pronoun: str) -> Attribution:
        if not pronoun and (earlier := _same_speaker(self.article, quotation)):
            return self.about(earlier)
        if not pronoun and not _stands_alone(self.article, quotation):
            return Attribution(How.NOBODY)
        if pronoun in ("he", "she", "") and self.speaker.kind != "person":
            return Attribution(How.OTHER if pronoun else How.NOBODY)
        found = meant(self.article, quotation, pronoun, self.known, self.names)
        if len(found) > 1:
            return Attribution(
                How.AMBIGUOUS, _names(self.known[each] for each in found if each in self.known)
            )
        if found == (self.speaker.id,):
            return Attribution(How.PRONOUN)
        return Attribution(How.OTHER if pronoun else How.NOBODY)


def _names(entities: Iterable[Entity]) -> tuple[str, ...]:
    return tuple(sorted(each.name for each in entities))


def _heads(words: str, names: Names) -> Iterator[Named]:
    """The names that are the speaker, not what a role belongs to: at the end of a part, or before `of`."""
    for found in names.names_in(words):
        before, rest = words[: found.start].rstrip(), words[found.end :]
        if not _BEHIND_A_ROLE.search(before) and _ENDS.match(rest):
            yield found


def _sharing(name: str, ids: Sequence[str], entities: Iterable[Entity]) -> list[Entity]:
    """The entities that `name` may mean: those it is a name of, and persons whose surname it is."""
    plain = folded(name)
    return [
        each
        for each in entities
        if each.id in ids or (each.kind == "person" and folded(each.name).split()[1:][-1:] == [plain])
    ]


def _is_called(person: Entity, words: str, article: Article) -> bool:
    """Whether the article puts a role right beside a person: `Lind, the mayor`, `mayor Otto Lind`, `Lind, who is mayor`."""
    role = re.escape(_ARTICLE.sub("", folded(words)))
    text = folded(article.text)
    for name in map(re.escape, map(folded, (person.name, *person.aliases))):
        behind = rf"\b{name}, (?:who (?:is|was) )?(?:the |a |its )?(?:[\w-]+ ){{0,2}}?{role}\b"
        if re.search(rf"{behind}|\b{role},? {name}\b", text, re.I):
            return True
    return False


def _same_speaker(article: Article, quotation: Quotation) -> Quotation | None:
    """The last quotation of the paragraph right before, where this one stands alone and one speaker has all there."""
    above = range(quotation.block - 1, -1, -1)
    before = next((index for index in above if article.blocks[index].is_evidence), -1)
    there = [each for each in article.quotations if each.block == before]
    speakers = {each.speaker for each in there}
    alone = _stands_alone(article, quotation)
    return there[-1] if alone and len(speakers) == 1 and "" not in speakers else None


def _stands_alone(article: Article, quotation: Quotation) -> bool:
    """Whether nothing is told in the sentence of a quotation, so that nobody else can be meant by what is told."""
    block = article.blocks[quotation.block]
    before = block.text[: max(quotation.start - block.start - 1, 0)].rstrip()
    behind = block.text[quotation.end - block.start + 1 :].lstrip()
    ended = not before or before[-1] in _STOPS
    return ended and (not behind or (quotation.text[-1:] in ".!?…" and not behind[0].islower()))
