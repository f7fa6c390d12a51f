"""What is wrong with a sentence of our own while it is typed: a number that a fact should give."""

from __future__ import annotations

from collections.abc import Mapping

from generator.checks.typed_number import OTHER, OWN, numbers_in
from generator.model.ledger import Ledger
from generator.model.names import numbered_names
from generator.quantities import read_quantity

SENTENCES = ("statement", "occasion", "description")


def number_typed(ledger: Ledger, answers: Mapping[str, object], name: str, text: str) -> str:
    """Why the answer `text` to the field `name` cannot stand, with what to do; empty where it types no number."""
    if name not in SENTENCES:
        return ""
    value = read_quantity(str(answers.get("value") or ""), ledger.reading(answers.get("metric")))
    for number in numbers_in(text, numbered_names(ledger.entities.values())):
        read = read_quantity(number)
        is_own = value and read and (value.low, value.high) == (read.low, read.high)
        return f"“{number}” is typed into our own words; {OWN if is_own else OTHER}"
    return ""
