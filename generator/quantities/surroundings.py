"""What stands around a number and belongs to it: bounds, hedges, and words of rise and fall."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.quantities.quantity import Bound, Direction, Found, Quantity

REACH = 80
"""How far back, in characters, words may stand that belong to a number."""
_HEDGE = re.compile(
    r"(?:\b(?:about|around|roughly|approximately|approx\.?|ca\.|c\.|est\.|some|circa|an estimated|estimated|close to|nearly|almost|just under|just over|maybe|perhaps|possibly|probably|something like|more like"
    r"|in the (?:region|neighbou?rhood|vicinity|ballpark) of|(?:on|of|in) the order of|somewhere around)\s|[~≈]\s?)\Z",
    re.I,
)
_IN_A_RANGE = re.compile(r"\b(?:in|within) (?:the|a) range of\s\Z", re.I)
"""A hedge of a single figure; two figures are a range themselves."""
_BOUNDS: tuple[tuple[re.Pattern[str], Bound, bool], ...] = tuple(
    (re.compile(rf"(?:\b(?:{words})\s(?:than\s)?|{signs}\s?)\Z", re.I), bound, hedged)
    for words, signs, bound, hedged in (
        (
            "nearly|almost|just under|close to|(?:just |a little )?(?:shy|short) of|nearing|approaching|not quite",
            r"(?!)",
            Bound.UNDER,
            True,
        ),
        ("just over|slightly more|a little over", r"(?!)", Bound.OVER, True),
        (
            "no less|not less|no fewer|no lower|at least|a minimum of|minimum of|as little as|as few as|as low as|starting (?:at|from)|anywhere from",
            "[≥]",
            Bound.AT_LEAST,
            False,
        ),
        (
            "no more|not more|no higher|at most|at best|(?<!add )(?<!adds )(?<!added )up to|as much as|as many as|as high as|a maximum of|maximum of|capped at",
            "[≤]",
            Bound.AT_MOST,
            False,
        ),
        ("under|less|below|fewer|lower|smaller|south of", "<", Bound.UNDER, False),
        (
            "(?<!ran )(?<!spread )over|more|above|higher|bigger|larger|exceeding|exceeded|exceeds|exceed|in excess of|upwards of|beyond|greater|north of|surpass(?:ed|es|ing)|topp(?:ed|ing)",
            ">",
            Bound.OVER,
            False,
        ),
    )
)
_FILLER = re.compile(
    r"\b(?:just|only|a|an|the|total of|of|its|another|additional|further|whopping|by|as)\s\Z", re.I
)
_FALL = r"minus|negative|fell|falls?|falling|fallen|dropp?(?:ed|s|ing)?|declin(?:ed|es|e|ing)|lost|los(?:es|e|ing)|shed(?:ding)?|slid|slumped|plunged|plummeted|tumbled|sank|decreas(?:ed|es|e|ing)|shrank|wiped|wiping|erased|erasing|down|fall of|drop of|decline of|loss of|decrease of"
_RISE = r"rose|rises?|rising|risen|gain(?:ed|s|ing)|grew|grows?|growing|grown|increas(?:ed|es|e|ing)|jump(?:ed|s|ing)?|climb(?:ed|s|ing)|surg(?:ed|es|ing)|soared|(?<!go )up(?!\sto)|growth of|increase of|rise of|gain of"
TURN = re.compile(rf"\b(?:(?P<fall>{_FALL})|(?P<rise>{_RISE}))\s(?:by\s|out\s|off\s)?\Z", re.I)
"""What says right before a figure that it is a fall or a rise."""
CHANGED = re.compile(rf"\b(?:{_FALL}|{_RISE})\b(?:\s\w+){{0,3}}\sfrom\s\Z", re.I)
_CHANGE_AFTER = re.compile(
    r"\s(?:(?P<fall>drop|fall|decline|decrease|loss|cut|reduction|plunge|slump|lower|less|fewer|cheaper|down)"
    r"|(?P<rise>rise|increase|gain|jump|growth|surge|higher|more|up))\b",
    re.I,
)
_DAY_CHANGE = re.compile(
    r"\s(?:single|one)-day\s(?:(?P<fall>loss|drop|fall|decline|plunge|slump)|(?P<rise>gain|rise|jump|surge))\b",
    re.I,
)
_BETWEEN = re.compile(r"\bbetween\s\Z", re.I)
_TOUCHING = tuple("~≈<>≤≥")
"""Signs that need no space before the number."""
_OR_SO = re.compile(
    r"(?:,?\s(?:or so|or thereabouts|rounded(?: up| down)?|give or take|more or less)\b|\s\(?(?:estimated|est\.)\)|,?\s(?:approximately|roughly)(?=[.,;)]|\Z))",
    re.I,
)
_OR_MORE = re.compile(
    r"\sor (?:(?P<more>more|over|above|higher)|(?P<less>less|fewer|under|lower))\b"
    r"|,?\s(?:(?P<least>(?:at (?:the very )?least|minimum|and (?:counting|rising|up|above|over)|plus(?!\s[$€£¥]?\d))\b)"
    r"|(?P<most>(?:at (?:the very )?(?:most|best)|maximum|max|tops|minus(?!\s[$€£¥]?\d))\b))",
    re.I,
)


def before(text: str, found: Found) -> Found:
    """Bounds, hedges and verbs of change that stand before, however many."""
    quantity, start = found.quantity, found.start
    single = quantity.low == quantity.high
    for _ in range(6):
        words = text[max(0, start - REACH) : start]
        if not words[-1:].isspace() and words[-1:] not in _TOUCHING:
            break
        if (match := _BETWEEN.search(words)) or (match := _matched_bound(words)):
            quantity = _bounded(quantity, words)
        elif (match := _HEDGE.search(words)) or (single and (match := _IN_A_RANGE.search(words))):
            quantity = replace(quantity, hedged=True)
        elif match := TURN.search(words):
            change = Direction.FALL if match["fall"] else Direction.RISE
            return Found(replace(quantity, direction=change), start - len(match[0]), found.end)
        elif (match := _FILLER.search(words)) and _leads(words[: match.start()]):
            pass
        else:
            break
        start -= len(match[0])
    return Found(quantity, start, found.end)


def _leads(words: str) -> bool:
    """Whether something that belongs to the quantity stands before a filler word."""
    return bool(_matched_bound(words) or _HEDGE.search(words) or TURN.search(words))


def _matched_bound(words: str) -> re.Match[str] | None:
    return next((match for pattern, _, _ in _BOUNDS if (match := pattern.search(words))), None)


def _bounded(quantity: Quantity, words: str) -> Quantity:
    for pattern, bound, hedged in _BOUNDS:
        if pattern.search(words):
            return replace(quantity, bound=bound, hedged=quantity.hedged or hedged)
    return quantity


def after(text: str, found: Found) -> Found:
    """`or more`, `or less`, and nouns of change that stand after."""
    quantity, end = found.quantity, found.end
    if text[end : end + 1] == "+" and not text[end + 1 : end + 2].isdigit():
        quantity, end = replace(quantity, bound=Bound.AT_LEAST), end + 1
    if match := re.compile(r"-plus\b").match(text, end):
        quantity, end = replace(quantity, bound=Bound.AT_LEAST), match.end()
    if match := _OR_SO.match(text, end):
        quantity, end = replace(quantity, hedged=True), match.end()
    if match := _OR_MORE.match(text, end):
        over = match["more"] or match["least"]
        quantity = replace(quantity, bound=Bound.AT_LEAST if over else Bound.AT_MOST)
        end = match.end()
    after = _CHANGE_AFTER if quantity.unit == "percent" else _DAY_CHANGE
    if quantity.direction is Direction.NONE and (match := after.match(text, end)):
        quantity = replace(quantity, direction=Direction.FALL if match["fall"] else Direction.RISE)
        end = match.end()
    return Found(quantity, found.start, end)
