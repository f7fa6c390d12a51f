"""Single numbers in a text: their sign, currency, magnitude and unit, and whether they go on in a way not read here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.quantities import numbers, units
from generator.quantities.quantity import UNREADABLE, Direction

_ATOM = re.compile(
    rf"(?P<currency>{units.CURRENCY})?(?P<sign>[-−–+])?(?P<inner>{units.CURRENCY})?"
    rf"(?:(?<![\w.,])(?<!\d[*×])|(?<=[$€£¥₹₩]))(?P<number>{numbers.DIGITS}|(?<![\w-]){numbers.WORD})(?P<plus>\+)?"
    rf"(?P<magnitude>{numbers.MAGNITUDE})?(?P<after>\+|[-\s]plus\b(?!\s[$€£¥\d]))?",
    re.IGNORECASE,
)
_OR_MORE = re.compile(r"\sor more(?=\s)")
_SIGNS = {"": Direction.NONE, "+": Direction.RISE, "-": Direction.FALL, "−": Direction.FALL}
_POWER = r"10(?:\^|\*\*|[⁰¹²³⁴-⁹])"
_SCALES = r"\s(?:(?!(?:m|b|tr)illions?\b)[a-z]{1,8}illions?|[a-z]{1,4}illionths?|milion|bilion|billon|milliards?|mio|mill?|mrd|mm|cr|lacs?|[kmbt])\b(?!['’])"
"""Names of scales that are not read, or that could be something else."""
_UNSEEN = "[\u00ad\u0300-\u036f\u200b-\u200f\u2060-\u2064\ufeff]"
_GOES_ON = re.compile(
    rf"{_UNSEEN}|{_SCALES}|[.,'’·]\d|\d|\^|\*\*|[⁰¹²³⁴-⁹]|/[$€£¥]?\d|\s?[×x*·]\s?{_POWER}|[\s-]hundred\b|-(?:ish|odd|something|some)\b"
    r"|\sand\s(?:a|one|two|three|four|five)[\s-](?:half|thirds?|quarters?|fifths?|tenths?)\b|\s[2-9]/\d",
    re.I,
)
"""What may stand right after digits so that they are only a piece of the number."""
_SCALED_ON = re.compile(
    rf"{_UNSEEN}|{_SCALES}|[\s-](?:hundred|thousand|million|billion|trillion|crore|lakh)\b|\^|[⁰¹²³⁴-⁹]|\.\d|-(?:ish|odd|something|some)\b"
    r"|\sand\s(?:a|one|two|three)[\s-](?:half|thirds?|quarters?)\b|\s?[½¼¾⅓⅔]",
    re.I,
)
_REST = re.compile(r"(?:[^\s;:!?()]{0,60}[^\s,;:!?().])?")
_MAGNITUDE = re.compile(numbers.MAGNITUDE, re.I)
_EITHER = re.compile(
    r",?\s\(?(?:and/)?or\s(?:(?:about|around|perhaps|maybe|even|possibly|nearly|almost|over|under|up to|more than)\s)?|\s?/\s?",
    re.I,
)
_COUNTED_APART = frozenset("times years months weeks days hours minutes seconds percent".split())
"""Units of what may follow an amount and be no piece of it: `$5 million three years ago`."""


@dataclass(frozen=True, slots=True)
class Atom:
    """One number as found: its value still without its noun, and whether it says how large it is."""

    number: Decimal
    factor: Decimal | None
    currency: str
    unit: str
    start: int
    end: int
    direction: Direction
    plus: bool
    bare: bool
    spelled: bool
    stop: int
    """Where the number itself ends, before its unit."""
    odd: bool = False
    """Whether it goes on so that what was read is only a piece of it."""


def atoms_in(text: str) -> Iterator[Atom]:
    """Every number of `text`, which is plain already, in its order."""
    reached = 0
    for found in _ATOM.finditer(text):
        if found.start("number") < reached:
            continue
        end = _odd_end(text, found)
        atom = _odd(text, found, end) if end else _atom(text, found)
        reached = atom.end if atom.odd else reached
        yield atom


def number_end(text: str, start: int) -> int | None:
    """Where the number ends that begins at `start`, its magnitude included."""
    found = _ATOM.match(text, start)
    return found.end() if found else None


def welded(text: str, first: Atom, second: Atom) -> bool:
    """Whether two numbers are pieces of one (`two thousand five hundred`), or a choice between two (`five or six million`)."""
    gap = text[first.end : second.start]
    if second.start < first.end:
        gap = text[first.stop : second.start]
    elif _EITHER.fullmatch(gap):
        return _alike(first, second)
    elif first.unit not in ("", first.currency):
        return False
    if second.currency or second.unit in _COUNTED_APART or len(gap) > 5:
        return False
    if text[second.start : second.end].lower().startswith("dozen"):
        return gap == " " and not first.currency
    smaller = first.factor is not None and second.number * (second.factor or 1) < first.factor
    if gap.strip():
        return gap == " and " and smaller and first.spelled and second.spelled
    return bool(gap) and ((smaller and second.factor is not None) or (first.spelled and second.spelled))


def _alike(first: Atom, second: Atom) -> bool:
    """Whether both could be the same figure: one unit, or one of them without."""
    if first.currency or second.currency:
        return first.currency == second.currency or not (first.unit and second.unit)
    measured = second.unit in ("percent", "percentage-points", "times")
    return first.unit == second.unit or (not first.unit and (first.factor is None or not measured))


def _odd_end(text: str, found: re.Match[str]) -> int | None:
    """The end of what was read, where it is only a piece of a number; None where it is whole."""
    end = found.end("number")
    if not found["number"][0].isalpha() and _GOES_ON.match(text, end):
        return end
    if found["number"][0].isalpha() or found["currency"] or found["inner"] or found["magnitude"]:
        end = found.end()
        money = found["currency"] or found["inner"]
        if _SCALED_ON.match(text, end) or (money and text[end : end + 1].isalnum()):
            return end
    return None


def _odd(text: str, found: re.Match[str], end: int) -> Atom:
    """A number that is not read, with all that belongs to it."""
    on = _GOES_ON.match(text, end) or _SCALED_ON.match(text, end)
    rest = _REST.match(text, on.end() if on else end)
    end = max(end, rest.end() if rest else end)
    scaled = _MAGNITUDE.match(text, end)
    magnitude = scaled[0] if scaled else found["magnitude"]
    after = units.unit_after(text, scaled.end() if scaled else end)
    money = found["currency"] or found["inner"] or ""
    divided = on is not None and "/" in on[0] and not magnitude
    return Atom(
        Decimal(0), numbers.magnitude(magnitude) if magnitude else None, units.currency(money) if money else "",
        after.unit if after and not divided else "", found.start(), after.end if after else scaled.end() if scaled else end,
        Direction.NONE, plus=False, bare=False, spelled=False, stop=end, odd=True,
    )  # fmt: skip


def _atom(text: str, found: re.Match[str]) -> Atom:
    money = found["currency"] or found["inner"]
    factor = numbers.magnitude(found["magnitude"]) if found["magnitude"] else None
    sign = found["sign"] if found["sign"] and _is_sign(text, found) else ""
    start = found.start() if sign or not found["sign"] else found.start("number")
    if found["sign"] and not sign and found["inner"]:
        start = found.start("inner")
    code = units.currency(money) if money else ""
    or_more = _OR_MORE.match(text, found.end())
    reached = or_more.end() if or_more else found.end()
    after = units.rate(text, found.end(), code) if code else units.unit_after(text, reached)
    if after and after.factor != 1:
        factor = (factor or Decimal(1)) * after.factor
    number = found["number"]
    named = " " in number and number[0].isdigit() and _named(text, found.start("number"))
    return Atom(
        numbers.number(number), factor, code, after.unit if after else "", start, after.end if after else found.end(),
        _SIGNS[sign], plus=bool(found["plus"] or found["after"] or (or_more and after)),
        bare=number.isdigit() and factor is None, spelled=number[0].isalpha(), stop=found.end(), odd=code == UNREADABLE or named,
    )  # fmt: skip


def _named(text: str, start: int) -> bool:
    """Whether the first digits may end a name, as in `Skiff 3 405 billion`."""
    return bool(re.search(r"\b[A-Z][\w’'.-]{1,40}\s\Z", text[max(0, start - 42) : start]))


def _is_sign(text: str, found: re.Match[str]) -> bool:
    """A dash before a number is a minus sign at the beginning of a word, else it joins or is a dash."""
    place = found.start("currency") if found["currency"] else found.start("sign")
    before = text[:place][-1:]
    return before in ("", " ", "(", "\x00") and found["sign"] != "–"
