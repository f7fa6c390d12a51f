"""What stands behind a number and says what it counts: a unit of the registry, any plural noun, and for what it is a rate."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator.language.lexicon import entries, texts
from generator.language.nouns import is_plural
from generator.quantities.quantity import Line, Reading, Unit
from generator.quantities.units import NOTHING, counted, per, plain, registry, settled

_LETTER, _LETTERS = r"[A-Za-zÀ-ɏ]", r"[A-Za-z0-9À-ɏ_’'-]"
_ONE = rf"({_LETTER}(?:{_LETTERS}*[A-Za-z0-9À-ɏ’'])?)(?:\.(?=\s[a-z]))?"
_WORD, _FIRST = re.compile(rf"[\s-](?!-){_ONE}"), re.compile(_ONE)
_PER = re.compile(r"(?:[\s-](per|for each|for every|every|an?|each)[\s-]|\s?(/)\s?)(?=[\w€$£])", re.I)
_FOR_EACH = re.compile(r"\sfor each(?=[.,;]|\Z)", re.I)
_MANY = re.compile(
    r"(?:(?:1|one)\s?)?(million|mn|M|thousand|billion)(?![a-z])\s?|(\d[\d,]*0)(?![\d.,]*\d)\s?", re.I
)
_BEHIND = re.compile(r"[\s-](p\.a\.|[a-z]+)")
_OTHER = re.compile(r"\s\(?([A-Za-zÀ-ɏ]+)(?: ([A-Z][a-zÀ-ɏ]+))?\b")
_MOST = 5
"""How many words are looked at behind a number."""
Chunk = tuple[str, int]
"""A word behind a number, and where it ends."""


@dataclass(frozen=True, slots=True)
class After:
    """What stands after a number: the unit, where it ends, and a word that is not understood."""

    unit: Unit
    end: int
    touched: str = ""


@cache
def _words(name: str, key: str = "words") -> frozenset[str]:
    return frozenset(word.lower() for each in entries(name) for word in texts(each, key))


@cache
def _rates() -> Mapping[str, str]:
    """What a rate is for, by the words that say it: things, and adverbs with a hyphen before them."""
    listed = [(str(each.get("per", each.get("per_each"))), each) for each in entries("units/rates")]
    things = {word.lower(): name for name, each in listed if "per" in each for word in texts(each, "words")}
    return things | {f"-{word}": name for name, each in listed for word in texts(each, "adverbs")}


def money_after(line: Line, at: int, unit: Unit) -> After:
    """The unit of an amount of money: the currency, named once more or not, or the currency per something."""
    if line.text[at : at + 1] not in (" ", "-"):
        return _rated(line, After(unit, at))
    chunks = _chunks(line, at)
    named = _longest(chunks, 0, line) if chunks else None
    if named is not None and named[0].base == unit.base:
        return _rated(line, After(unit, chunks[named[1] - 1][1]))
    if (other := _OTHER.match(line.text, at)) and _is_other_money(other, unit):
        return After(unit, other.end(), other[0].strip(" ("))
    return _rated(line, After(unit, at))


def _is_other_money(found: re.Match[str], unit: Unit) -> bool:
    """Whether words behind an amount name another currency, or a country whose dollars they may be."""
    known, word = registry(), found[1]
    named = known.names.get(word.casefold()) if word.islower() or word.isupper() else None
    land = known.lands.get(f"{word} {found[2]}".casefold()) or known.lands.get(word.casefold())
    return any(each and each.dimension == "money" and each.base != unit.base for each in (named, land))


def unit_after(line: Line, at: int) -> After:
    """The unit that stands directly after a number without a currency sign, and for what it is a rate."""
    return _rated(line, noun_after(line, at))


def noun_after(line: Line, at: int) -> After:
    """The unit or the noun that stands directly after a number."""
    known = registry()
    if found := known.pattern.match(line.text, at):
        sign = found["sign"]
        shared = settled(sign, line) if sign and sign.casefold() in known.shared else None
        unit = shared or (known.signs.get(sign) if sign else known.symbols[found["symbol"]])
        if unit is not None:
            return After(unit, found.end())
    word = _WORD.match(line.text, at)
    if not word:
        return After(NOTHING, at)
    if known.longest.get(word[1]) == 1 and word[1] in known.names and word[1] not in known.shared:
        return After(known.names[word[1]], word.end(1))
    chunks = _chunks(line, at)
    if line.text[at] == "-" or "-" in chunks[0][0]:
        begun = _hyphened(chunks, line)
        if begun or line.text[at] == "-":
            return begun or After(NOTHING, at)
    return _noun(chunks, line, at)


def _chunks(line: Line, at: int) -> list[Chunk]:
    """The words behind a number that only a space or a hyphen parts."""
    found: list[Chunk] = []
    while len(found) < _MOST and (word := _WORD.match(line.text, at)):
        found.append((word[1], word.end(1)))
        at = word.end()
    return found


def _called(chunks: Sequence[Chunk], line: Line) -> Unit | None:
    """The unit that some words are the name of."""
    name, own, known = plain(" ".join(word for word, _ in chunks)), line.reading.unit, registry()
    if own and own.dimension == "own" and name in (own.singular.casefold(), own.plural.casefold()):
        return own
    return settled(name, line) if name in known.shared else known.names.get(name)


def _longest(chunks: Sequence[Chunk], place: int, line: Line) -> tuple[Unit, int] | None:
    """The unit with the longest name that begins at a word, and where it ends; behind other words only in the plural."""
    first, own = plain(chunks[place][0]), line.reading.unit
    longest = registry().longest.get(first.partition(" ")[0], 0) if not own or own.dimension != "own" else 4
    for end in range(min(len(chunks), place + longest), place, -1):
        unit = _called(chunks[place:end], line)
        name = plain(" ".join(word for word, _ in chunks[place:end])) if unit and place else ""
        if unit and unit is own and _counts_another(chunks, end, unit):
            continue
        if unit and (not place or name in registry().plurals or name == unit.plural.casefold()):
            return unit, end
    return None


def _counts_another(chunks: Sequence[Chunk], end: int, unit: Unit) -> bool:
    """Whether a singular only says of what the counted things are: `40 ship owners` are no ships."""
    alone = end == len(chunks) or not is_plural(chunks[end][0])
    return not alone and plain(chunks[end - 1][0]) == plain(unit.singular) != plain(unit.plural)


def _noun(chunks: Sequence[Chunk], line: Line, at: int) -> After:
    """The first unit or plural noun of the words behind a number, with what is before it where that makes another one."""
    harmless, ending = _words("figures/modifiers") | line.reading.words, _words("figures/function_words")
    unknown: list[str] = []
    named = False
    for place, (word, _) in enumerate(chunks):
        small, number = word.lower(), any(map(str.isdigit, word))
        found = _longest(chunks, place, line)
        if found and not (number and _is_counted(chunks, found[1], line)):
            return _measured(chunks, found, unknown, named=named)
        if (small == "and" and place and chunks[place - 1][0].lower() in harmless) or small in harmless:
            continue
        if small in ending:
            break
        if is_plural(word) and not _is_name(chunks, place):
            return _counted(chunks, place, unknown)
        if (word[0].isupper() or number) and not line.text.isupper():
            named = True
        else:
            unknown.append(word)
    first = chunks[0][0]
    verb = not unknown or first != unknown[0] or first.endswith(("ed", "ing", "ly"))
    return After(NOTHING, at, "" if verb else first)


def _measured(chunks: Sequence[Chunk], found: tuple[Unit, int], unknown: list[str], *, named: bool) -> After:
    """A unit of the registry, or the one that the words before it make of it: `Roman miles`, `working days`."""
    unit, end = found
    other = any(word.lower() not in unit.modifiers for word in unknown)
    if other or (named and unit.dimension not in ("count", "own")):
        unit = counted(" ".join(word for word, _ in chunks[:end]))
    return After(unit, chunks[end - 1][1])


def _counted(chunks: Sequence[Chunk], place: int, before: Sequence[str]) -> After:
    """A plural noun with what is before it, up to the last of several in a row: `sports clubs`."""
    words, ending = [*before, chunks[place][0]], _words("figures/function_words")
    for word, _ in chunks[place + 1 :]:
        if not is_plural(word) or word.lower() in ending:
            break
        words.append(word)
        place += 1
    return After(counted(" ".join(words)), chunks[place][1])


def _is_counted(chunks: Sequence[Chunk], place: int, line: Line) -> bool:
    """Whether the words go on with something that can be counted."""
    if place >= len(chunks) or chunks[place][0].lower() in _words("figures/function_words"):
        return False
    return is_plural(chunks[place][0]) or _called(chunks[place : place + 1], line) is not None


def _is_name(chunks: Sequence[Chunk], place: int) -> bool:
    """Whether a word is a name such as `Siemens` before what is counted."""
    word = chunks[place][0]
    return (
        word[0].isupper()
        and not word.isupper()
        and any(is_plural(each) for each, _ in chunks[place + 1 : place + 2])
    )


def _hyphened(chunks: Sequence[Chunk], line: Line) -> After | None:
    """The unit that begins a word with hyphens: `18-month-old`; a noun behind it makes another one: `person-years`."""
    word, end = chunks[0]
    if found := _longest(chunks, 0, line):
        return After(found[0], chunks[found[1] - 1][1])
    while "-" in word:
        word, _, rest = word.rpartition("-")
        end -= len(rest) + 1
        if (unit := _called([(word, end)], line)) is not None:
            return After(unit, chunks[0][1], rest) if is_plural(rest) else After(unit, end)
    return None


def _rated(line: Line, after: After) -> After:
    """The unit as a rate, where the text goes on to say for what one is counted."""
    unit, at = after.unit, after.end
    if after.touched or line.small[at : at + 1] not in (" ", "-", "/"):
        return after
    money = unit.dimension == "money"
    if found := _FOR_EACH.match(line.text, at):
        return After(per(unit, "each"), found.end()) if money else after
    if found := _PER.match(line.text, at):
        how = (found[1] or "/").lower()
        thing = _thing(line, found.end()) if money or not how.startswith("for ") else None
        article = how in ("a", "an", "each")
        if thing and not (article and not _is_for_one(line, thing)):
            return _rated(line, After(per(unit, thing[0]), thing[1]))
    found = _BEHIND.match(line.small, at)
    thing_of = _rates().get(f"-{found[1]}") if found else None
    if (
        found
        and thing_of
        and _next(line, found.end()) not in (*_words("units/rates", "distance"), "of", "active")
    ):
        return After(per(unit, thing_of), found.end())
    return after


def _is_for_one(line: Line, thing: Chunk) -> bool:
    """Whether `a` or `each` before a word makes a rate of it: a time that is no distance, or what is sold by the piece."""
    known = thing[0].lower() in _words("units/rates") or thing[0] in _rates().values()
    return known and _next(line, thing[1]) not in _words("units/rates", "distance")


def _next(line: Line, at: int) -> str:
    found = _BEHIND.match(line.small, at)
    return found[1] if found else ""


def _thing(line: Line, at: int) -> Chunk | None:
    """What a rate counts for one of, in the words that pages write, and where it ends."""
    if many := _MANY.match(line.text, at):
        number = {"m": "million", "mn": "million"}.get(
            (many[1] or many[2]).lower(), (many[1] or many[2]).lower()
        )
        noun = noun_after(line, many.end() - 1) if line.text[many.end() - 1] == " " else After(NOTHING, 0)
        name = "" if _rates().get(noun.unit.singular) == "person" else noun.unit.plural
        return f"{number} {name}".strip(), noun.end if noun.unit is not NOTHING else many.end(
            2 if many[2] else 1
        )
    symbol = registry().pattern.match(line.text, at)
    if symbol and symbol["symbol"]:
        unit = registry().symbols[symbol["symbol"]]
        return unit.written or unit.singular, symbol.end()
    first = _FIRST.match(line.text, at)
    chunks = [(first[1], first.end(1)), *_chunks(line, first.end())[:2]] if first else []
    for count in range(len(chunks), 0, -1):
        name, end = " ".join(word for word, _ in chunks[:count]), chunks[count - 1][1]
        if thing := _rates().get(name.lower()):
            return thing, end
        if (found := _called(chunks[:count], line)) and found.dimension != "money":
            return found.written or found.singular, end
    return chunks[0] if chunks else None


def rated_as(thing: str) -> str:
    """The words in which pages write what a rate counts for one of: `capita` → `person`, `GPU hour` → `GPU-hour`."""
    found = _thing(Line(thing, thing.lower(), Reading()), 0)
    return found[0] if found and found[1] == len(thing) else thing
