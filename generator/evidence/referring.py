"""Whom a pronoun before or behind a quotation means: the one who was named last and whom it fits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.evidence.naming import Names
from generator.evidence.roles import pronoun_of, titled_names
from generator.language.text.sentences import opening, sentences
from generator.model.entity import Entity
from generator.reading.articles import Article, BlockKind, Quotation

_POSSESSIVE = re.compile(r"[’']s?\s")
_BARE = re.compile(r"(?:[A-Z][\w’'.-]*\s?)+\Z")
_PERSON = re.compile(
    r"(?<![\w’'-])(?<!\b[Tt]he )(?<!\bin )(?<!\bat )(?<!\bto )(?<!\bof )"
    r"(?P<first>[A-Z][a-z’'-]+) (?:[A-Z]\. )?(?P<second>[A-Z][a-z’'-]+)(?![\w-])"
)
"""Two names side by side, not behind an article or where something is."""
STRANGER = "a stranger"
"""Stands for somebody who is named and not known here."""


def meant(
    article: Article, quotation: Quotation, pronoun: str, known: Mapping[str, Entity], names: Names
) -> tuple[str, ...]:
    """The ids of those whom `pronoun` may mean: one, several if nothing tells them apart, or none; `STRANGER` among them.

    The nearest sentence before the quotation counts that names anybody whom it fits, what is said in it apart.
    `He` and `she` mean persons, `it` nobody who is one, `they` anybody; without a pronoun a person is meant.
    """
    strangers = _strangers(article, names)
    for sentence in _before(article, quotation):
        fitting = _fitting(sentence, pronoun, known, names, article.text)
        if pronoun != "it" and (strangers.search(sentence) or (not fitting and _unknown(sentence, names))):
            fitting = {**fitting, STRANGER: False}
        sure = [name for name, is_sure in fitting.items() if is_sure]
        if fitting:
            return tuple(sure if len(sure) == 1 else fitting)
    return ()


def _strangers(article: Article, names: Names) -> re.Pattern[str]:
    """A pattern for those whom the article names as speakers or with a title, and who are not known here."""
    speakers = {each.speaker for each in article.quotations if _BARE.match(each.speaker)}
    titled = {found[0] for found in titled_names().finditer(article.text)}
    pronouns = ("He", "She", "They", "It")
    unknown = sorted(each for each in speakers | titled if each not in pronouns and not names.names_in(each))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, unknown))})\b" if unknown else r"(?!)")


def _unknown(sentence: str, names: Names) -> bool:
    """Whether a sentence has what looks like the name of a person and is the name of nobody known."""
    known = [(each.start, each.end) for each in names.names_in(sentence)]
    for found in _PERSON.finditer(sentence):
        begins = found["first"] in opening() or found["second"] in opening()
        if not begins and not any(start < found.end() and found.start() < end for start, end in known):
            return True
    return False


def _fitting(
    sentence: str, pronoun: str, known: Mapping[str, Entity], names: Names, text: str
) -> Mapping[str, bool]:
    """The ids of those whom a sentence names and whom the pronoun fits, and whether a title or role says so.

    Those who only own something in it count where nobody else does.
    """
    named: dict[str, bool] = {}
    owners: dict[str, bool] = {}
    for found in names.names_in(sentence):
        owned = bool(_POSSESSIVE.match(sentence, found.end))
        for name in found.entities:
            fits, is_sure = _fits(known[name], pronoun, text)
            if fits:
                (owners if owned else named)[name] = is_sure
    return named or owners


def _fits(entity: Entity, pronoun: str, text: str) -> tuple[bool, bool]:
    if pronoun == "it":
        return entity.kind not in ("person", "place"), False
    if pronoun == "they":
        return entity.kind != "place", entity.pronoun == "they"
    if entity.kind != "person":
        return False, False
    own = pronoun_of(entity, text) if pronoun else ""
    return own in ("", pronoun), bool(pronoun) and own == pronoun


def _before(article: Article, quotation: Quotation) -> Iterator[str]:
    """The sentences before a quotation, the nearest first, without what is said in them."""
    for index in range(quotation.block, -1, -1):
        block = article.blocks[index]
        if not block.is_evidence or block.kind in (BlockKind.QUOTE, BlockKind.TURN):
            continue
        spoken = [each for each in article.quotations if each.block == index]
        text = block.text
        for each in spoken:
            start, end = each.start - block.start, each.end - block.start
            text = text[:start] + " " * (end - start) + text[end:]
        if index == quotation.block:
            text = text[: quotation.start - block.start]
        yield from (text[slice(*span)] for span in reversed(sentences(text)))
