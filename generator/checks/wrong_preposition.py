"""A statement says `on` before a day, and `in` before a month or a year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.model.dates import write_date
from generator.model.ledger import Ledger

_BEFORE = re.compile(r"\b(in|on) \{date\}", re.I)
_DAY = re.compile(r"\d{4}-\d\d-\d\d[~?%]?")


def check(ledger: Ledger) -> Iterator[Diagnostic]:
    """`wrong-preposition`, a warning; spans of days go with either word."""
    for fact in ledger.facts.values():
        if fact.date is None or "/" in fact.date.text:
            continue
        right = "on" if _DAY.fullmatch(fact.date.text) else "in"
        for found in _BEFORE.finditer(fact.statement):
            word = found[1]
            if word.lower() != right:
                headline = f"{fact.id}: “{found[0]}” reads “{word} {write_date(fact.date)}”"
                hint = f"write `{right.capitalize() if word[0].isupper() else right} {{date}}`"
                place = ledger.place(fact, "statement")
                yield Diagnostic("wrong-preposition", place, headline, hint, severity=Severity.WARNING)
