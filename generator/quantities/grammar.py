"""The grammar: every quantity in a text, with its bound, hedge and direction (design, section 5, Agreement)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.quantities import lookalikes, numbers
from generator.quantities.accounts import in_brackets, scaled_above
from generator.quantities.atoms import Atom, atoms_in
from generator.quantities.cues import table
from generator.quantities.dates import no_figures
from generator.quantities.measuring import money_after
from generator.quantities.quantity import (
    UNREADABLE,
    Bound,
    Direction,
    Found,
    Quantity,
    Reading,
    Unit,
    unreadable,
)
from generator.quantities.surroundings import below_zero, is_change, with_words
from generator.quantities.units import NOTHING, is_money, registry

_BRACKETED = re.compile(r"(\s)\[(thousand|million|billion|trillion)\]")
_RANGE = re.compile(r"\s?(?:[-–—−]|to|through)\s?|\s+(?:to|and)\s")
_EITHER = re.compile(
    r",?\s\(?(?:and/)?or\s(?:(?:about|around|perhaps|maybe|even|possibly|nearly|almost|over|under|up to|more than)\s)?|\s?/\s?",
    re.I,
)
_FROM = re.compile(r"(\w+)(?:\s\w+){0,3}\sfrom\s\Z")
_NAME_BEFORE = re.compile(r"(\b[A-Z][\w’'.-]*)\s\Z")
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
    reading = reading or _PLAIN
    plain = lookalikes.plain(text)
    if "[" in plain:
        plain = _BRACKETED.sub(lambda found: f"{found[1]}{found[2]}  ", plain)
    lower = lookalikes.small(plain)
    found = [
        _finished(plain, lower, each, reading)
        for each in _joined(plain, list(atoms_in(plain, lower, reading)), reading)
    ]
    found += lookalikes.unread(text, found)
    return tuple(sorted(found, key=lambda each: (each.start, each.end)))


def read_quantity(text: str, reading: Reading | None = None) -> Quantity | None:
    """The quantity that the whole of `text` is; None where it is none, or more than one."""
    stripped = text.strip()
    found = quantities_in(stripped, reading)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(stripped)):
        return None
    return found[0].quantity if found[0].quantity.unit != UNREADABLE else None


def _finished(plain: str, lower: str, found: Found, reading: Reading) -> Found:
    """The figure with its words; amounts below `in millions` and those in brackets as what they are."""
    if found.quantity.unit == UNREADABLE:
        return found
    if is_money(found.quantity.unit) and reading.scale == 1 and (above := scaled_above(lower)):
        return unreadable(found.start, found.end, above, found.number)
    found = with_words(lower, found, reading)
    return in_brackets(plain, lower, found, reading)


def _joined(text: str, atoms: Sequence[Atom | Found], reading: Reading) -> Iterator[Found]:
    """Ranges out of two neighbours, single quantities out of all others."""
    index = 0
    while index < len(atoms):
        first, second = atoms[index], atoms[index + 1] if index + 1 < len(atoms) else None
        index += 1
        if isinstance(first, Found):
            yield first
            continue
        pair = second if isinstance(second, Atom) else None
        if pair is not None and _one_unread(text, first, pair, reading):
            index += 1
            yield unreadable(
                first.start, pair.end, first.touched or pair.touched or text[first.stop : pair.start]
            )
        elif pair is not None and _ranges(text, first, pair):
            index += 1
            yield _made(text, first, pair, reading)
        elif first.touched and _counts(text, first, reading):
            yield unreadable(first.start, first.end, first.touched, (first.start, first.stop))
        elif _counts(text, first, reading):
            yield _made(text, first, None, reading)


def _one_unread(text: str, first: Atom, second: Atom, reading: Reading) -> bool:
    """Whether two numbers together are one figure that cannot be read, where either is a figure at all."""
    between = second.odd != first.odd and bool(_RANGE.fullmatch(text, first.end, second.start))
    return (between or _welded(text, first, second)) and (
        _counts(text, first, reading) or _counts(text, second, reading)
    )


def _welded(text: str, first: Atom, second: Atom) -> bool:
    """Whether two numbers are pieces of one (`two thousand five hundred`), or a choice between two (`five or six million`)."""
    gap = text[first.end : second.start]
    if second.start < first.end:
        gap = text[first.stop : second.start]
    elif _EITHER.fullmatch(gap):
        return _alike(first, second)
    elif first.unit.id not in ("", first.currency):
        return False
    if (
        second.currency
        or second.unit.dimension == "time"
        or second.unit.id in ("times", "percent")
        or len(gap) > 5
    ):
        return False
    if text[second.start : second.end].lower().startswith("dozen"):
        return gap == " " and not first.currency
    smaller = first.factor is not None and second.number * (second.factor or 1) < first.factor
    if gap.strip():
        return gap == " and " and smaller and first.spelled and second.spelled
    return bool(gap) and ((smaller and second.factor is not None) or (first.spelled and second.spelled))


def _alike(first: Atom, second: Atom) -> bool:
    """Whether both could be the same figure: one unit, or one of them without."""
    one, other = first.unit.base, second.unit.base
    if first.currency or second.currency:
        return first.currency == second.currency or not (one and other)
    measured = second.unit.dimension == "ratio"
    return one == other or (not one and (first.factor is None or not measured))


def _ranges(text: str, first: Atom, second: Atom) -> bool:
    """Whether two numbers are the ends of one range, not two steps of a change."""
    gap, words = text[first.end : second.start], text[max(0, first.start - 80) : first.start]
    between = words.lower().endswith("between ")
    if not _RANGE.fullmatch(gap) or (gap.strip() == "and") != between:
        return False
    if (
        first.touched
        or second.odd
        or (first.unit.id and not first.currency and first.unit.base != second.unit.base)
    ):
        return False
    if first.currency != second.currency and (second.currency or not first.currency):
        return False
    changed = gap.strip() == "to" and (turned := _FROM.search(words.lower())) and _turns(turned[0])
    unit = first.currency or second.unit.id
    scales = (first.unit if first.unit.id else second.unit, second.unit)
    ends = zip((first, second), scales, strict=True)
    low, high = (
        each.number * _factor(each, second) * scale.scale * (-1 if each.sign == "-" else 1)
        for each, scale in ends
    )
    return not changed and bool(unit or second.factor) and low <= high


def _turns(words: str) -> bool:
    """Whether a verb of rise or fall begins words that end in `from`."""
    return any(cue.turn for word in words.split()[:-1] for cue in table("before").get(word, ()))


def _factor(first: Atom, second: Atom | None) -> Decimal:
    """What the first number of a range is multiplied by: `5 to 7 million` shares its magnitude, `5 watts to 7 kW` not."""
    if first.factor is not None:
        return first.factor
    shared = second is not None and second.factor is not None and (first.currency or not first.unit.id)
    return (second.factor if shared and second else None) or Decimal(1)


def _counts(text: str, atom: Atom, reading: Reading) -> bool:
    """Whether a number by itself is a quantity at all."""
    named = not atom.spelled and _named_before(text, atom)
    if atom.odd and not atom.currency:
        return atom.factor is not None or bool(atom.unit.id and not named)
    if (
        atom.currency
        or atom.unit.dimension == "money"
        or (atom.spelled and text[: atom.end].lower().endswith("dozen"))
    ):
        return True
    measured = atom.unit.dimension not in ("count", "number", "own")
    plain = measured or atom.unit.id in registry().years
    if _is_year(atom) or (atom.number == 1 and atom.spelled and not measured):
        return atom.factor is not None
    if named and not plain and atom.factor is None and not atom.plus and atom.number < 100:
        return False
    if reading.bare and atom.bare and not atom.spelled:
        return True
    return bool(atom.unit.id) or atom.factor is not None or not (atom.spelled or atom.bare or named)


def _is_year(atom: Atom) -> bool:
    years = (1800, 2100) if not atom.unit.id else (1990, 2035)
    plain = atom.bare and len(str(atom.number)) == 4 and years[0] <= atom.number <= years[1]
    plain = plain and not (atom.unit.id and atom.number == 2000)
    return plain and atom.unit.id not in registry().years and atom.unit.id != "percent"


def _named_before(text: str, atom: Atom) -> bool:
    """Whether a capitalised word stands before the number, as in `Falcon 9`."""
    found = _NAME_BEFORE.search(text, max(0, atom.start - 40), atom.start)
    return found is not None and found[1].capitalize() not in no_figures("openers") and not _is_shouted(text)


def _made(text: str, first: Atom, second: Atom | None, reading: Reading) -> Found:
    last = second or first
    unit, end = last.unit if last.unit.id else first.unit, last.end
    if first.currency:
        unit = first.unit if second is None else last.unit
        if second is not None and not second.currency:
            after = money_after(text, second.stop, registry().ids[first.currency], reading)
            unit, end = after.unit, after.end
            if after.touched:
                return unreadable(first.start, end, after.touched, (first.start, second.stop))
    low = first.number * _factor(first, second)
    high = last.number * (last.factor or 1) if second else low
    scale = reading.scale if first.factor is None and last.factor is None else Decimal(1)
    low, high = low * scale * (first.unit if first.unit.id else unit).scale, high * scale * unit.scale
    number = (first.start, last.stop)
    quantity = Quantity(
        low, high, unit.base, Bound.AT_LEAST if last.plus else Bound.EXACTLY, form=_form(unit)
    )
    if second is not None and "-" in (first.sign, second.sign):
        quantity = replace(
            quantity, low=-low if first.sign == "-" else low, high=-high if second.sign == "-" else high
        )
    elif first.sign == "-":
        quantity = below_zero(quantity, reading)
    elif first.sign == "+" and (is_change(quantity.unit, reading) or unit.dimension != "temperature"):
        quantity = replace(quantity, direction=Direction.RISE)
    return Found(quantity, first.start, end, number)


def _form(unit: Unit) -> Unit | None:
    converted = unit.dimension == "ratio" and unit.id != unit.base
    return unit if unit is not NOTHING and not converted else None


def _is_shouted(text: str) -> bool:
    """Whether a text is a headline in capitals."""
    return text.isupper() and text.count(" ") > 2
