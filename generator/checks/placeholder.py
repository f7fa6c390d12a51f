"""A statement's placeholders are `{value}`, `{date}` and `{period}`, and the fact has what each stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.deriving.beside import changing
from generator.diagnostics import Diagnostic
from generator.model.fact import Derived, Fact, Figure, Property
from generator.model.ledger import Ledger
from generator.quantities import Direction, Quantity, quantities_in, write_quantity
from generator.quantities.surroundings import turn_before

ATTACHED = re.compile(
    r"[^\s{}(“‘\"'—]+\{[^{}]*\}\w*|\{[^{}]*\}(?=[\w%{-])\S+|(?<![\w-])\d+(?:[.,]\d+)*\s\{[^{}]*\}"
)
"""Digits, signs or words that touch a placeholder, and a number right before one."""
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_STRAY = re.compile(r"\{ ?(?P<opened>value|date|period)\b|\b(?P<closed>value|date|period) ?\}|[{}]")


def check(ledger: Ledger) -> Iterator[Diagnostic]:
    """`unknown-placeholder`, `empty-placeholder`, `attached-placeholder`, `stray-brace`."""
    for fact in ledger.facts.values():
        place = ledger.place(fact, "statement")
        for found in PLACEHOLDER.finditer(fact.statement):
            name = found[1]
            if name not in ("value", "date", "period"):
                headline = f"{fact.id}: `{{{name}}}` stands for nothing"
                meant = name.strip().casefold()
                known = meant in ("value", "date", "period")
                hint = (
                    f"write {{{meant}}} in its place"
                    if known
                    else "write {value}, {date} or {period} in its place"
                )
                yield Diagnostic("unknown-placeholder", place, headline, hint)
            elif not _has(fact, name):
                headline = f"{fact.id}: the statement says {{{name}}}, the fact has no {name}"
                yield Diagnostic(
                    "empty-placeholder", place, headline, f"add `{name}`, or reword the statement"
                )
        for words in (*(found[0] for found in ATTACHED.finditer(fact.statement)), *_changed(ledger, fact)):
            yield Diagnostic("attached-placeholder", place, *_told(ledger, fact, words))
        if stray := _STRAY.search(PLACEHOLDER.sub("", fact.statement)):
            headline = f"{fact.id}: “{stray[0]}” in the statement is only half a placeholder"
            name = stray["opened"] or stray["closed"]
            hint = f"write {{{name}}} in its place" if name else "take the brace out"
            yield Diagnostic("stray-brace", place, headline, hint)


def _told(ledger: Ledger, fact: Fact, words: str) -> tuple[str, str]:
    """Headline and hint for what stands beside a placeholder."""
    value = ledger.value(fact)
    if value and value.direction is not Direction.NONE and turn_before(words.partition("{value}")[0]):
        own = write_quantity(value).partition(" ")[0]
        headline = (
            f"{fact.id}: “{words}” says how it changed, and so does the value (“{write_quantity(value)}”)"
        )
        return headline, f"write {{value}} in its place, which brings its own “{own}”"
    headline = f"{fact.id}: “{words}” puts something to the figure that no source says"
    alone = " ".join(found[0] for found in PLACEHOLDER.finditer(words))
    return headline, f"write {alone} in its place: the unit comes with the value"


def _changed(ledger: Ledger, fact: Fact) -> Iterator[str]:
    """The value's placeholder with words beside it that scale, turn or limit the value.

    A value that lacks its metric's unit has an error of its own; what stands beside it is read once it has one.
    """
    quantity = ledger.value(fact)
    if quantity and not quantity.unit and _has_unit(ledger, fact):
        return
    for found in re.finditer(r"\{value\}", fact.statement) if quantity else ():
        before, after = fact.statement[: found.start()], fact.statement[found.end() :]
        words = changing(fact, quantity, before, after) if quantity else ""
        if quantity and words and not _is_rate(fact, quantity, words):
            yield words.replace("…", found[0])


def _is_rate(fact: Fact, quantity: Quantity, words: str) -> bool:
    """Whether the words only say for what a quoted figure is counted (`{value} a year`), which is compared with the quote."""
    if (
        not isinstance(fact, Figure)
        or not any(each.quote for each in fact.evidence)
        or not words.startswith("…")
    ):
        return False
    found = quantities_in(words.replace("…", write_quantity(quantity)))
    return len(found) == 1 and found[0].quantity.unit.startswith(f"{quantity.unit} ")


def _has_unit(ledger: Ledger, fact: Fact) -> bool:
    """Whether what the fact measures is measured in a unit."""
    metric = ledger.metrics.get(getattr(fact, "metric", None) or "")
    return metric is not None and metric.unit is not None and bool(metric.unit.id)


def _has(fact: Fact, name: str) -> bool:
    if name == "value":
        return isinstance(fact, Figure | Derived | Property)
    if name == "date":
        return fact.date is not None or isinstance(fact, Derived)
    return getattr(fact, "period", None) is not None
