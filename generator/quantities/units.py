"""Units: what may stand before and after a number, and what it makes of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.quantities.quantity import UNREADABLE

CURRENCIES: Mapping[str, str] = {
    "US$": "USD", "$": "USD", "USD": "USD", "C$": "CAD", "A$": "AUD", "HK$": "HKD", "€": "EUR", "EUR": "EUR",
    "£": "GBP", "GBP": "GBP", "¥": "CNY", "RMB": "CNY", "CNY": "CNY", "JPY": "JPY", "₹": "INR", "INR": "INR",
    "RS": "INR", "₩": "KRW", "NT$": "TWD", "S$": "SGD", "R$": "BRL", "MX$": "MXN", "NZ$": "NZD", "USD$": "USD",
    "U.S.$": "USD", "CA$": "CAD", "AU$": "AUD",
}  # fmt: skip
_CODES = (
    "AED|AUD|BRL|CAD|CHF|CZK|DKK|HKD|HUF|IDR|ILS|KRW|MXN|MYR|NOK|NZD|PHP|PLN|RUB|SAR|SEK|SGD|THB|TWD|VND|ZAR"
)
"""ISO 4217 codes read only in capitals, some being words too."""
SYMBOLS: Mapping[str, str] = {"USD": "$", "EUR": "€", "GBP": "£"}
"""Currencies written with a sign; all others with their code."""

CURRENCY = (
    r"(?:U\.S\.\$|(?<![A-Za-z])(?:[A-Za-z]{1,12})?\$|[€£¥₹₩]|(?<![A-Za-z])(?:USD|EUR|GBP|RMB|CNY|JPY|INR|Rs\.?)(?=\s?[\d])"
    rf"|(?<![A-Za-z])(?-i:{_CODES})(?=\s?[\d]))\s?"
)
_MONEY_WORDS = {
    "dollar": "USD", "dollars": "USD", "usd": "USD", "euro": "EUR", "euros": "EUR", "yuan": "CNY", "renminbi": "CNY",
    "pound": "GBP", "pounds": "GBP", "yen": "JPY", "rupees": "INR", "won": "KRW", "rmb": "CNY",
}  # fmt: skip
_DURATIONS = ("year", "month", "week", "day", "hour", "minute", "second")
_WATTS = {"W": 0, "watt": 0, "kW": 3, "kilowatt": 3, "MW": 6, "megawatt": 6, "GW": 9, "gigawatt": 9, "TW": 12}
STRONG = frozenset({"GPUs", "GPU-hours", "chips", "tokens", "parameters", "people", "users", "downloads"})
"""Counts so plain that even a number that could be a year is one."""
_STOP = frozenset(
    "of in for to and the on with from than by at or as over under per that which its is are was were will would a an "
    "this these those it has have had can may might be been but if not about into after before since until while when "
    "between within during each every their our his her through across against around near also only who what up down "
    "more less fewer ago later earlier old long".split()
)
_SINGULAR_S = frozenset(
    "this its was has is us as plus versus less thus always whose gas business loss access".split()
)
_NOT_A_DISTANCE = r"(?!\s(?:ago|later|earlier|before|after|long)\b)"
_RATES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"\s?(?:/\s?|per |a )(?:1\s?|one )?(?:M|million|mn)\s?(?:input |output )?tokens?\b", re.I),
        "per million tokens",
    ),
    (re.compile(r"\s?(?:/\s?|per |a |an )(?:[A-Z]\d+ )?GPU[\s-]?hours?\b", re.I), "per GPU-hour"),
    (re.compile(r"\s?(?:/\s?|per |a )share\b", re.I), "per share"),
    (re.compile(rf"\s(?:per|a|each) (?:year|annum)\b{_NOT_A_DISTANCE}|\sannually\b", re.I), "per year"),
    (re.compile(rf"\s(?:per|a|each) month\b{_NOT_A_DISTANCE}|\smonthly\b", re.I), "per month"),
    (re.compile(rf"\s(?:per|a|each) day\b{_NOT_A_DISTANCE}|\sdaily\b", re.I), "per day"),
    (re.compile(rf"\s(?:per|an|each) hour\b{_NOT_A_DISTANCE}|\shourly\b", re.I), "per hour"),
)
_EACH = re.compile(
    r"\s(?P<last>for each)(?=[.,;]|\Z)|(?P<per>(?:\s|-)(?:per|for each|for every|every)[\s-]|\s?/\s?)(?P<any>[A-Za-z][\w-]{0,30})"
    r"|[\s-](?P<one>an?|each)[\s-](?P<known>day|week|month|quarter|year|hour|minute|second|share|user|person|head|piece|pop|unit|copy|ticket"
    r"|seat|ship|barrel|tonne|ton|pound|ounce|kilo|gallon|litre|mile|night|plate|chip|GPU|card|server|query|token)\b"
    rf"{_NOT_A_DISTANCE}"
    r"|[\s-](?P<adverb>each|apiece|daily|weekly|monthly|quarterly|yearly|annually|hourly|p\.a\.|pa|annualized|annualised)(?!\w)(?!\s(?:of|active)\b)",
    re.I,
)
"""What makes a rate of an amount: `per ship`, `a day`, `each`."""
_ADVERBS = {
    "daily": "per day", "weekly": "per week", "monthly": "per month", "quarterly": "per quarter",
    "yearly": "per year", "annually": "per year", "hourly": "per hour", "apiece": "each",
    "p.a.": "per year", "pa": "per year",
}  # fmt: skip
_BASIS_POINTS = re.compile(r"\sbasis[\s-]points?\b|\s?bps\b")
_PERCENT = re.compile(r"\s?%|[\s-](?:per ?cent|percent)\b")
_POINTS = re.compile(r"[\s-](?:percentage[\s-]points?|pp)\b|\s?%[\s-]points?\b|pp\b")
_GPU_HOURS = re.compile(r"\s(?:[A-Za-z]\d+\s)?GPU[\s-]hours?\b|\s[A-Z]\d+\shours?\b")
_GPU_MODEL = re.compile(r"\s(?:[A-Z][A-Za-z]+\s)?[ABGHL]\d{2,3}s\b")
_TIMES = re.compile(r"\s?x\b|\s?×|[\s-](?:times|fold)\b")
_ACTIVE_PARAMETERS = re.compile(r"[\s-](?:total |activated |active |trainable )*(parameters?|params)\b")
_FIXED = (
    (_POINTS, "percentage-points"),
    (_PERCENT, "percent"),
    (_GPU_HOURS, "GPU-hours"),
    (_GPU_MODEL, "GPUs"),
    (_TIMES, "times"),
    (_ACTIVE_PARAMETERS, "parameters"),
)
_POWER = re.compile(r"[\s-]?(?:" + "|".join(sorted(_WATTS, key=len, reverse=True)) + r")s?\b")
_DURATION = re.compile(r"[\s-](" + "|".join(_DURATIONS) + r")s?\b")
_SIGN_AFTER = re.compile(r"\s?((?:US|C|A|HK|NT|S|NZ|R)?\$|[€£¥₹₩])(?![\s-]?\d|\w)")
_NAMED_MONEY = re.compile(r"[\s-](?:US[\s-])?([A-Za-z]+)")
_WHOLE = ("", "full", "whole", "entire", "long", "short", "straight", "consecutive")
"""What may stand before a duration that stays one: `five full years`, not `five man-years`."""
_WORD = re.compile(r"[\s-]([A-Za-z][A-Za-z0-9]*)")


@dataclass(frozen=True, slots=True)
class After:
    """What stands after a number: the unit, the factor it brings, and where it ends."""

    unit: str
    end: int
    factor: Decimal = Decimal(1)


def currency(text: str) -> str:
    """The ISO code of what `CURRENCY` found; `UNREADABLE` for a dollar that is not known here."""
    code = text.strip().rstrip(".").upper()
    return CURRENCIES.get(code, code if code.isalpha() else UNREADABLE)


def is_money(unit: str) -> bool:
    """Whether a unit is a currency, or a currency per something."""
    return unit[:3].isupper() and unit[3:4] in ("", " ")


def rate(text: str, at: int, code: str) -> After:
    """The unit of an amount of money: the currency, or the currency per something."""
    for pattern, unit in _RATES:
        if found := pattern.match(text, at):
            return After(f"{code} {unit}", found.end())
    word = _WORD.match(text, at)
    if word and _MONEY_WORDS.get(word[1].lower()) == code:
        return rate(text, word.end(), code)
    return each(text, After(code, at))


def each(text: str, after: After) -> After:
    """The unit as a rate, where the text goes on to say for what one is counted."""
    found = _EACH.match(text, after.end)
    if not found or ("for" in (found["per"] or "").lower() and not is_money(after.unit)):
        return after
    adverb = "each" if found["last"] else (found["adverb"] or "").lower()
    told = _ADVERBS.get(adverb, adverb) if adverb else f"per {(found['any'] or found['known'])}"
    return After(f"{after.unit} {told}".strip(), found.end(), after.factor)


def unit_after(text: str, at: int) -> After | None:
    """The unit that stands directly after a number without a currency sign, or what it is counted for; None where none does."""
    found = _unit_after(text, at)
    counted = each(text, found or After("", at))
    return counted if found or counted.unit else None


def _unit_after(text: str, at: int) -> After | None:
    if found := _BASIS_POINTS.match(text, at):
        return After("percentage-points", found.end(), Decimal("0.01"))
    for pattern, unit in _FIXED:
        if found := pattern.match(text, at):
            return After(unit, found.end())
    if found := _POWER.match(text, at):
        word = re.sub(r"[\s-]", "", found[0])
        scale = _WATTS[word] if word in _WATTS else _WATTS[word.removesuffix("s")]
        return After("watts", found.end(), Decimal(1).scaleb(scale))
    if found := _DURATION.match(text, at):
        return After(f"{found[1]}s", found.end())
    return _money_word(text, at) or _noun(text, at)


def _money_word(text: str, at: int) -> After | None:
    if sign := _SIGN_AFTER.match(text, at):
        return rate(text, sign.end(), currency(sign[1]))
    found = _NAMED_MONEY.match(text, at)
    code = (
        (found[1] if re.fullmatch(_CODES, found[1]) else _MONEY_WORDS.get(found[1].lower()))
        if found
        else None
    )
    return rate(text, found.end(), code) if found and code else None


def _noun(text: str, at: int) -> After | None:
    """The plural noun that ends the phrase after a number, at most four words on."""
    best: After | None = None
    before = ""
    for _ in range(5):
        found = _WORD.match(text, at)
        if not found or found[1].lower() in _STOP:
            break
        word = found[1]
        if f"{word}s" in STRONG:
            return After(f"{word}s", found.end())
        if word == "people" or (word.endswith("s") and len(word) > 3 and word.lower() not in _SINGULAR_S):
            apart = word.removesuffix("s") in _DURATIONS and before not in _WHOLE
            best = After(f"{before} {word}" if apart else _named(text, word), found.end())
            if word in ("people", "users", "downloads", "GPUs", "tokens", "parameters"):
                break
        at, before = found.end(), word.lower()
    return best


def _named(text: str, word: str) -> str:
    return {"gpus": "GPUs", "params": "parameters"}.get(
        word.lower(), word if word.isupper() else word.lower()
    )
