"""What accounts write otherwise than prose: amounts in brackets below zero, and amounts in thousands or millions by their heading."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.quantities.dates import no_figures
from generator.quantities.quantity import Found, Reading, unreadable
from generator.quantities.units import is_money, registry

_UNITS = r"(?:thousands|millions|billions|000s?|’000s?)\b"
_SCALED_ABOVE = re.compile(
    rf"[(\[](?:[\w’'$.]+ )?(?:in )?(?:[\w$.]+ )?{_UNITS}[^)\]]*[)\]]|\bin (?:thousands|millions|billions)(?: of [\w.]+)?\s?[,:;]"
)
_BEFORE_BRACKET = re.compile(r"(?:[\d%]|illion|thousand|bn|percent|half|(?:third|quarter|fifth|tenth)s?)\s\Z")
_WORD = re.compile(r"[a-z]+")


def scaled_above(lower: str) -> str:
    """The words by which a text says that amounts of money are larger than they are written in it; empty without."""
    if "illions" not in lower and "thousands" not in lower and "000" not in lower:
        return ""
    found = _SCALED_ABOVE.search(lower)
    return found[0] if found else ""


def in_brackets(text: str, lower: str, found: Found, reading: Reading) -> Found:
    """A figure alone in brackets is below zero beside a word of accounts or by itself, else not read; one that converts another stays."""
    start, end = found.start, found.end
    opened = text[max(0, start - 1) : start]
    if opened != "(" or text[end : end + 1] != ")":
        return found
    unit = found.quantity.unit
    scaled = not unit and text[end - 1 : end].isalpha()
    if (
        (unit not in ("", "percent") and not is_money(unit))
        or scaled
        or _converts(lower[max(0, start - 20) : start - 1], lower)
    ):
        return found
    alone = start == 1 and end == len(text) - 1
    if not alone and no_figures("accounts").isdisjoint(_WORD.findall(lower[max(0, start - 80) : start])):
        return unreadable(start - 1, end + 1, text[start - 1 : end + 1], found.number)
    quantity = found.quantity
    if quantity.high > 0:
        quantity = replace(quantity, low=-quantity.high, high=-quantity.low)
    return replace(found, quantity=quantity, start=start - 1, end=end + 1)


def _converts(before: str, lower: str) -> bool:
    """Whether another figure stands right before a bracket, which says it in other words."""
    return bool(_BEFORE_BRACKET.search(before)) or before.rstrip().rpartition(" ")[2] in _currency_words()


def _currency_words() -> frozenset[str]:
    return frozenset(
        name.rpartition(" ")[2] for name, unit in registry().names.items() if unit.dimension == "money"
    )
