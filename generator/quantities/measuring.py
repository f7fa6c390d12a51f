"""What stands behind a number and says what it counts: a unit of the registry, any plural noun, and for what it is a rate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from generator.language.lexicon import entries, spelled_out, texts
from generator.quantities.nouns import is_plural
from generator.quantities.quantity import Reading, Unit
from generator.quantities.units import NOTHING, counted, per, registry, settled

_LETTER, _LETTERS = r"[A-Za-zÀ-ɏ]", r"[A-Za-z0-9À-ɏ_’'-]"
_WORD = re.compile(rf"[\s-](?!-)({_LETTER}['’]?{_LETTERS}*[A-Za-z0-9À-ɏ’']|{_LETTER})(?:\.(?=\s[a-z]))?")
_PER = re.compile(
    r"(?:(?:\s|-)(?P<how>per|for each|for every|every|an?|each)[\s-]|\s?(?P<slash>/)\s?)(?=[\w€$£])", re.I
)
_FOR_EACH = re.compile(r"\sfor each(?=[.,;]|\Z)", re.I)
_MANY = re.compile(
    r"(?:(?:1|one)\s?)?(million|mn|M|thousand|billion)(?![a-z])\s?|(\d[\d,]*0)(?![\d.,]*\d)\s?", re.I
)
_BEHIND = re.compile(r"[\s-](p\.a\.|[a-z]+)", re.I)
_OTHER = re.compile(r"\s\(?([A-Za-zÀ-ɏ]+(?: [A-Z][A-Za-zÀ-ɏ]+)?)\b")
_LONGEST = 5
"""How many words the name of a unit has at most."""
Chunk = tuple[str, int]
"""A word behind a number, and where it ends."""


@dataclass(frozen=True, slots=True)
class After:
    """What stands after a number: the unit, where it ends, and a word that is not understood."""

    unit: Unit
    end: int
    touched: str = ""


@dataclass(frozen=True, slots=True)
class Rates:
    """The words that make a rate of an amount."""

    things: Mapping[str, str]
    adverbs: Mapping[str, str]
    articles: frozenset[str]
    distance: frozenset[str]


@cache
def rates() -> Rates:
    """The words of rates of the lexicon."""
    listed = entries("units/rates")
    timed = [each for each in listed if "per" in each]
    things = {word.lower(): str(each["per"]) for each in timed for word in texts(each, "words")}
    adverbs = {word: f"{each['per']}" for each in timed for word in texts(each, "adverbs")}
    adverbs |= {word: "each" for each in listed if "per_each" in each for word in texts(each, "adverbs")}
    nouns = (word.lower() for each in listed if each.get("article") for word in texts(each, "words"))
    times = (str(each["per"]) for each in timed)
    distance = (word for each in listed for word in texts(each, "distance"))
    return Rates(things, adverbs, frozenset((*nouns, *times)), frozenset(distance))


@cache
def _words(name: str) -> frozenset[str]:
    found = (word for each in entries(name) for word in texts(each, "words"))
    return frozenset(each for word in found for each in spelled_out(word))


def money_after(text: str, at: int, unit: Unit, reading: Reading) -> After:
    """The unit of an amount of money: the currency, named once more or not, or the currency per something."""
    chunks = list(islice(_chunks(text, at), 3))
    for count in range(len(chunks), 0, -1):
        named = _called(chunks[:count], text, reading)
        if named is not None and named.base == unit.base:
            return rated(text, After(unit, chunks[count - 1][1]), reading)
    if (other := _OTHER.match(text, at)) and _is_other_money(other[1], unit):
        return After(unit, other.end(), other[1])
    return rated(text, After(unit, at), reading)


def _is_other_money(words: str, unit: Unit) -> bool:
    """Whether words behind an amount name another currency, or a country whose dollars they may be."""
    first = words.split(maxsplit=1)[0]
    named = registry().names.get(first.casefold()) if first.islower() or first.isupper() else None
    land = registry().lands.get(words.casefold()) or registry().lands.get(first.casefold())
    return any(
        each is not None and each.dimension == "money" and each.base != unit.base for each in (named, land)
    )


def unit_after(text: str, at: int, reading: Reading) -> After:
    """The unit that stands directly after a number without a currency sign, and for what it is a rate."""
    return rated(text, _unit_after(text, at, reading), reading)


def _unit_after(text: str, at: int, reading: Reading) -> After:
    known = registry()
    if found := known.pattern.match(text, at):
        sign = found["sign"]
        unit = (
            known.symbols[found["symbol"]]
            if not sign
            else known.signs.get(sign) or settled(sign, reading, text.lower())
        )
        if unit is not None and sign and sign.casefold() in known.shared:
            unit = settled(sign, reading, text.lower())
        if unit is not None:
            return After(unit, found.end())
    chunks = list(islice(_chunks(text, at), _LONGEST))
    return _noun(chunks, text, at, reading) if chunks else After(NOTHING, at)


def _chunks(text: str, at: int) -> Iterator[Chunk]:
    while found := _WORD.match(text, at):
        yield found[1], found.end(1)
        at = found.end()


def _called(chunks: Sequence[Chunk], text: str, reading: Reading) -> Unit | None:
    """The unit that some words are the name of."""
    name = " ".join(word for word, _ in chunks).casefold().replace("-", " ")
    own = reading.unit
    if (
        own is not None
        and own.dimension == "own"
        and name in (own.singular.casefold(), own.plural.casefold())
    ):
        return own
    known = registry()
    if name in known.shared:
        return settled(name, reading, text.lower())
    return known.names.get(name)


def _noun(chunks: Sequence[Chunk], text: str, at: int, reading: Reading) -> After:
    """The first unit or plural noun of the words behind a number, with what is before it where that makes another one."""
    known, harmless, ending = registry(), _words("figures/modifiers"), _words("figures/function_words")
    if reading.words:
        harmless |= reading.words
    shouted = text.isupper()
    unknown: list[str] = []
    named = place = 0
    while place < len(chunks):
        word, small = chunks[place][0], chunks[place][0].lower()
        for count in range(min(4, len(chunks) - place), 0, -1):
            unit = _called(chunks[place : place + count], text, reading)
            if unit is None or (place and not _is_plural_name(chunks[place : place + count], unit)):
                continue
            last = chunks[place + count - 1]
            if any(each.isdigit() for each in word) and _is_counted(chunks, place + count, text, reading):
                break  # the name of a model before what is counted
            said = [each for each in unknown if each.lower() not in known.modifiers.get(unit.id, ())]
            if said or (named and unit.dimension not in ("count", "own")):
                phrase = " ".join(each[0] for each in chunks[: place + count])
                return After(counted(phrase), last[1])
            return After(unit, last[1])
        if place == 0 and (begun := _hyphened(chunks[0], text, reading)):
            return begun
        joined = small == "and" and place > 0 and chunks[place - 1][0].lower() in harmless
        if small in ending - harmless and not joined:
            break
        if is_plural(word) and not _is_name_before(chunks, place):
            return _counted(chunks, place, unknown, ending)
        if (word[0].isupper() or any(each.isdigit() for each in word)) and not shouted:
            named += 1
        elif small not in harmless and not joined:
            unknown.append(word)
        place += 1
    first = chunks[0][0]
    verb = not unknown or first.lower() != unknown[0] or first.endswith(("ed", "ing", "ly"))
    return After(NOTHING, at, "" if verb else first)


def _counted(chunks: Sequence[Chunk], place: int, before: Sequence[str], ending: frozenset[str]) -> After:
    """A plural noun with what is before it, up to the last of several in a row: `sports clubs`."""
    words = [*before, chunks[place][0]]
    for word, _ in chunks[place + 1 :]:
        if not is_plural(word) or word.lower() in ending:
            break
        words.append(word)
        place += 1
    return After(counted(" ".join(words)), chunks[place][1])


def _is_plural_name(chunks: Sequence[Chunk], unit: Unit) -> bool:
    name = " ".join(word for word, _ in chunks).casefold().replace("-", " ")
    return name in registry().plurals or name == unit.plural.casefold()


def _is_counted(chunks: Sequence[Chunk], place: int, text: str, reading: Reading) -> bool:
    """Whether the words go on with something that can be counted."""
    if place >= len(chunks) or chunks[place][0].lower() in _words("figures/function_words"):
        return False
    return is_plural(chunks[place][0]) or _called(chunks[place : place + 1], text, reading) is not None


def _is_name_before(chunks: Sequence[Chunk], place: int) -> bool:
    """Whether a word is a name such as `Siemens` before what is counted."""
    behind = place + 1 < len(chunks) and is_plural(chunks[place + 1][0])
    return chunks[place][0][0].isupper() and not chunks[place][0].isupper() and behind


def _hyphened(chunk: Chunk, text: str, reading: Reading) -> After | None:
    """The unit that begins a word with hyphens: `18-month-old`."""
    word, end = chunk
    while "-" in word:
        word, _, rest = word.rpartition("-")
        end -= len(rest) + 1
        if (unit := _called([(word, end)], text, reading)) is not None:
            return After(unit, chunk[1], rest) if is_plural(rest) else After(unit, end)
    return None


def rated(text: str, after: After, reading: Reading) -> After:
    """The unit as a rate, where the text goes on to say for what one is counted."""
    if after.touched:
        return after
    known = rates()
    if found := _FOR_EACH.match(text, after.end):
        return After(per(after.unit, "each"), found.end()) if after.unit.dimension == "money" else after
    if found := _PER.match(text, after.end):
        how = (found["how"] or "/").lower()
        if how in ("for each", "for every") and after.unit.dimension != "money":
            return after
        thing = _thing(text, found.end(), reading)
        article = how in ("a", "an", "each")
        if thing and not (
            article and (thing[0].lower() not in known.articles or _is_distance(text, thing[1]))
        ):
            return After(per(after.unit, thing[0]), thing[1])
    if found := _BEHIND.match(text, after.end):
        adverb = found[1].lower()
        if adverb in known.adverbs and not _goes_on(text, found.end()):
            return After(per(after.unit, known.adverbs[adverb]), found.start(1) + len(adverb))
    return after


def _is_distance(text: str, at: int) -> bool:
    found = _BEHIND.match(text, at)
    return found is not None and found[1].lower() in rates().distance


def _goes_on(text: str, at: int) -> bool:
    found = _BEHIND.match(text, at)
    return found is not None and (
        found[1].lower() in rates().distance or found[1].lower() in ("of", "active")
    )


def rated_as(thing: str) -> str:
    """The words in which pages write what a rate counts for one of: `capita` → `person`, `GPU hour` → `GPU-hour`."""
    found = _thing(thing, 0, Reading())
    return found[0] if found and found[1] >= len(thing) else thing


def _thing(text: str, at: int, reading: Reading) -> tuple[str, int] | None:
    """What a rate counts for one of, in the words that pages write, and where it ends."""
    if many := _MANY.match(text, at):
        number = (many[1] or many[2]).lower()
        number = {"m": "million", "mn": "million"}.get(number, number)
        noun = (
            _unit_after(text, many.end() - 1, reading)
            if text[many.end() - 1] == " "
            else After(NOTHING, many.end())
        )
        end = noun.end if noun.unit is not NOTHING else many.end(2 if many[2] else 1)
        name = noun.unit.plural if rates().things.get(noun.unit.singular) != "person" else ""
        return f"{number} {name}".strip(), end
    chunks = list(islice(_chunks(f" {text[at : at + 40]}", 0), 3))
    symbol = registry().pattern.match(text, at)
    if symbol and symbol["symbol"]:
        unit = registry().symbols[symbol["symbol"]]
        return unit.written or unit.singular, symbol.end()
    for count in range(len(chunks), 0, -1):
        name = " ".join(word for word, _ in chunks[:count])
        end = at + chunks[count - 1][1] - 1
        if thing := rates().things.get(name.lower()):
            return thing, end
        if (found := _called(chunks[:count], text, reading)) and found.dimension != "money":
            return found.written or found.singular, end
    return (chunks[0][0], at + chunks[0][1] - 1) if chunks else None
