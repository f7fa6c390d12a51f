"""The grammar: every quantity in a text, with its bound, hedge and direction (design, section 5, Agreement)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.language import numbers
from generator.language.no_figures import no_figures
from generator.quantities import lookalikes
from generator.quantities.accounts import in_brackets, scaled_above
from generator.quantities.atoms import Atom, atoms_in
from generator.quantities.cues import cue_in
from generator.quantities.measuring import money_after
from generator.quantities.quantity import (
    UNREADABLE,
    Bound,
    Direction,
    Found,
    Line,
    Quantity,
    Reading,
    unreadable,
)
from generator.quantities.surroundings import below_zero, turn_before, with_words
from generator.quantities.units import NOTHING, is_money

_BRACKETED = re.compile(r"(\s)\[(thousand|million|billion|trillion)\]")
_RANGE = re.compile(r"\s?(?:[-–—−]|to|through)\s?|\s+(?:to|and)\s")
_EITHER = re.compile(r",?\s\(?(?:and/)?or\s((?:\w+\s){0,2})|\s?/\s?", re.I)
_FROM = re.compile(r"(\w+)(?:\s\w+){0,3}\sfrom\s\Z")
_NAME_BEFORE = re.compile(r"(\b[A-Z][\w’'.-]*)\s\Z")
_APART = 24
"""Characters between two numbers from which on they are no range and no choice."""
_DIGIT = re.compile(r"\d")
_PLAIN = Reading()


def may_count(text: str) -> bool:
    """Whether a text can hold a figure at all: told without reading it, some hundred times faster."""
    if _DIGIT.search(text) or numbers.counts(text.lower()):
        return True
    return not text.isascii() and any(map(str.isnumeric, text))


def quantities_in(text: str, reading: Reading | None = None) -> tuple[Found, ...]:
    """Every quantity in `text`, in its order; dates, names and list numbers are none."""
    if not may_count(text):
        return ()
    line = lookalikes.line(text, reading or _PLAIN)
    if "[" in text:
        plain = _BRACKETED.sub(lambda found: f"{found[1]}{found[2]}  ", line.text)
        line = replace(line, text=plain, small=plain.lower())
    found = [_finished(line, each) for each in _joined(line, list(atoms_in(line)))]
    found += lookalikes.unread(text, found)
    return tuple(sorted(found, key=lambda each: (each.start, each.end)))


def read_quantity(text: str, reading: Reading | None = None) -> Quantity | None:
    """The quantity that the whole of `text` is; None where it is none, or more than one."""
    stripped = text.strip()
    found = quantities_in(stripped, reading)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(stripped)):
        return None
    return found[0].quantity if found[0].quantity.unit != UNREADABLE else None


def _finished(line: Line, found: Found) -> Found:
    """The figure with its words; amounts below `in millions` and those in brackets as what they are."""
    if found.quantity.unit == UNREADABLE:
        return found
    if line.reading.scale == 1 and is_money(found.quantity.unit) and (above := scaled_above(line.small)):
        return unreadable(found.start, found.end, above, found.number)
    return in_brackets(line, with_words(line, found))


def _joined(line: Line, atoms: Sequence[Atom | Found]) -> Iterator[Found]:
    """Ranges out of two neighbours, single quantities out of all others."""
    skipped: Atom | Found | None = None
    for first, second in zip(atoms, (*atoms[1:], None), strict=False):
        if first is skipped:
            continue
        if isinstance(first, Found):
            yield first
            continue
        near = second if isinstance(second, Atom) and second.start - first.end < _APART else None
        if near and _one_unread(line, first, near):
            skipped, touched = near, first.touched or near.touched or line.text[first.stop : near.start]
            yield unreadable(first.start, near.end, touched)
        elif near and _ranges(line, first, near):
            skipped = near
            yield _made(line, first, near)
        elif _counts(line, first):
            yield _made(line, first, None)


def _one_unread(line: Line, first: Atom, second: Atom) -> bool:
    """Whether two numbers together are one figure that cannot be read, where either is a figure at all."""
    between = second.odd != first.odd and bool(_RANGE.fullmatch(line.text, first.end, second.start))
    return (between or _welded(line.text, first, second)) and (_counts(line, first) or _counts(line, second))


def _welded(text: str, first: Atom, second: Atom) -> bool:
    """Whether two numbers are pieces of one (`two thousand five hundred`), or a choice between two (`five or six million`)."""
    gap = text[first.end : second.start]
    if second.start < first.end:
        gap = text[first.stop : second.start]
    elif either := _EITHER.fullmatch(gap):
        words = (either[1] or "").lower().split()
        chosen = not words or words == ["even"] or cue_in("before", words[::-1], "")
        return bool(chosen) and _alike(first, second) and not _is_year(first)  # `in 2025, or 0.9% more`
    elif first.unit not in (NOTHING, first.money):
        return False
    if (
        second.money
        or second.unit.dimension == "time"
        or second.unit.id in ("times", "percent")
        or len(gap) > 5
    ):
        return False
    if text[second.start : second.end].lower().startswith("dozen"):
        return gap == " " and not first.money
    smaller = first.factor is not None and second.number * (second.factor or 1) < first.factor
    if gap.strip():
        return gap == " and " and smaller and first.spelled and second.spelled
    return bool(gap) and ((smaller and second.factor is not None) or (first.spelled and second.spelled))


def _alike(first: Atom, second: Atom) -> bool:
    """Whether both could be the same figure: one unit, or one of them without."""
    one, other = first.unit.base, second.unit.base
    if first.money or second.money:
        same = first.money == second.money and (one == other or first.unit == first.money)
        return same or not (one and other)
    return one == other or (not one and (first.factor is None or second.unit.dimension != "ratio"))


def _ranges(line: Line, first: Atom, second: Atom) -> bool:
    """Whether two numbers are the ends of one range, not two steps of a change."""
    gap, before = line.text[first.end : second.start], line.small[max(0, first.start - 80) : first.start]
    if not _RANGE.fullmatch(gap) or (gap.strip() == "and") != before.endswith("between "):
        return False
    if (
        first.touched
        or second.odd
        or (first.unit.id and not first.money and first.unit.base != second.unit.base)
    ):
        return False
    turned = _FROM.search(before) if gap.strip() == "to" else None
    if gap.strip() == "to" and second.unit.dimension != "ratio" and turn_before(line.text[: first.start]):
        return False  # `rose £31 to £498`
    if (first.money != second.money and (second.money or not first.money)) or (turned and _turns(turned[0])):
        return False
    low, high = _ends(first, second)
    return bool(first.money or second.unit.id or second.factor) and low <= high


def _turns(words: str) -> bool:
    """Whether a verb of rise or fall begins words that end in `from`."""
    found = (cue_in("before", (word,), "percent") for word in words.split()[:-1])
    return any(cue.turn for cue in found if cue)


def _ends(first: Atom, second: Atom | None) -> tuple[Decimal, Decimal]:
    """Both ends of a range in the base of their unit: `5 to 7 million` shares its magnitude, `5 watts to 7 kW` not."""
    last = second or first
    shared = last.factor if first.money or not first.unit.id else None
    low, high = first.number * (first.factor or shared or 1), last.number * (last.factor or 1)
    low, high = low * (first.unit if first.unit.id else last.unit).scale, high * last.unit.scale
    return -low if first.before.sign == "-" else low, -high if last.before.sign == "-" else high


def _counts(line: Line, atom: Atom) -> bool:
    """Whether a number by itself is a quantity at all."""
    unit, sized = atom.unit, atom.factor is not None
    named = not atom.spelled and _named_before(line.text, atom)
    if atom.money or (atom.odd and (sized or bool(unit.id and not named))):
        return True
    if atom.odd or unit.dimension == "money" or (atom.spelled and line.small[: atom.end].endswith("dozen")):
        return not atom.odd
    measured = unit.dimension not in ("count", "number", "own")
    if _is_year(atom) or (atom.number == 1 and atom.spelled and not measured):
        return sized
    if named and not (measured or unit.year or sized or atom.plus) and atom.number < 100:
        return False
    bare = atom.spelled or (atom.bare and not line.reading.bare)
    return bool(unit.id) or sized or not (bare or (named and not atom.bare))


def _is_year(atom: Atom) -> bool:
    first, last = (1800, 2100) if not atom.unit.id else (1990, 2035)
    plain = atom.bare and len(str(atom.number)) == 4 and first <= atom.number <= last
    return plain and not (
        atom.unit.id and (atom.number == 2000 or atom.unit.year or atom.unit.id == "percent")
    )


def _named_before(text: str, atom: Atom) -> bool:
    """Whether a capitalised word stands before the number, as in `Falcon 9`; in a headline in capitals none does."""
    found = _NAME_BEFORE.search(text, text.rfind(" ", 0, max(0, atom.start - 1)) + 1, atom.start)
    if found is None or found[1].capitalize() in no_figures("openers"):
        return False
    return not text.isupper() or text.count(" ") < 3


def _made(line: Line, first: Atom, second: Atom | None) -> Found:
    last = second or first
    if first.touched and not second:
        return unreadable(first.start, first.end, first.touched, (first.start, first.stop))
    unit, end = last.unit if last.unit.id else first.unit, last.end
    if second and first.money and not second.money:
        after = money_after(line, second.stop, first.money)
        unit, end = after.unit, after.end
        if after.touched:
            return unreadable(first.start, end, after.touched, (first.start, second.stop))
    scale = line.reading.scale if first.factor is None and last.factor is None else Decimal(1)
    low, high = (each * scale for each in _ends(first, second))
    form = None if unit is NOTHING or (unit.dimension == "ratio" and unit.id != unit.base) else unit
    quantity = Quantity(low, high, unit.base, Bound.AT_LEAST if last.plus else Bound.EXACTLY, form=form)
    if not second and first.before.sign == "-":
        quantity = below_zero(replace(quantity, low=-low, high=-high), line.reading)
    elif first.before.sign == "+" and (line.reading.changes(unit.base) or unit.dimension != "temperature"):
        quantity = replace(quantity, direction=Direction.RISE)
    return Found(quantity, first.start, end, (first.start, last.stop))
