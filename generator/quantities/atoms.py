"""Single numbers in a text: their sign, currency, magnitude and unit, and whether they go on in a way not read here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.language import numbers
from generator.language.characters import VULGAR
from generator.language.no_figures import no_figure_at, no_figures
from generator.quantities.fractions import fraction_at
from generator.quantities.measuring import After, money_after, noun_after, unit_after
from generator.quantities.quantity import Found, Line, Unit
from generator.quantities.units import NOTHING, registry, settled

_DIGITS = re.compile(rf"[0-9{''.join(VULGAR)}][0-9.,]*")
_BEFORE = re.compile(r"[^\s\d(),;:/\[\]“”\"‘’]{1,14}\Z")
_DOLLAR = re.compile(r"[A-Za-z.]{0,12}\$\Z")
_NAME_WITH_NUMBER = re.compile(r"\b[A-Z][\w’'.-]{1,40}\s\Z")
_HOURS = re.compile(r"\d\s?h(?:rs?|ours?)?\s\Z")
_RANGE_BEFORE = re.compile(r"(?:[\d%]|illion)\s\Z")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PARTS = r"(?:half|(?:third|quarter|fifth|tenth)s?)"
_ON = rf"[^\W\d_]|[\u00ad\u0300-\u036f\u200b-\u200f\u2060-\u2064\ufeff^{_RAISED}]|\*\*\d|\.\d|\s?[½¼¾⅓⅔]"
_AND_A_PART = (
    rf"\sand\s(?:a|one|two|three|four|five)[\s-]{_PARTS}\b|-(?:{'|'.join(numbers.kinds('joined'))})\b"
)
_ONLY_DIGITS = rf"[.,'’·]?\d|/[$€£¥]?\d|\s?[×x*·]\s?10(?:\^|\*\*|[{_RAISED}])|\s[2-9]/\d"
_GOES_ON, _DIGITS_GO_ON = re.compile(f"{_ON}|{_AND_A_PART}"), re.compile(_ONLY_DIGITS)
"""What may be right behind a number so that it is only a piece of one."""
_SCALE = re.compile(r"[\s-]([a-z]{1,14})\b(?!['’])")
_UNKNOWN_SCALE = re.compile(r"[a-z]{1,8}illions?|[a-z]{1,4}illionths?")
_REST = re.compile(r"(?:[^\s;:!?()]{0,60}[^\s,;:!?().])?")
_MARK = re.compile(r"[*†‡§]{1,3}(?=\s)|\[\w{1,3}\]|\sor more(?=\s)")
"""What may be between a number and what it counts: the sign of a footnote, or a bound."""
_PLUS = re.compile(r"\+|[-\s]plus\b(?!\s[$€£¥\d])")


@dataclass(frozen=True, slots=True)
class Before:
    """What is joined to a number in front: a currency, a sign, and where they begin."""

    start: int
    money: Unit | None = None
    sign: str = ""
    own: Unit | None = None
    """The unit of the metric that is written before its numbers."""
    unknown: str = ""
    """A sign of money that is not known, or a word joined by a hyphen that limits the number: `sub-`."""


@dataclass(frozen=True, slots=True)
class Atom:
    """One number as found: its value still without its noun, and whether it says how large it is."""

    number: Decimal
    factor: Decimal | None
    before: Before
    unit: Unit
    stop: int
    """Where the number with its magnitude ends, before its unit, which ends at `end`."""
    end: int
    plus: bool = False
    bare: bool = False
    spelled: bool = False
    touched: str = ""
    """What is right beside it and not understood."""
    odd: bool = False
    """Whether it goes on with that, so that what was read is only a piece of it."""

    @property
    def start(self) -> int:
        """Where it begins, with sign and currency."""
        return self.before.start

    @property
    def money(self) -> Unit | None:
        """The currency before it."""
        return self.before.money


def atoms_in(line: Line) -> Iterator[Atom | Found]:
    """Every number of a text, and every fraction in words, in their order."""
    reached = 0
    for start in _starts(line):
        if start < reached:
            continue
        if part := fraction_at(line.small, start):
            reached = part.end
            yield part
        elif line.text[start] in "0123456789" and (end := no_figure_at(line.text, line.small, start)):
            reached = end
        elif atom := _atom_at(line, start):
            whole = atom.odd or any(map(str.isdigit, atom.unit.id))
            reached = atom.end if whole else atom.stop
            yield atom


def _starts(line: Line) -> list[int]:
    """Where a number may begin."""
    found = [each.start() for each in _DIGITS.finditer(line.text) if _begins(line.text, each.start())]
    return sorted((*found, *numbers.starts(line.small)))


def _begins(text: str, start: int) -> bool:
    """Whether digits begin a number, and do not end a name or a product."""
    before = text[start - 1 : start]
    if before in ("*", "×") and text[start - 2 : start - 1].isdigit():
        return False
    return not (before.isalnum() or before in ("_", ".", ",")) or before in "$€£¥₹₩"


def _atom_at(line: Line, start: int) -> Atom | None:
    text, spelled = line.text, line.text[start].isalpha()
    found = numbers.WORD.match(line.small, start) if spelled else numbers.DIGITS.match(text, start)
    if found is None:
        return None
    before, end = _before(line, start), found.end()
    if (
        text[start - 1 : start] == "("
        and text[end : end + 1] == ")"
        and (outer := _before(line, start - 1)).money
    ):
        before, end = Before(outer.start, outer.money, "-"), end + 1
    scaled = (
        numbers.magnitude(text, end + text.startswith("+", end))
        if not _is_metres(line, start, end, before)
        else None
    )
    factor, stop = scaled or (None, end)
    plus = _PLUS.match(text, stop) or (text.startswith("+", end) and _PLUS.match(text, end))
    stop = max(stop, plus.end()) if plus else stop
    if before.unknown or (on := _goes_on(line, found[0], end, stop, before, factor)):
        return _odd(line, before, factor, stop, before.unknown or on)
    mark = _MARK.match(text, stop)
    after = (
        money_after(line, stop, before.money)
        if before.money
        else unit_after(line, mark.end() if mark else stop)
    )
    if before.own is not None and after.unit is NOTHING:
        after = After(before.own, stop)
    sized = factor is not None or before.money is not None or not found[0].isdigit()
    touched = after.touched if sized or "-" in after.touched else ""
    if " " in found[0] and not spelled and _NAME_WITH_NUMBER.search(text, max(0, start - 42), start):
        touched = found[0]
    if after.end > stop and text[after.end : after.end + 1] in tuple(_RAISED):
        touched = text[after.end]
    if text[stop : after.end] == "m" and _HOURS.search(line.small, max(0, start - 8), start):
        touched = "m"
    more = mark is not None and " " in mark[0] and after.unit is not NOTHING
    bare = found[0].isdigit() and factor is None
    number = numbers.number(found[0])
    return Atom(
        number,
        factor,
        before,
        after.unit,
        stop,
        max(after.end, stop),
        bool(plus) or more,
        bare,
        spelled,
        touched,
    )


def _is_metres(line: Line, start: int, end: int, before: Before) -> bool:
    """Whether an `m` behind a number is no million: metres in a length, minutes behind hours."""
    length = line.reading.unit is not None and line.reading.unit.dimension == "length"
    hours = _HOURS.search(line.small, max(0, start - 8), start)
    return line.text[end : end + 1] == "m" and before.money is None and bool(length or hours)


def _before(line: Line, start: int) -> Before:
    """The currency and the sign in front of a number."""
    text, own = line.text, line.reading.unit
    gap = text[start - 1 : start] == " " and start > 1
    end = start - gap
    found = _BEFORE.search(text, max(0, end - 14), end)
    run, sign = found[0] if found else "", ""
    if run[-1:] in ("-", "−", "–", "+") and (not gap or run == "−"):
        run, sign, end = run[:-1], run[-1], end - 1
    if own and own.before and own.dimension == "own":
        named = re.search(rf"\b{re.escape(own.singular.lower())}\s(?:of\s)?\Z", line.small[:start])
        if named:
            return Before(named.start(), own=own)
    money, size = _currency(run, line)
    begin, left = end - size, run[: len(run) - size]
    if not money and size:
        return Before(begin, unknown=run[-size:])
    if left[-1:] in ("-", "−", "–", "+") and money and _is_sign(text, begin - 1):
        return Before(begin - 1, money, "+" if left[-1] == "+" else "-")
    if (money and left.endswith("-") and left[0].isalpha()) or (
        sign == "-" and left.lower() in no_figures("joined-prefixes")
    ):
        return Before(begin - len(left), money, unknown=text[begin - len(left) : begin + (not money)])
    if money:
        return Before(begin, money, "+" if sign == "+" else sign and "-")
    return Before(end, sign="+" if sign == "+" else "-") if sign and _is_sign(text, end) else Before(start)


def _currency(run: str, line: Line) -> tuple[Unit | None, int]:
    """The currency that the last characters before a number are, and how many they are."""
    known = registry()
    for size in range(len(run), 0, -1) if not run.isalpha() else (len(run),):
        mark = run[-size:]
        if (mark in known.signs or mark.casefold() in known.shared) and not run[: len(run) - size][
            -1:
        ].isalpha():
            if mark.casefold() not in known.shared:
                return known.signs[mark], size
            if not mark.islower() or len(mark) < 4:
                return settled(mark, line), size
    tail = _DOLLAR.search(run)
    return None, len(tail[0]) if tail else 0


def _is_sign(text: str, place: int) -> bool:
    """Whether a dash is a minus: at the beginning of a word, and none that joins a range to it."""
    joins = text[place] == "–" and _RANGE_BEFORE.search(text, max(0, place - 9), place)
    return text[place - 1 : place] in ("", " ", "(", "[", "“", '"', "|") and not joins


def _goes_on(line: Line, number: str, end: int, stop: int, before: Before, factor: Decimal | None) -> str:  # noqa: PLR0917
    """What follows of which the number is only a piece; empty where it is whole."""
    text, spelled = line.text, number[0].isalpha()
    on = (not spelled and factor is None and _DIGITS_GO_ON.match(text, end)) or _GOES_ON.match(text, stop)
    if on and (on[0].isascii() or not on[0].isalpha()) and (not on[0].isalpha() or before.money):
        return on[0]
    if on and on[0].isalpha() and not on[0].isascii() and not registry().pattern.match(text, stop):
        return on[0]
    scale = _SCALE.match(line.small, stop)
    if scale is None or (scale[0][0] == "-" and scale[1] not in (*numbers.SCALES, "hundred")):
        return ""
    known = scale[1].removesuffix("s") in numbers.SCALES
    if scale[1] not in numbers.UNREAD and not (_UNKNOWN_SCALE.fullmatch(scale[1]) and not known):
        return ""
    symbol = (
        registry().pattern.match(text, stop) if not before.money and factor is None and not spelled else None
    )
    longer = symbol is not None and symbol.end() > scale.end()
    alone = symbol is not None and noun_after(line, symbol.end()).unit is NOTHING
    return "" if longer or alone else text[stop : scale.end()]


def _odd(line: Line, before: Before, factor: Decimal | None, stop: int, on: str) -> Atom:
    """A number that is not read, with all that belongs to it."""
    rest = _REST.match(line.text, stop if before.unknown else stop + len(on))
    end = rest.end() if rest else stop
    scaled = numbers.magnitude(line.text, end)
    after = unit_after(line, scaled[1] if scaled else end)
    unit = NOTHING if "/" in on and not scaled else after.unit
    size = (
        Decimal(1)
        if before.unknown.rstrip("-") == before.unknown != "" or (on.isalpha() and not on.isascii())
        else None
    )
    end = max(after.end, scaled[1] if scaled else end)
    return Atom(
        Decimal(0),
        scaled[0] if scaled else factor or size,
        before,
        unit,
        stop,
        end,
        touched=on.strip(),
        odd=True,
    )
