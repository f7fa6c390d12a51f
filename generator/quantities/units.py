"""Units: what may stand before and after a number, and what it makes of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

CURRENCIES: Mapping[str, str] = {
    "US$": "USD", "$": "USD", "USD": "USD", "C$": "CAD", "A$": "AUD", "HK$": "HKD", "€": "EUR", "EUR": "EUR",
    "£": "GBP", "GBP": "GBP", "¥": "CNY", "RMB": "CNY", "CNY": "CNY", "JPY": "JPY", "₹": "INR", "INR": "INR",
    "RS": "INR", "₩": "KRW", "NT$": "TWD",
}  # fmt: skip
SYMBOLS: Mapping[str, str] = {"USD": "$", "EUR": "€", "GBP": "£"}
"""Currencies written with a sign; all others with their code."""

CURRENCY = r"(?:(?:US|C|A|HK|NT)?\$|[€£¥₹₩]|(?<![A-Za-z])(?:USD|EUR|GBP|RMB|CNY|JPY|INR|Rs\.?)(?=\s?[\d]))\s?"
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
    "more less ago later earlier old long".split()
)
_SINGULAR_S = frozenset(
    "this its was has is us as plus versus less thus always whose gas business loss access".split()
)
_RATES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"\s?(?:/\s?|per |a )(?:1\s?|one )?(?:M|million|mn)\s?(?:input |output )?tokens?\b", re.I),
        "per million tokens",
    ),
    (re.compile(r"\s?(?:/\s?|per |a |an )(?:[A-Z]\d+ )?GPU[\s-]?hours?\b", re.I), "per GPU-hour"),
    (re.compile(r"\s?(?:/\s?|per |a )share\b", re.I), "per share"),
    (re.compile(r"\s(?:per|a|each) (?:year|annum)\b|\sannually\b", re.I), "per year"),
    (re.compile(r"\s(?:per|a|each) month\b|\smonthly\b", re.I), "per month"),
    (re.compile(r"\s(?:per|a|each) day\b|\sdaily\b", re.I), "per day"),
    (re.compile(r"\s(?:per|an|each) hour\b|\shourly\b", re.I), "per hour"),
)
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
_WORD = re.compile(r"[\s-]([A-Za-z][A-Za-z0-9]*)")


@dataclass(frozen=True, slots=True)
class After:
    """What stands after a number: the unit, the factor it brings, and where it ends."""

    unit: str
    end: int
    factor: Decimal = Decimal(1)


def currency(text: str) -> str:
    """The ISO code of what `CURRENCY` found."""
    return CURRENCIES[text.strip().rstrip(".").upper()]


def rate(text: str, at: int, code: str) -> After:
    """The unit of an amount of money: the currency, or the currency per something."""
    for pattern, unit in _RATES:
        if found := pattern.match(text, at):
            return After(f"{code} {unit}", found.end())
    word = _WORD.match(text, at)
    if word and _MONEY_WORDS.get(word[1].lower()) == code:
        return After(code, word.end())
    return After(code, at)


def unit_after(text: str, at: int) -> After | None:
    """The unit that stands directly after a number without a currency sign; None where none does."""
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
    found = re.compile(r"\s(?:US )?([A-Za-z]+)").match(text, at)
    code = _MONEY_WORDS.get(found[1].lower()) if found else None
    return rate(text, found.end(), code) if found and code else None


def _noun(text: str, at: int) -> After | None:
    """The plural noun that ends the phrase after a number, at most four words on."""
    best: After | None = None
    for _ in range(5):
        found = _WORD.match(text, at)
        if not found or found[1].lower() in _STOP:
            break
        word = found[1]
        if f"{word}s" in STRONG:
            return After(f"{word}s", found.end())
        if word == "people" or (word.endswith("s") and len(word) > 3 and word.lower() not in _SINGULAR_S):
            best = After(_named(text, word), found.end())
            if word in ("people", "users", "downloads", "GPUs", "tokens", "parameters"):
                break
        at = found.end()
    return best


def _named(text: str, word: str) -> str:
    return {"gpus": "GPUs", "params": "parameters"}.get(
        word.lower(), word if word.isupper() else word.lower()
    )
