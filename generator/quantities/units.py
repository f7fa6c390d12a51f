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
from generator.language.nouns import singular
from generator.quantities.quantity import Line, Unit

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
    longest: dict[str, int] = field(default_factory=dict)
    """How many words a name has at most, by its first."""
    symbols: dict[str, Unit] = field(default_factory=dict)
    signs: dict[str, Unit] = field(default_factory=dict)
    """Currencies by what stands before an amount."""
    lands: dict[str, Unit] = field(default_factory=dict)
    """Currencies whose sign is that of another one, by the land in their names."""
    shared: dict[str, list[Unit]] = field(default_factory=dict)
    """The units of a word or sign of several, by it in small letters, and `usual` the one that is meant without more."""
    usual: dict[str, Unit] = field(default_factory=dict)
    pattern: re.Pattern[str] = re.compile("")
    """Any symbol or sign, right behind a number."""

    def add(self, unit: Unit, names: list[str], symbols: list[str]) -> None:
        """Put a unit on the list."""
        self.ids[unit.id] = unit
        for name in filter(None, names):
            self.names.setdefault(plain(name), unit)
            self.put_down(name)
        self.plurals.update(plain(name) for name in names if name != unit.singular)
        self.symbols |= dict.fromkeys(symbols, unit)

    def put_down(self, name: str) -> None:
        """Put down how long a name is."""
        words = plain(name).split()
        self.longest[words[0]] = max(len(words), self.longest.get(words[0], 0))

    def share(self, unit: Unit, entry: Entry) -> None:
        """Put down what of an entry other units have too."""
        for word in (*texts(entry, "usual"), *texts(entry, "shared")):
            self.shared.setdefault(word.casefold(), []).append(unit)
            self.put_down(word)
        self.usual |= {word.casefold(): unit for word in texts(entry, "usual")}


@cache
def registry() -> Registry:
    """All units of the lexicon; read once."""
    found = Registry()
    for entry in entries("units/units"):
        _add(entry, found)
    for entry in entries("units/currencies"):
        code, text = str(entry["code"]), frozenset(texts(entry, "text"))
        one, many = (get_currency_name(code, locale="en", count=count) for count in (1, 2))
        unit = Unit(
            code, code, "money", one, many, written=str(entry.get("written", "")), before=True, text=text
        )
        found.add(unit, [code, one, many, *_phrases(entry, "names"), *_phrases(entry, "bare")], [])
        found.signs |= dict.fromkeys((code, *texts(entry, "signs")), unit)
        found.share(unit, entry)
        if "$" in texts(entry, "shared"):
            found.lands[one.rpartition(" ")[0].casefold()] = unit
    symbols = sorted(found.symbols, key=len, reverse=True)
    ends = [re.escape(each) + (r"(?![\w²³⁰-⁹])" if each[-1].isalnum() else "") for each in symbols]
    signs = sorted((each for each in (*found.signs, *found.shared) if len(each) < 4), key=len, reverse=True)
    behind = rf"(?P<sign>{'|'.join(map(re.escape, signs))})(?![\s-]?\d|\w)"
    found.pattern = re.compile(rf"\s?(?:(?P<symbol>{'|'.join(ends)})|{behind})")
    return found


def _phrases(entry: Entry, key: str) -> list[str]:
    return [each for pattern in texts(entry, key) for each in spelled_out(pattern)]


def plain(name: str) -> str:
    """A name as it is looked up: in small letters, with spaces for hyphens."""
    return name.casefold().replace("-", " ")


def _add(entry: Entry, found: Registry) -> None:
    """Put the unit of an entry on the list, with those that prefixes and powers make of it."""
    id, dimension, written = (str(entry.get(key, "")) for key in ("id", "dimension", "written"))
    base, scale, symbols = (
        str(entry.get("base", id)),
        Decimal(str(entry.get("scale", 1))),
        _phrases(entry, "symbols"),
    )
    pairs = (
        list(_cldr(str(entry["cldr"])))
        if "cldr" in entry
        else [(str(entry["singular"]), str(entry["plural"]))]
    )
    names = (
        []
        if entry.get("unread")
        else [id, *_phrases(entry, "names"), *(each for pair in pairs for each in pair)]
    )
    modifiers, text = (frozenset(texts(entry, key)) for key in ("modifiers", "text"))
    by_symbol, year = written == "symbol", bool(entry.get("year"))
    sign = str(entry.get("prefix_symbol") or (symbols or [""])[0])
    made = [("", "", 0), *((letter, *_prefixes()[letter]) for letter in texts(entry, "prefixes"))]
    for letter, prefix, power in made:
        called = [f"{prefix}{name}" for pair in pairs for name in pair] if letter else names
        one, many = (f"{prefix}{name}" for name in pairs[0])
        own, form = (f"{letter}{sign}", f"{letter}{sign}") if letter else (id, written)
        form = form if letter and by_symbol else "" if letter or by_symbol else written
        unit = Unit(own, base, dimension, one, many, scale.scaleb(power), form, False, year, modifiers, text)
        found.add(unit, called, [own] if letter else symbols)
        if not letter:
            found.share(unit, entry)
        if entry.get("powers"):
            _powers(unit, found, called, symbol=by_symbol)


@cache
def _prefixes() -> Mapping[str, tuple[str, int]]:
    listed = [entry for entry in entries("units/prefixes") if "symbol" in entry]
    return {str(entry["symbol"]): (str(entry["name"]), int(str(entry["power"]))) for entry in listed}


def _cldr(key: str) -> Iterator[tuple[str, str]]:
    """Singular and plural of a unit in each spelling."""
    for spelling in _SPELLINGS:
        one, many = (format_unit(number, key, "long", locale=spelling)[1:].strip() for number in (1, 2))
        yield one, many


def _powers(unit: Unit, found: Registry, called: list[str], *, symbol: bool) -> None:
    """Put the squares and cubes of a unit of length on the list."""
    own = [sign for sign, each in found.symbols.items() if each == unit]
    for entry in (each for each in entries("units/prefixes") if "exponent" in each):
        words, marks = texts(entry, "words"), texts(entry, "symbols")
        base, one, many = (f"{words[0]} {name}" for name in (unit.base, unit.singular, unit.plural))
        written, scale = f"{own[0]}{marks[0]}" if symbol else "", unit.scale ** int(str(entry["exponent"]))
        id = many if unit.base == unit.id else written
        names = [f"{word} {name}" for word in words for name in (*called, *own)]
        raised = Unit(id, base, str(entry["dimension"]), one, many, scale, written)
        found.add(raised, names, [f"{sign}{mark}" for sign in own for mark in marks])


def settled(word: str, line: Line) -> Unit | None:
    """Which unit a word or sign of several is here: the declared one, one that the text names, or the usual one."""
    units, reading = registry().shared.get(word.casefold(), ()), line.reading
    for unit in units:
        mass = reading.unit is not None and unit.dimension == "mass" == reading.unit.dimension
        if mass or unit.id in (reading.currency, reading.unit and reading.unit.id):
            return unit
    for unit in units:
        if unit.text and not unit.text.isdisjoint(re.findall(r"[a-z]+", line.small)):
            return unit
    return registry().usual.get(word.casefold())


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
    """The unit that a plain plural noun is, whatever it counts; an acronym keeps its capitals."""
    acronym = (phrase.isupper() or phrase[:-1].isupper()) and len(phrase) < 5
    shown = phrase.lower() if phrase.isupper() and not acronym else phrase
    id = phrase if acronym else phrase.lower()
    return Unit(id, id, "count", singular(shown), shown)
