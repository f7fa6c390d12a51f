"""The registry of units: records from the lexicon, with names from CLDR, found by id, name, symbol or sign."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache

from babel.numbers import get_currency_name
from babel.units import format_unit

from generator.language.lexicon import Entry, entries, spelled_out, texts
from generator.quantities.nouns import singular
from generator.quantities.quantity import Reading, Unit

_SPELLINGS = ("en_GB", "en")
"""`metre` and `meter`; the first is the one that pages write."""
NOTHING = Unit("", "", "number", "", "")
"""The unit of a bare number: an index, a score, a rank."""


@dataclass(slots=True)
class Registry:
    """Every known unit by what texts call it; filled once, then only read."""

    ids: dict[str, Unit] = field(default_factory=dict)
    names: dict[str, Unit] = field(default_factory=dict)
    """By name in small letters, with spaces for hyphens."""
    plurals: set[str] = field(default_factory=set)
    symbols: dict[str, Unit] = field(default_factory=dict)
    signs: dict[str, Unit] = field(default_factory=dict)
    """Currencies by what stands before an amount."""
    lands: dict[str, Unit] = field(default_factory=dict)
    """Currencies that share their sign by the land in their names."""
    usual: dict[str, Unit] = field(default_factory=dict)
    shared: dict[str, list[Unit]] = field(default_factory=dict)
    """Words and signs of several units."""
    text: dict[str, frozenset[str]] = field(default_factory=dict)
    modifiers: dict[str, frozenset[str]] = field(default_factory=dict)
    years: set[str] = field(default_factory=set)
    """Counts so plain that even a number that could be a year is one."""
    pattern: re.Pattern[str] = re.compile("")
    """Any symbol or sign, right behind a number."""

    def add(self, unit: Unit, names: list[str], symbols: list[str]) -> None:
        """Put a unit on the list."""
        self.ids[unit.id] = unit
        for name in filter(None, (*names, unit.singular, unit.plural)):
            self.names.setdefault(_plain(name), unit)
        self.plurals.update(_plain(name) for name in (*names, unit.plural) if name != unit.singular)
        self.symbols |= dict.fromkeys(symbols, unit)

    def share(self, unit: Unit, entry: Entry) -> None:
        """Put down what of an entry other units have too, and what tells them apart."""
        for word in (*texts(entry, "usual"), *texts(entry, "shared")):
            self.shared.setdefault(word.casefold(), []).append(unit)
        self.usual |= {word.casefold(): unit for word in texts(entry, "usual")}
        self.text[unit.id] = frozenset(texts(entry, "text"))
        self.modifiers[unit.id] = frozenset(texts(entry, "modifiers"))
        if entry.get("year"):
            self.years.add(unit.id)


@cache
def registry() -> Registry:
    """All units of the lexicon; read once."""
    found = Registry()
    for entry in entries("units/units"):
        for unit in _units(entry, found):
            found.share(unit, entry if unit.id == entry["id"] else {})
            if entry.get("powers"):
                _powers(unit, found, symbol=entry.get("written") == "symbol")
    for entry in entries("units/currencies"):
        code = str(entry["code"])
        one, many = (get_currency_name(code, locale="en", count=count) for count in (1, 2))
        unit = Unit(code, code, "money", one, many, written=str(entry.get("written", "")), before=True)
        found.add(unit, [code, *_phrases(entry, "names"), *_phrases(entry, "bare")], [])
        found.signs |= dict.fromkeys((code, *texts(entry, "signs")), unit)
        found.share(unit, entry)
        if "$" in texts(entry, "shared"):
            found.lands[one.rpartition(" ")[0].casefold()] = unit
    found.signs |= {
        sign: unit
        for word, unit in found.usual.items()
        for sign in (word, word.capitalize())
        if len(word) < 4
    }
    signs = [each for each in (*found.signs, *found.shared) if len(each) < 4]
    symbols = sorted(found.symbols, key=len, reverse=True)
    ends = [re.escape(each) + (r"(?![\w²³⁰-⁹])" if each[-1].isalnum() else "") for each in symbols]
    behind = [re.escape(each) for each in sorted(signs, key=len, reverse=True)]
    found.pattern = re.compile(
        rf"\s?(?:(?P<symbol>{'|'.join(ends)})|(?P<sign>{'|'.join(behind)})(?![\s-]?\d|\w))"
    )
    return found


def _phrases(entry: Entry, key: str) -> list[str]:
    return [each for pattern in texts(entry, key) for each in spelled_out(pattern)]


def _plain(name: str) -> str:
    return name.casefold().replace("-", " ")


def _units(entry: Entry, found: Registry) -> Iterator[Unit]:
    """The unit of an entry, and those that prefixes make of it, each put on the list."""
    id, dimension = str(entry["id"]), str(entry["dimension"])
    base, scale = str(entry.get("base", id)), Decimal(str(entry.get("scale", 1)))
    pairs = (
        list(_cldr(str(entry["cldr"])))
        if "cldr" in entry
        else [(str(entry["singular"]), str(entry["plural"]))]
    )
    symbols, written = _phrases(entry, "symbols"), str(entry.get("written", ""))
    own = "" if written == "symbol" else written
    names = (
        []
        if entry.get("unread")
        else [id, *_phrases(entry, "names"), *(each for pair in pairs for each in pair)]
    )
    unit = Unit(id, base, dimension, *pairs[0], scale, own)
    if names:
        found.add(unit, names, symbols)
    else:
        found.ids[id] = unit
    yield unit
    sign = str(entry.get("prefix_symbol") or (symbols or [""])[0])
    for letter in texts(entry, "prefixes"):
        prefix, power = _prefixes()[letter]
        called = [(f"{prefix}{one}", f"{prefix}{many}") for one, many in pairs]
        made = f"{letter}{sign}"
        unit = Unit(
            made, base, dimension, *called[0], scale.scaleb(power), made if written == "symbol" else ""
        )
        found.add(unit, [each for pair in called for each in pair], [made])
        yield unit


@cache
def _prefixes() -> Mapping[str, tuple[str, int]]:
    listed = [entry for entry in entries("units/prefixes") if "symbol" in entry]
    return {str(entry["symbol"]): (str(entry["name"]), int(str(entry["power"]))) for entry in listed}


def _cldr(key: str) -> Iterator[tuple[str, str]]:
    """Singular and plural of a unit in each spelling."""
    for spelling in _SPELLINGS:
        one, many = (format_unit(number, key, "long", locale=spelling)[1:].strip() for number in (1, 2))
        yield one, many


def _powers(unit: Unit, found: Registry, *, symbol: bool) -> None:
    """Put the squares and cubes of a unit of length on the list."""
    own = [sign for sign, each in found.symbols.items() if each == unit]
    called = {name for name, each in found.names.items() if each == unit}
    for entry in (each for each in entries("units/prefixes") if "exponent" in each):
        words, marks, exponent = texts(entry, "words"), texts(entry, "symbols"), int(str(entry["exponent"]))
        full, base = (f"{words[0]} {name}" for name in (unit.plural, unit.base))
        written = f"{own[0]}{marks[0]}" if symbol else ""
        id = full if unit.base == unit.id else f"{own[0]}{marks[0]}"
        names = [f"{word} {name}" for word in words for name in (*called, *own)]
        one = f"{words[0]} {unit.singular}"
        raised = Unit(id, base, str(entry["dimension"]), one, full, unit.scale**exponent, written)
        found.add(raised, names, [f"{sign}{mark}" for sign in own for mark in marks])


def settled(word: str, reading: Reading, text: str) -> Unit | None:
    """Which unit a word or sign of several is here: the declared one, one that `text` (in small letters) names, or the usual one."""
    known = registry()
    units = known.shared.get(word.casefold(), ())
    for unit in units:
        mass = reading.unit is not None and unit.dimension == "mass" == reading.unit.dimension
        if mass or reading.currency == unit.id:
            return unit
    words = set(re.findall(r"[a-z]+", text)) if any(known.text[unit.id] for unit in units) else set()
    named = (unit for unit in units if not words.isdisjoint(known.text[unit.id]))
    return next(named, None) or known.usual.get(word.casefold())


def is_money(unit: str) -> bool:
    """Whether a unit is a currency, or a currency per something."""
    found = registry().ids.get(unit[:3])
    return found is not None and found.dimension == "money" and unit[3:4] in ("", " ")


def per(unit: Unit, thing: str) -> Unit:
    """The unit as a rate: so many for one `thing`; `each` is said without `per`."""
    behind = thing if thing == "each" else f"per {thing}"
    id, base, one, many = (
        f"{name} {behind}".strip() for name in (unit.id, unit.base, unit.singular, unit.plural)
    )
    return replace(unit, id=id, base=base, singular=one, plural=many)


@cache
def counted(phrase: str) -> Unit:
    """The unit that a plain plural noun is, whatever it counts."""
    name = phrase.isupper() or phrase[:-1].isupper()
    id = phrase if name and len(phrase) < 5 else phrase.lower()
    return Unit(
        id,
        id,
        "count",
        singular(phrase),
        phrase if id == phrase else phrase.lower() if phrase.isupper() else phrase,
    )
