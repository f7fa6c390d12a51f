"""Single numbers in a text: their sign, currency, magnitude and unit, and whether they go on in a way not read here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.quantities import numbers
from generator.quantities.dates import no_figure_at, no_figures
from generator.quantities.fractions import fraction_at
from generator.quantities.lookalikes import VULGAR
from generator.quantities.measuring import After, money_after, unit_after
from generator.quantities.quantity import Found, Reading, Unit
from generator.quantities.units import NOTHING, registry, settled

_DIGITS = re.compile(rf"[0-9{''.join(VULGAR)}][0-9.,]*")
_WORDS = re.compile(r"[a-z]+")
_BEFORE = re.compile(r"[^\s\d(),;:/\[\]“”\"‘’]{1,14}\Z")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_UNSEEN = "[\u00ad\u0300-\u036f\u200b-\u200f\u2060-\u2064\ufeff]"
_PART = r"(?:half|thirds?|quarters?|fifths?|tenths?)"
_ONLY_DIGITS = rf"[.,'’·]\d|\d|/[$€£¥]?\d|\s?[×x*·]\s?10(?:\^|\*\*|[{_RAISED}])|\s[2-9]/\d"
_GOES_ON = (
    rf"{_UNSEEN}|\^|\*\*(?=\d)|[{_RAISED}]|\.\d|\s?[½¼¾⅓⅔]|\sand\s(?:a|one|two|three|four|five)[\s-]{_PART}\b"
)
_JOINED = re.compile(rf"-(?:{'|'.join(numbers.kinds('joined'))})\b", re.I)
_AFTER_DIGITS, _AFTER_SCALE = re.compile(f"{_ONLY_DIGITS}|{_GOES_ON}", re.I), re.compile(_GOES_ON, re.I)
_SCALE = re.compile(r"[\s-](?P<word>[a-z]{1,14})\b(?!['’])", re.I)
_UNKNOWN_SCALE = re.compile(r"[a-z]{1,8}illions?|[a-z]{1,4}illionths?")
_REST = re.compile(r"(?:[^\s;:!?()]{0,60}[^\s,;:!?().])?")
_MARK = re.compile(r"[*†‡§]{1,3}(?=\s)|\[\w{1,3}\]")
"""The sign of a footnote between a number and what it counts."""
_OR_MORE = re.compile(r"\sor more(?=\s)")
_PLUS = re.compile(r"\+|[-\s]plus\b(?!\s[$€£¥\d])")
_MINUS = "-−–"


@dataclass(frozen=True, slots=True)
class Atom:
    """One number as found: its value still without its noun, and whether it says how large it is."""

    number: Decimal
    factor: Decimal | None
    currency: str
    unit: Unit
    start: int
    end: int
    stop: int
    """Where the number with its magnitude ends, before its unit."""
    sign: str = ""
    plus: bool = False
    bare: bool = False
    spelled: bool = False
    touched: str = ""
    """What is right beside it and not understood."""
    odd: bool = False
    """Whether it goes on with that, so that what was read is only a piece of it."""


@dataclass(frozen=True, slots=True)
class Before:
    """What is joined to a number in front: a currency, a sign, and where they begin."""

    start: int
    unit: Unit | None = None
    sign: str = ""
    unknown: str = ""
    """A sign of money that is not known here."""
    own: Unit | None = None
    """The unit of the metric that is written before its numbers."""
    joined: str = ""
    """A word joined by a hyphen that limits the number: `sub-`."""


def atoms_in(text: str, lower: str, reading: Reading) -> Iterator[Atom | Found]:
    """Every number of `text`, which is plain already, and every fraction in words, in their order."""
    reached = 0
    for start in _starts(text, lower):
        if start < reached:
            continue
        if (text[start].isalpha() or text[start].isdigit() or text[start] in VULGAR) and (
            part := fraction_at(lower, start)
        ):
            reached = part.end
            yield part
            continue
        if text[start] in "0123456789" and (end := no_figure_at(text, lower, start)):
            reached = end
            continue
        atom = _atom_at(text, lower, start, reading)
        if atom is not None:
            whole = atom.odd or any(map(str.isdigit, atom.unit.id))
            reached = max(atom.stop, atom.end if whole else 0)
            yield atom


def _starts(text: str, lower: str) -> list[int]:
    """Where a number may begin."""
    found = [each.start() for each in _DIGITS.finditer(text) if _begins(text, each.start())]
    words = [(each[0], each.start()) for each in _WORDS.finditer(lower)] if numbers.counts(lower) else []
    for place, (word, start) in enumerate(words):
        following = words[place + 1][0] if place + 1 < len(words) else ""
        counting = word in numbers.COUNTING or (word.endswith("fold") and len(word) > 6)
        if (counting or (word == "a" and following in numbers.COUNTING)) and (
            not start or lower[start - 1] not in "-_"
        ):
            found.append(start)
    return sorted(found)


def _begins(text: str, start: int) -> bool:
    """Whether digits begin a number, and do not end a name or a product."""
    before = text[start - 1 : start]
    if before in ("*", "×") and text[start - 2 : start - 1].isdigit():
        return False
    return not (before.isalnum() or before in ("_", ".", ",")) or before in "$€£¥₹₩"


def _atom_at(text: str, lower: str, start: int, reading: Reading) -> Atom | None:
    spelled = text[start].isalpha()
    found = numbers.WORD.match(lower, start) if spelled else numbers.DIGITS.match(text, start)
    if found is None:
        return None
    before, end = _before(text, start, reading), found.end()
    bracket = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    if bracket and (outer := _before(text, start - 1, reading)).unit is not None:
        before, end = Before(outer.start, outer.unit, "-"), end + 1
    plus = text[end : end + 1] == "+"
    scaled = numbers.magnitude(text, end + plus)
    factor, stop = scaled or (None, end + plus)
    if scaled and before.unit is None and _is_own_symbol(text, end, reading):
        factor, stop = None, end
    more = _PLUS.match(text, stop)
    stop = more.end() if more else stop
    on = _goes_on(text, found[0], end, stop, before=before, factor=factor)
    if on is not None or before.unknown:
        return _odd(text, before, factor, stop, on=on, reading=reading)
    over = _OR_MORE.match(text, stop)
    mark = _MARK.match(text, stop)
    at = over.end() if over else mark.end() if mark else stop
    behind = money_after(text, stop, before.unit, reading) if before.unit else unit_after(text, at, reading)
    if before.own is not None and behind.unit is NOTHING:
        behind = After(before.own, stop)
    raised = text[behind.end : behind.end + 1]
    named = " " in found[0] and not spelled and _named(text, start)
    touched = before.joined or (behind.touched if factor or before.unit or not found[0].isdigit() else "")
    if raised and raised in _RAISED and behind.end > stop:
        touched = raised
    counted = behind.unit is not NOTHING
    return Atom(
        numbers.number(found[0]), factor, before.unit.id if before.unit else "", behind.unit, before.start,
        max(behind.end, stop), stop, before.sign, bool(plus or more or (over and counted)),
        found[0].isdigit() and factor is None, spelled, touched or (found[0] if named else ""),
    )  # fmt: skip


def _is_own_symbol(text: str, end: int, reading: Reading) -> bool:
    """Whether a letter is the unit that the metric measures in, and no magnitude: `5m` of a length."""
    if reading.unit is None or text[end : end + 1] != "m":
        return False
    return reading.unit.dimension == "length"


def _before(text: str, start: int, reading: Reading) -> Before:  # noqa: PLR0911
    """The currency and the sign in front of a number."""
    gap = text[start - 1 : start] == " " and start > 1
    end = start - 1 if gap else start
    found = _BEFORE.search(text, max(0, end - 14), end)
    if found is None:
        return Before(start)
    run, sign, place = found[0], "", end
    if not gap and run[-1] in "-−–+":
        run, sign, place = run[:-1], run[-1], end - 1
    elif gap and run == "−":
        return Before(end - 1, sign="-")
    own = reading.unit
    if (
        own is not None
        and own.before
        and own.dimension == "own"
        and run.casefold() == own.singular.casefold()
    ):
        return Before(place - len(run), own=own)
    unit, size = _currency(run, reading, text)
    begin = place - size
    if unit is None and size:
        return Before(begin, unknown=run[-size:])
    if unit is None and sign == "-" and run.lower() in no_figures("joined-prefixes"):
        return Before(place - len(run), joined=f"{run}-")
    if unit is None:
        signed = sign and _is_sign(text, place, sign)
        return Before(place, sign="+" if sign == "+" else "-") if signed else Before(start)
    if run[:-size][-1:] in tuple("-−–+") and _is_sign(text, begin - 1, text[begin - 1]):
        begin, sign = begin - 1, text[begin - 1]
    joined = run[:-size] if run[:-size].endswith("-") and run[0].isalpha() else ""
    return Before(begin - len(joined), unit, "-" if sign in tuple(_MINUS) else sign, joined=joined)


def _currency(run: str, reading: Reading, text: str) -> tuple[Unit | None, int]:
    """The currency that the last characters before a number are, and how many they are."""
    known = registry()
    for size in range(len(run), 0, -1):
        mark, before = run[-size:], run[:-size][-1:]
        if before.isalpha():
            continue
        if (mark in known.signs or mark.casefold() in known.shared) and (
            not mark[0].islower() or mark in known.signs or mark == "kr"
        ):
            return settled(mark, reading, text.lower()) if mark.casefold() in known.shared else known.signs[
                mark
            ], size
    tail = re.search(r"[A-Za-z.]{0,12}\$\Z", run)
    return None, len(tail[0]) if tail else 0


def _is_sign(text: str, place: int, sign: str) -> bool:
    """Whether a dash is a minus: at the beginning of a word, and none that joins a range or a name to it."""
    before = text[:place][-1:]
    if before not in ("", " ", "(", "[", "“", '"', "|", "\t"):
        return False
    return (
        sign != "–"
        or before != " "
        or not re.search(r"[\d%]\s\Z|illion\s\Z", text[max(0, place - 9) : place])
    )


def _goes_on(
    text: str, found: str, end: int, stop: int, *, before: Before, factor: Decimal | None
) -> str | None:
    """What follows of which the number is only a piece; None where it is whole."""
    if not found[0].isalpha() and (on := _AFTER_DIGITS.match(text, end)) and factor is None:
        return on[0]
    place = stop
    if on := _AFTER_SCALE.match(text, place) or _JOINED.match(text, place):
        return on[0]
    if (scale := _SCALE.match(text, place)) and _is_scale(
        text, scale, money=before.unit is not None, factor=factor, spelled=found[0].isalpha()
    ):
        return scale[0]
    letter = text[place : place + 1]
    if not letter.isalpha():
        return None
    if before.unit is not None or not letter.isascii():
        symbol = registry().pattern.match(text, place)
        return None if symbol and before.unit is None else _REST.match(text, place)[0]  # type: ignore[index]
    return None


def _is_scale(text: str, found: re.Match[str], *, money: bool, factor: Decimal | None, spelled: bool) -> bool:
    """Whether a word behind a number scales it in a way that is not read."""
    word = found["word"].lower()
    if text[found.start()] == "-" and word not in numbers.SCALES and word != "hundred":
        return False
    if word in numbers.UNREAD or (
        _UNKNOWN_SCALE.fullmatch(word) and word.removesuffix("s") not in numbers.SCALES
    ):
        symbol = registry().pattern.match(text, found.start())
        measured = symbol is not None and not money and factor is None and not spelled
        if measured and symbol and symbol["symbol"] != found["word"]:
            return False
        return not (measured and unit_after(text, found.end(), Reading()).unit is NOTHING)
    return (factor is not None or spelled or money) and word.removesuffix("s") in numbers.SCALES


def _odd(
    text: str, before: Before, factor: Decimal | None, stop: int, *, on: str | None, reading: Reading
) -> Atom:
    """A number that is not read, with all that belongs to it."""
    end = stop + len(on or "")
    rest = _REST.match(text, end)
    end = rest.end() if rest else end
    scaled = numbers.magnitude(text, end)
    after = unit_after(text, scaled[1] if scaled else end, reading)
    divided = on is not None and "/" in on and not scaled
    unit = NOTHING if divided else after.unit
    end = max(after.end, scaled[1] if scaled else end)
    touched = (on or before.unknown or "").strip() or text[stop:end]
    foreign = on is not None and on[:1].isalpha() and not on[0].isascii()
    scale = scaled[0] if scaled else factor or (Decimal(1) if foreign else None)
    code = before.unit.id if before.unit else before.unknown
    return Atom(Decimal(0), scale, code, unit, before.start, end, stop, touched=touched, odd=True)


def _named(text: str, start: int) -> bool:
    """Whether the first digits may end a name, as in `Skiff 3 405 billion`."""
    return bool(re.search(r"\b[A-Z][\w’'.-]{1,40}\s\Z", text[max(0, start - 42) : start]))
