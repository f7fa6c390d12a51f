"""What titles and roles say of people: by which pronoun texts speak of them, and who speaks for an organisation."""

from __future__ import annotations

import re
from functools import cache

from generator.language.lexicon import entries, spelled_out, texts
from generator.language.text.words import folded
from generator.model.entity import Entity


def spokespeople(words: str) -> bool:
    """Whether the words hold a role in which people speak for an organisation."""
    return bool(_speaks_for().search(words))


def pronoun_of(person: Entity, text: str) -> str:
    """`he` or `she` where the entity itself says so, or a title or role beside the name in `text`; empty where nothing does."""
    if person.pronoun:
        return person.pronoun
    plain = folded(text)
    names = (folded(person.name), *map(folded, person.aliases), folded(person.name).split()[-1])
    found = {kind for kind in ("he", "she") for name in names if _beside(kind, name).search(plain)}
    return found.pop() if len(found) == 1 else ""


@cache
def _speaks_for() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_words('speaks for', 'roles')})(?!\w)", re.I)


@cache
def _beside(kind: str, name: str) -> re.Pattern[str]:
    """A name with a title before it, or a role right before or behind it."""
    titles, roles, name = _words(kind, "titles"), _words(kind, "roles"), re.escape(name)
    behind = rf"{name}, (?:who (?:is|was) )?(?:the |a |an |its |[\w’'-]+'s )?(?:[\w-]+ ){{0,2}}?(?:{roles})"
    return re.compile(rf"\b(?:(?:{titles})\.? (?:\w+ )?{name}|(?:{roles}),? {name}|{behind})\b")


@cache
def titled_names() -> re.Pattern[str]:
    """Names with a title before them: `Mr. Lind`, `Lady Ada Berg`."""
    titles = f"{_words('he', 'titles')}|{_words('she', 'titles')}|Dr|Prof"
    return re.compile(rf"\b(?:{titles})\.?(?: [A-Z][\w’'-]+){{1,3}}")


def _words(kind: str, key: str) -> str:
    listed = (each for entry in entries("roles") if entry["kind"] == kind for each in texts(entry, key))
    found = {word for each in listed for word in spelled_out(each)}
    return "|".join(re.escape(word) for word in sorted(found, key=lambda word: (-len(word), word)))
