"""What accounts write otherwise than prose: amounts in brackets below zero, and amounts in thousands or millions by their heading."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from generator.language.no_figures import no_figures
from generator.quantities.quantity import Found, Line, unreadable
from generator.quantities.units import is_money, registry

_UNITS = r"(?:thousands|millions|billions|000s?|’000s?)\b"
_HEADING = rf"[(\[](?:[\w’'$.]+ )?(?:in )?(?:[\w$.]+ )?{_UNITS}[^)\]]*[)\]]"
_SCALED_ABOVE = re.compile(rf"{_HEADING}|\bin (?:thousands|millions|billions)(?: of [\w.]+)?\s?[,:;]")
_FIGURE_BEFORE = re.compile(r"(?:[\d%]|illion|thousand|bn|percent|half|(?:third|quarter|fifth|tenth)s?)\s\Z")
_WORD = re.compile(r"[a-z]+")


def scaled_above(small: str) -> str:
    """The words by which a text says that amounts of money are larger than they are written in it; empty without."""
    if "illions" not in small and "thousands" not in small and "000" not in small:
        return ""
    found = _SCALED_ABOVE.search(small)
    return found[0] if found else ""


def in_brackets(line: Line, found: Found) -> Found:
    """A figure alone in brackets is below zero beside a word of accounts or by itself, else not read; one that converts another stays."""
    start, end, quantity = found.start, found.end, found.quantity
    if line.text[max(0, start - 1) : start] != "(" or line.text[end : end + 1] != ")" or found.touched:
        return found
    before, scaled = (
        line.small[max(0, start - 80) : start - 1],
        not quantity.unit and line.text[end - 1].isalpha(),
    )
    other = scaled or not (quantity.unit in ("", "percent") or is_money(quantity.unit))
    if other or _FIGURE_BEFORE.search(before) or before.rstrip().rpartition(" ")[2] in _currency_words():
        return found
    alone = start == 1 and end == len(line.text) - 1
    if not alone and no_figures("accounts").isdisjoint(_WORD.findall(before)):
        return unreadable(start - 1, end + 1, line.text[start - 1 : end + 1], found.number)
    if quantity.high > 0:
        quantity = replace(quantity, low=-quantity.high, high=-quantity.low)
    return Found(quantity, start - 1, end + 1, found.number)


@cache
def _currency_words() -> frozenset[str]:
    return frozenset(
        name.rpartition(" ")[2] for name, unit in registry().names.items() if unit.dimension == "money"
    )
