"""Words beside a figure that make another figure of it: `half of`, `twice the`, brackets of bookkeepers, a choice."""

from __future__ import annotations

import re

from generator.quantities import numbers
from generator.quantities.quantity import UNREADABLE, Found, unreadable
from generator.quantities.units import is_money

_PARTS = (
    r"half|thirds?|quarters?|fifths?|sixths?|eighths?|ninths?|tenths?|hundredths?|thousandths?|fraction|portion|(?<!as )part|share|piece|slice"
    r"|bulk|majority|most|much|rest|remainder|multiples?|percentage|percent|per cent|sliver|double|twice|some|none|twentieths?"
)
_DETERMINER = r"(?:(?:the|its|their|his|her|our|that|this|those|these|an?|all|some)\s){0,2}"
_FOREIGN = r"Canadian|Australian|Singapore|Hong Kong|New Zealand|Taiwan|Mexican|Jamaican|Zimbabwean|Liberian|Namibian|Brunei"
_BEFORE = re.compile(
    rf"(?:(?:\b(?:{_PARTS})|%)\s(?:out\s)?of\s{_DETERMINER}"
    rf"|\b(?:twice|thrice|double|triple|quadruple|half|times|\d{{1,4}}(?:x|-?fold))\s{_DETERMINER}"
    r"|\b(?:nowhere near|nothing like|anything but|all but|other than|far from)\s"
    r"|\b(?:annual|yearly|monthly|weekly|daily|hourly|quarterly)\s"
    r"|\beach\s(?:\w{1,20}\s)?|\b(?:per|every)\s[\w-]{1,30},?\s"
    r"|\b[\w.]{1,12}-\s(?:to|or)\s|(?:±|\+/-|\bplus or minus)\s"
    rf"|\b(?:{_FOREIGN})\s)\Z",
    re.I,
)
_JOINED = re.compile(
    r"(?:\b(?:sub|near|mid|low|high|multi|half|non|over|under)-|±|\+/-|[×√]\s?|\d\s?[*x+]\s?)\Z", re.I
)
"""What is joined to the number and limits or scales it: `sub-$5 million`."""
_AFTER = re.compile(
    r"\s?(?:±|\+/-)|\splus or minus\b|\s(?:minus|less|plus|times|net of|multiplied by|divided by|x|×|\*)\s(?=[$€£¥]?\d|(?:two|three|four|five|six|seven|eight|nine|ten|twelve)\b)"
    r"|\s(?:more|less|fewer|higher|lower|cheaper)\sthan\b|\s(?:more|fewer)\s(?=[a-z])|\s(?:shy|short) of\b"
    r"|,?\s(?:(?:or|and|but)\s)?(?:maybe|perhaps|possibly|probably|likely|even|if not)\s(?:more|less|fewer|higher|lower|nothing|none)\b",
    re.I,
)
_AWAY = re.compile(
    r"\s(?:above|below|shy of|short of|(?:over|under|within) budget)\b|\s(?:short|more|fewer|twice|squared|cubed|and change)\b(?! or less)"
    r"|\sin (?:\d{4}|today['’]s|constant|current|real|nominal) (?:US )?dollars\b|\s\w+ times over\b",
    re.I,
)
_NUMBERED = re.compile(
    rf"(?:\b(?:{numbers.ONE}|\d{{1,3}}|remaining|(?:lots|batches|tranches|instal?lments) of)\s|[×x*√]\s?)\Z",
    re.I,
)
"""How many of an amount of money, or which part of it, is told before it: `ten $5 million ships`."""
_GOES_ON = re.compile(r"-?ish\b|-(?:years?|months?|days?|hours?)\b", re.I)
_OTHER_MONEY = re.compile(
    rf"\s\(?(?:(?:{_FOREIGN}|euros?|yen|yuan|pounds?|rupees|won|francs|pesos)\b|(?-i:CAD|AUD|SGD|HKD|NZD|TWD|MXN|BRL|EUR|GBP|JPY|CNY)\b)",
    re.I,
)
_OF_A_PERCENT = re.compile(r"\s(?:of\s)?(?:an?|one|1)\s?(?:per ?cent|%|basis point)", re.I)
_OF_A_PART = re.compile(
    r"\sof\s(?:an?|one|two|three|\d{1,3})[\s-]?(?:%|per ?cent|half|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?|hundredths?)\b",
    re.I,
)
_BEFORE_BRACKET = re.compile(
    r"(?:\d|%|\b(?:thousand|million|billion|trillion|bn|yuan|euros?|yen|pounds?|dollars?|rupees|won|percent|half|thirds?|quarters?|fifths?|tenths?))\s\Z",
    re.I,
)
_SCALED_ABOVE = re.compile(
    r"[(\[](?:[\w’'$.]+ )?(?:in )?(?:[\w$.]+ )?(?:thousands|millions|billions|000s?|’000s?)\b[^)\]]*[)\]]|\bin (?:thousands|millions|billions)(?: of [\w.]+)?\s?[,:;]",
    re.I,
)
"""What says of all figures below that they are larger than they stand there: `(in millions)`."""
_REACH = 60
_IS_IT = re.compile(r"\b(?:share|percentage|portion|proportion|part|majority|rest|remainder)\sof\s", re.I)
"""What a percentage is called, rather than taken of: `a share of 46%`."""
_COMPARED = ("percent", "percentage-points", "times", "share")


def is_scaled(text: str) -> bool:
    """Whether `text` says of the amounts of money in it that they are larger than they stand there."""
    return bool(_SCALED_ABOVE.search(text))


def modified(text: str, found: Found, *, scaled: bool) -> Found:
    """The figure as it stands, or unreadable with the words that make another one of it; `scaled` is what `text` says of itself."""
    if found.quantity.unit == UNREADABLE:
        return found
    if scaled and is_money(found.quantity.unit):
        return unreadable(found.start, found.end)
    words = text[max(0, found.start - _REACH) : found.start]
    before = (_BEFORE.search(words) if words[-1:].isspace() else None) or _JOINED.search(words)
    if not before and is_money(found.quantity.unit):
        before = _NUMBERED.search(words)
    if before and not (found.quantity.unit == "percent" and _IS_IT.match(before[0])):
        return unreadable(found.start - len(before[0]), found.end)
    if after := _after(text, found):
        return unreadable(found.start, after.end())
    if _in_brackets(text, found):
        return unreadable(found.start - 1, found.end + 1)
    return found


def _after(text: str, found: Found) -> re.Match[str] | None:
    unit = found.quantity.unit
    if joined := _GOES_ON.match(text, found.end):
        return joined
    if unit in _COMPARED:
        pattern = _OF_A_PERCENT if unit in ("share", "times") else _OF_A_PART
        return pattern.match(text, found.end)
    patterns = (_AFTER, _AWAY, _OTHER_MONEY) if is_money(unit) else (_AFTER,)
    return next((match for each in patterns if (match := each.match(text, found.end))), None)


def _in_brackets(text: str, found: Found) -> bool:
    """Whether it stands alone in brackets, as bookkeepers write a loss, and does not convert the figure before."""
    unit = found.quantity.unit
    opened = text[max(0, found.start - 2) : found.start].rstrip("-–−")[-1:]
    if opened != "(" or text[found.end : found.end + 1] != ")":
        return False
    measured = unit in ("", "percent") or is_money(unit)
    scaled = not unit and text[found.end - 1 : found.end].isalpha()
    return (
        measured
        and not scaled
        and not _BEFORE_BRACKET.search(text[max(0, found.start - 20) : found.start - 1])
    )
