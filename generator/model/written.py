"""How editors and forms see the scalars of a record before our reader does: patterns, advice, descriptions, examples."""

from __future__ import annotations

from typing import Any

from pydantic import Field, WithJsonSchema

_DAY = (
    r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(-(0[1-9]|1[0-2]|XX)(-(0[1-9]|[12][0-9]|3[01]|XX))?|-2[1-4])?[?~%]?"
)
_DATE = rf"({_DAY}(/(\.\.|{_DAY})?)?|(\.\.)?/{_DAY})"
DATE = rf"^\s*{_DATE}\s*$"
"""What may be a date; whether such a day exists, only the reader tells."""
PERIOD = rf"^\s*({_DATE}|[1-9][0-9]{{3}}-Q[1-4]|FY[1-9][0-9]{{3}}(-Q[1-4])?)\s*$"
DATES_AS = "2025, 2025-01, 2025-01-29 or 2025-01-29/2025-02-02"
YEARS = {"minimum": 0, "maximum": 9999}
"""The numbers that are a date: years."""


def told(description: str, *examples: object) -> Any:
    """What a field means, for people who fill it in, and values that it takes."""
    return Field(description=description, examples=list(examples))


def typed(pattern: str, advice: str, *others: str, **limits: int) -> WithJsonSchema:
    """A scalar as JSON Schema: a text of this pattern, or what else YAML may take it for.

    Our reader keeps the letters of `5` and `true`; an editor sees a number and a boolean, on which no pattern acts.
    `patternErrorMessage` is what common editors show in place of the pattern.
    """
    types = ["string", *others] if others else "string"
    return WithJsonSchema({"type": types, "pattern": pattern, "patternErrorMessage": advice, **limits})
