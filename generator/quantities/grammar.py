"""The grammar: every quantity in a text, with its bound, hedge and direction (design, section 5, Agreement)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.quantities import numbers, units
from generator.quantities.quantity import Bound, Direction, Found, Quantity

_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
_NO_QUANTITY = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s(?:to|and)\s\d{{1,2}}|\s?[-–]\s?\d{{1,2}})?\s{_MONTH}(?:,?\s\d{{4}})?\b"
    rf"|\b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?\b(?:\s?[-–]\s?\d{{1,2}}\b)?(?:,?\s\d{{4}}\b)?"
    rf"|\b{_MONTH}\s\d{{4}}\b"
    r"|\b\d{4}-\d{2}(?:-\d{2})?\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b24/7\b|\b\d{1,2}:\d{2}\b"
    r"|\b(?:FY\s?|fiscal(?:\syear)?\s|Q[1-4]\s)\d{4}\b|\b[1-4]Q\d{2,4}\b|\bQ[1-4]\b"
    r"|\b(?:No|Nos|Art|Article|Section|Sections|Chapter|Page|Table|Figure|Part|Title|Version|v)\.?\s?\d+(?:\.\d+)*\b"
    r"|\b\d+(?:st|nd|rd|th)\b|\b\d{4}s\b"
    r"|(?<![\w$€£¥₹.])(?:1[89]|20)\d{2}\s?[-–/]\s?(?:(?:1[89]|20)\d{2}|\d{2})(?![\w%])"
    r"|\b(?=[\w.-]*\d)[A-Za-z][\w.-]*-[\w.-]*\w"
)
_ATOM = re.compile(
    rf"(?P<currency>{units.CURRENCY})?(?P<sign>[-−–])?(?P<inner>{units.CURRENCY})?"
    rf"(?:(?<![\w.,])|(?<=[$€£¥₹₩]))(?P<number>{numbers.DIGITS}|(?<![\w-]){numbers.WORD})(?P<plus>\+)?"
    rf"(?P<magnitude>{numbers.MAGNITUDE})?(?P<after>\+)?",
    re.IGNORECASE,
)
_FRACTIONS = re.compile(
    r"\b(?P<third>(?:a|one)[\s-]third)\b|\b(?P<fifth>(?:a|one)[\s-]fifth)\b|\b(?P<tenth>(?:a|one)[\s-]tenth)\b|\b(?P<thirds>two[\s-]thirds)\b|\b(?P<quarters>three[\s-]quarters)\b"
    r"|\b(?P<quarter>(?:a|one)[\s-]quarter of)\b(?!\s(?:19|20)\d\d)"
    r"|(?<!first )(?<!second )(?<!last )\b(?P<half>(?:one |a )?half)\b(?!\s(?:of )?(?:19|20)\d\d)(?![\s-](?:year|day|hour|dozen|century|brother))"
    r"|\b(?P<doubled>doubl(?:ed|ing|es))\b|\b(?P<tripled>tripl(?:ed|ing|es))\b|\b(?P<halved>halv(?:ed|ing|es))\b"
    r"|\b(?P<twice>twice)\b|\b(?P<fold>(?:two|three|four|five|six|seven|eight|nine|ten|twenty|\d{1,4})-?fold)\b",
    re.IGNORECASE,
)
_FRACTION_VALUES = {
    "third": (Decimal(1) / 3, "share", Direction.NONE),
    "fifth": (Decimal("0.2"), "share", Direction.NONE),
    "tenth": (Decimal("0.1"), "share", Direction.NONE),
    "thirds": (Decimal(2) / 3, "share", Direction.NONE),
    "quarters": (Decimal("0.75"), "share", Direction.NONE),
    "quarter": (Decimal("0.25"), "share", Direction.NONE),
    "half": (Decimal("0.5"), "share", Direction.NONE),
    "doubled": (Decimal(2), "times", Direction.RISE),
    "tripled": (Decimal(3), "times", Direction.RISE),
    "halved": (Decimal("0.5"), "share", Direction.FALL),
    "twice": (Decimal(2), "times", Direction.NONE),
}
_HEDGE = re.compile(r"(?:\b(?:about|around|roughly|approximately|approx\.|some|circa|an estimated|estimated|or so|close to|nearly|almost|just under|just over)\s|[~≈]\s?)\Z", re.I)
_BOUNDS: tuple[tuple[re.Pattern[str], Bound, bool], ...] = tuple(
    (re.compile(rf"(?:\b(?:{words})\s(?:than\s)?|{signs}\s?)\Z", re.I), bound, hedged)
    for words, signs, bound, hedged in (
        ("nearly|almost|just under|close to", r"(?!)", Bound.UNDER, True),
        ("just over|slightly more|a little over", r"(?!)", Bound.OVER, True),
        ("no less|not less|no fewer|at least|a minimum of|minimum of", "[≥]", Bound.AT_LEAST, False),
        ("no more|not more|at most|up to|as much as|as many as|a maximum of|maximum of", "[≤]", Bound.AT_MOST, False),
        ("under|less|below|fewer|lower", "<", Bound.UNDER, False),
        ("over|more|above|higher|exceeding|exceeded|exceeds|exceed|in excess of|upwards of|beyond|greater", ">", Bound.OVER, False),
    )
)
_FILLER = re.compile(r"\b(?:just|only|a|an|the|total of|of|its|another|additional|further|whopping|by|as)\s\Z", re.I)
_FALL = r"fell|falls?|falling|fallen|dropp?(?:ed|s|ing)?|declin(?:ed|es|e|ing)|lost|los(?:es|e|ing)|shed(?:ding)?|slid|slumped|plunged|plummeted|tumbled|sank|decreas(?:ed|es|e|ing)|shrank|wiped|wiping|erased|erasing|down|fall of|drop of|decline of|loss of|decrease of"
_RISE = r"rose|rises?|rising|risen|gain(?:ed|s|ing)|grew|grows?|growing|grown|increas(?:ed|es|e|ing)|jump(?:ed|s|ing)?|climb(?:ed|s|ing)|surg(?:ed|es|ing)|soared|(?<!go )up(?!\sto)|growth of|increase of|rise of|gain of"
_CHANGE = re.compile(rf"\b(?:(?P<fall>{_FALL})|(?P<rise>{_RISE}))\s(?:by\s|out\s|off\s)?\Z", re.I)
_CHANGED = re.compile(rf"\b(?:{_FALL}|{_RISE})\b(?:\s\w+){{0,3}}\sfrom\s\Z", re.I)
_CHANGE_AFTER = re.compile(r"\s(?:(?P<fall>drop|fall|decline|decrease|loss|cut|reduction|plunge|slump)|(?P<rise>rise|increase|gain|jump|growth|surge))\b", re.I)
_DAY_CHANGE = re.compile(r"\s(?:single|one)-day\s(?:(?P<fall>loss|drop|fall|decline|plunge|slump)|(?P<rise>gain|rise|jump|surge))\b", re.I)
_RANGE = re.compile(r"\s?(?:[-–—−]|to|through)\s?\Z|\s(?:to|and)\s\Z")
_BETWEEN = re.compile(r"\bbetween\s\Z", re.I)
_OR_MORE = re.compile(r"\sor (?:(?P<more>more|over|above)|(?P<less>less|fewer|under))\b")
_REACH = 80


@dataclass(frozen=True, slots=True)
class _Atom:
    """One number as found: its value still without its noun, and whether it says how large it is."""

    number: Decimal
    factor: Decimal | None
    currency: str
    unit: str
    start: int
    end: int
    negative: bool
    plus: bool
    bare: bool
    spelled: bool


def quantities_in(text: str) -> tuple[Found, ...]:
    """Every quantity in `text`, in its order; dates, names and list numbers are none."""
    plain = re.sub(r"[\u00a0\u2009\u202f\u2007]", " ", text).replace("\n", " ")
    plain = _NO_QUANTITY.sub(lambda found: "\x00" * len(found[0]), plain)
    atoms = [atom for found in _ATOM.finditer(plain) if (atom := _atom(plain, found)) is not None]
    found = [*_joined(plain, atoms), *_fractions(plain)]
    return tuple(sorted(found, key=lambda each: (each.start, each.end)))


def read_quantity(text: str) -> Quantity | None:
    """The quantity that the whole of `text` is; None where it is none, or more than one."""
    found = quantities_in(text.strip())
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(text.strip())):
        return None
    return found[0].quantity


def _atom(text: str, found: re.Match[str]) -> _Atom | None:
    money = found["currency"] or found["inner"]
    spelled = not found["number"][0].isdigit()
    factor = numbers.magnitude(found["magnitude"]) if found["magnitude"] else None
    sign = found["sign"] if found["sign"] and _is_sign(text, found) else ""
    start = found.start() if sign or not found["sign"] else found.start("number")
    if found["sign"] and not sign and found["inner"]:
        start = found.start("inner")
    code = units.currency(money) if money else ""
    after = units.rate(text, found.end(), code) if code else units.unit_after(text, found.end())
    end = after.end if after else found.end()
    unit = after.unit if after else ""
    if after and after.factor != 1:
        factor = (factor or Decimal(1)) * after.factor
    return _Atom(
        numbers.number(found["number"]), factor, code, unit, start, end, bool(sign),
        bool(found["plus"] or found["after"]), found["number"].isdigit() and factor is None, spelled,
    )  # fmt: skip


def _is_sign(text: str, found: re.Match[str]) -> bool:
    """A dash before a number is a minus sign at the beginning of a word, else it joins or is a dash."""
    before = text[: found.start("sign")][-1:]
    return before in ("", " ", "(", "\x00") and found["sign"] != "–"


def _joined(text: str, atoms: list[_Atom]) -> Iterator[Found]:
    """Ranges out of two neighbours, single quantities out of all others."""
    index = 0
    while index < len(atoms):
        first = atoms[index]
        second = atoms[index + 1] if index + 1 < len(atoms) else None
        if second is not None and _ranges(text, first, second):
            made = _made(text, first, second)
            index += 1
        else:
            made = _made(text, first, None) if _counts(text, first) else None
        index += 1
        if made is not None:
            yield made


def _ranges(text: str, first: _Atom, second: _Atom) -> bool:
    """Whether two numbers are the ends of one range, not two steps of a change."""
    gap = text[first.end : second.start]
    between = bool(_BETWEEN.search(text[max(0, first.start - _REACH) : first.start]))
    if not (_RANGE.match(gap) and _RANGE.fullmatch(gap)) or (gap.strip() == "and") != between:
        return False
    if first.unit and not first.currency and first.unit != second.unit:
        return False
    if first.currency and second.currency and first.currency != second.currency:
        return False
    if not first.currency and second.currency:
        return False
    changed = gap.strip() == "to" and _CHANGED.search(text[max(0, first.start - _REACH) : first.start])
    low = first.number * (first.factor or second.factor or 1)
    unit = first.currency or second.unit
    return not changed and bool(unit or second.factor) and low <= second.number * (second.factor or 1)


def _counts(text: str, atom: _Atom) -> bool:
    """Whether a number by itself is a quantity at all."""
    if atom.currency:
        return True
    if atom.bare and 1800 <= atom.number <= 2100 and atom.unit not in units.STRONG | {"percent"} and len(str(atom.number)) == 4:
        return False
    strong = atom.unit in units.STRONG or atom.unit in ("percent", "percentage-points", "times", "watts", "GPU-hours")
    if atom.number == 1 and atom.spelled and not strong and atom.unit not in _TIME:
        return atom.factor is not None
    if not strong and atom.bare and atom.number < 100 and _named_before(text, atom):
        return False
    if atom.unit:
        return True
    return atom.factor is not None or (not atom.spelled and not atom.bare and not _named_before(text, atom))


_TIME = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")
_OPENERS = frozenset("About Some Over Under Nearly Almost At Around In For With The By Only Just Up More Less From Between And Or".split())


def _named_before(text: str, atom: _Atom) -> bool:
    """Whether a capitalised word stands before the number, as in `Llama 4`."""
    found = re.search(r"(\b[A-Z][\w’'.-]*)\s\Z", text[max(0, atom.start - 40) : atom.start])
    return bool(found) and found[1] not in _OPENERS if found else False


def _made(text: str, first: _Atom, second: _Atom | None) -> Found | None:
    last = second or first
    factor = first.factor if first.factor is not None else (second.factor if second else None)
    low = first.number * (factor or 1)
    high = last.number * (last.factor or 1) if second else low
    unit = first.unit if first.currency and second is None else (last.unit or first.unit)
    if first.currency and second is not None:
        unit = last.unit if last.currency else _money_unit(text, last, first.currency)
    end = last.end
    if second is not None and first.currency and not second.currency:
        end = units.rate(text, _number_end(second, text), first.currency).end
    quantity = Quantity(low, high, unit, Bound.AT_LEAST if last.plus else Bound.EXACTLY)
    if first.negative:
        quantity = replace(quantity, direction=Direction.FALL)
    return _after(text, _before(text, Found(quantity, first.start, end)))


def _number_end(atom: _Atom, text: str) -> int:
    found = _ATOM.match(text, atom.start)
    return found.end() if found else atom.end


def _money_unit(text: str, atom: _Atom, code: str) -> str:
    return units.rate(text, _number_end(atom, text), code).unit


def _before(text: str, found: Found) -> Found:
    """Bounds, hedges and verbs of change that stand before, however many."""
    quantity, start = found.quantity, found.start
    for _ in range(6):
        before = text[max(0, start - _REACH) : start]
        if (match := _BETWEEN.search(before)) or (match := _matched_bound(before)):
            quantity = _bounded(quantity, before)
        elif match := _HEDGE.search(before):
            quantity = replace(quantity, hedged=True)
        elif match := _CHANGE.search(before):
            change = Direction.FALL if match["fall"] else Direction.RISE
            return Found(replace(quantity, direction=change), start - len(match[0]), found.end)
        elif (match := _FILLER.search(before)) and _leads(before[: match.start()]):
            pass
        else:
            break
        start -= len(match[0])
    return Found(quantity, start, found.end)


def _leads(before: str) -> bool:
    """Whether something that belongs to the quantity stands before a filler word."""
    return bool(_matched_bound(before) or _HEDGE.search(before) or _CHANGE.search(before))


def _matched_bound(before: str) -> re.Match[str] | None:
    return next((match for pattern, _, _ in _BOUNDS if (match := pattern.search(before))), None)


def _bounded(quantity: Quantity, before: str) -> Quantity:
    for pattern, bound, hedged in _BOUNDS:
        if pattern.search(before):
            return replace(quantity, bound=bound, hedged=quantity.hedged or hedged)
    return quantity


def _after(text: str, found: Found) -> Found:
    """`or more`, `or less`, and nouns of change that stand after."""
    quantity, end = found.quantity, found.end
    if match := _OR_MORE.match(text, end):
        quantity = replace(quantity, bound=Bound.AT_LEAST if match["more"] else Bound.AT_MOST)
        end = match.end()
    after = _CHANGE_AFTER if quantity.unit == "percent" else _DAY_CHANGE
    if quantity.direction is Direction.NONE and (match := after.match(text, end)):
        quantity = replace(quantity, direction=Direction.FALL if match["fall"] else Direction.RISE)
        end = match.end()
    return Found(quantity, found.start, end)


def _fractions(text: str) -> Iterator[Found]:
    for found in _FRACTIONS.finditer(text):
        kind = str(found.lastgroup)
        if kind == "fold":
            word = re.sub(r"-?fold", "", found[0].lower())
            value, unit, direction = numbers.number(word), "times", Direction.NONE
        else:
            value, unit, direction = _FRACTION_VALUES[kind]
        quantity = Quantity(value, value, unit, direction=direction)
        yield _before(text, Found(quantity, found.start(), found.end()))
