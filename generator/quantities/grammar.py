"""The grammar: every quantity in a text, with its bound, hedge and direction (design, section 5, Agreement)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from generator.quantities import lookalikes, units
from generator.quantities.atoms import Atom, atoms_in, number_end, welded
from generator.quantities.fractions import fractions
from generator.quantities.modifiers import is_scaled, modified
from generator.quantities.quantity import UNREADABLE, Bound, Found, Quantity, unreadable
from generator.quantities.surroundings import CHANGED, REACH, after, before

_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
_UNSCALED = (
    r"(?!\s?(?:hundred|thousand|million|billion|trillion|crore|lakh|dollars|euros|%|per ?cent)\b|\s?%)"
)
"""A number before one of these says how much, whatever stands before it."""
_NO_QUANTITY = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s(?:to|and)\s\d{{1,2}}|\s?[-–]\s?\d{{1,2}})?\s{_MONTH}(?:,?\s\d{{4}})?\b"
    rf"|\b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?\b(?:\s?[-–]\s?\d{{1,2}}\b)?(?:,?\s\d{{4}}\b)?"
    rf"|\b{_MONTH}\s\d{{4}}\b"
    r"|\b\d{4}[-./]\d{2}[-./]\d{2}\b|\b\d{4}-\d{2}\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b24/7\b|\b\d{1,2}:\d{2}\b"
    r"|\b(?:FY\s?|fiscal(?:\syear)?\s|Q[1-4]\s)\d{4}\b|\b[1-4]Q\d{2,4}\b|\bQ[1-4]\b"
    rf"|\b(?:No|Nos|Art|Article|Section|Sections|Chapter|Page|Table|Figure|Part|Title|Version|v)\.?\s?\d{{1,9}}(?:\.\d{{1,9}}){{0,6}}\b{_UNSCALED}"
    r"|\b\d+(?:st|nd|rd|th)\b|\b\d{4}s\b"
    r"|(?<![\w$€£¥₹.])(?:1[89]|20)\d{2}\s?[-–/]\s?(?:(?:1[89]|20)\d{2}|\d{2})(?![\w%])"
    rf"|\b[A-Za-z](?=[\w.-]{{0,60}}\d)[\w.-]{{0,60}}-[\w.-]{{0,60}}\w\b{_UNSCALED}"
)
_BRACKETED = re.compile(r"(\s)\[(thousand|million|billion|trillion)\]")
_RANGE = re.compile(r"\s?(?:[-–—−]|to|through)\s?\Z|\s+(?:to|and)\s\Z")
_BETWEEN = re.compile(r"\bbetween\s\Z", re.I)


def quantities_in(text: str) -> tuple[Found, ...]:
    """Every quantity in `text`, in its order; dates, names and list numbers are none."""
    plain = lookalikes.plain(text)
    plain = _BRACKETED.sub(lambda found: f"{found[1]}{found[2]}  ", plain)
    plain = _NO_QUANTITY.sub(lambda found: "\x00" * len(found[0]), plain)
    told = tuple(fractions(plain))
    atoms = [
        atom
        for atom in atoms_in(plain)
        if not any(each.start < atom.end and atom.start < each.end for each in told)
    ]
    scaled = is_scaled(plain)
    found = [modified(plain, each, scaled=scaled) for each in (*_joined(plain, atoms), *told)]
    found += lookalikes.unread(text, found)
    return tuple(sorted(found, key=lambda each: (each.start, each.end)))


def read_quantity(text: str) -> Quantity | None:
    """The quantity that the whole of `text` is; None where it is none, or more than one."""
    found = quantities_in(text.strip())
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(text.strip())):
        return None
    return found[0].quantity if found[0].quantity.unit != UNREADABLE else None


def _joined(text: str, atoms: list[Atom]) -> Iterator[Found]:
    """Ranges out of two neighbours, single quantities out of all others."""
    index = 0
    while index < len(atoms):
        first = atoms[index]
        second = atoms[index + 1] if index + 1 < len(atoms) else None
        if second is not None and _one_unread(text, first, second):
            made: Found | None = unreadable(first.start, second.end)
            index += 1
        elif second is not None and _ranges(text, first, second):
            made = _made(text, first, second)
            index += 1
        else:
            made = _made(text, first, None) if _counts(text, first) else None
        index += 1
        if made is not None:
            yield made


def _one_unread(text: str, first: Atom, second: Atom) -> bool:
    """Whether two numbers together are one figure that cannot be read, where either is a figure at all."""
    between = second.odd != first.odd and bool(_RANGE.fullmatch(text[first.end : second.start]))
    return (between or welded(text, first, second)) and (_counts(text, first) or _counts(text, second))


def _ranges(text: str, first: Atom, second: Atom) -> bool:
    """Whether two numbers are the ends of one range, not two steps of a change."""
    gap = text[first.end : second.start]
    between = bool(_BETWEEN.search(text[max(0, first.start - REACH) : first.start]))
    if not (_RANGE.match(gap) and _RANGE.fullmatch(gap)) or (gap.strip() == "and") != between:
        return False
    if first.odd or (first.unit and not first.currency and first.unit != second.unit):
        return False
    if first.currency and second.currency and first.currency != second.currency:
        return False
    if not first.currency and second.currency:
        return False
    changed = gap.strip() == "to" and CHANGED.search(text[max(0, first.start - REACH) : first.start])
    low = first.number * _factor(first, second)
    unit = first.currency or second.unit
    return not changed and bool(unit or second.factor) and low <= second.number * (second.factor or 1)


def _factor(first: Atom, second: Atom | None) -> Decimal:
    """What the first number of a range is multiplied by: `5 to 7 million` shares its magnitude, `5 watts to 7 kW` not."""
    if first.factor is not None:
        return first.factor
    shared = second is not None and second.factor is not None and (first.currency or not first.unit)
    return (second.factor if shared and second else None) or Decimal(1)


def _counts(text: str, atom: Atom) -> bool:
    """Whether a number by itself is a quantity at all."""
    if atom.odd and not atom.currency:
        return atom.factor is not None or (
            bool(atom.unit) and (atom.number > 0 or not _named_before(text, atom))
        )
    if (
        atom.currency
        or units.is_money(atom.unit)
        or (atom.spelled and text[: atom.end].lower().endswith("dozen"))
    ):
        return True
    if _is_year(atom) or (atom.number == 1 and atom.spelled and atom.unit not in _STRONG | _TIME):
        return atom.factor is not None
    named = not atom.spelled and _named_before(text, atom)
    if named and atom.unit not in _STRONG and atom.factor is None and not atom.plus and atom.number < 100:
        return False
    return bool(atom.unit) or atom.factor is not None or not (atom.spelled or atom.bare or named)


def _is_year(atom: Atom) -> bool:
    years = (1800, 2100) if not atom.unit else (1990, 2035)
    plain = atom.bare and len(str(atom.number)) == 4 and years[0] <= atom.number <= years[1]
    plain = plain and not (atom.unit and atom.number == 2000)
    return plain and atom.unit not in units.STRONG | {"percent"}


_STRONG = units.STRONG | {"percent", "percentage-points", "times", "watts", "GPU-hours"}
_TIME = frozenset({"years", "months", "weeks", "days", "hours", "minutes", "seconds"})
_OPENERS = frozenset(
    "About Some Over Under Nearly Almost At Around In For With The By Only Just Up More Less From Between And Or".split()
)


def _named_before(text: str, atom: Atom) -> bool:
    """Whether a capitalised word stands before the number, as in `Falcon 9`."""
    found = re.search(r"(\b[A-Z][\w’'.-]*)\s\Z", text[max(0, atom.start - 40) : atom.start])
    return bool(found) and found[1] not in _OPENERS if found else False


def _made(text: str, first: Atom, second: Atom | None) -> Found | None:
    last = second or first
    if first.odd:
        return unreadable(first.start, first.end)
    low = first.number * _factor(first, second)
    high = last.number * (last.factor or 1) if second else low
    unit = first.unit if first.currency and second is None else (last.unit or first.unit)
    if first.currency and second is not None:
        unit = last.unit if last.currency else _money_unit(text, last, first.currency)
    end = last.end
    if second is not None and first.currency and not second.currency:
        end = units.rate(text, _number_end(second, text), first.currency).end
    quantity = Quantity(low, high, unit, Bound.AT_LEAST if last.plus else Bound.EXACTLY)
    if first.direction:
        quantity = replace(quantity, direction=first.direction)
    return after(text, before(text, Found(quantity, first.start, end)))


def _number_end(atom: Atom, text: str) -> int:
    return number_end(text, atom.start) or atom.end


def _money_unit(text: str, atom: Atom, code: str) -> str:
    return units.rate(text, _number_end(atom, text), code).unit
