"""Whether our sentence makes more of the figure than the passage does: a change, a rate, a plan, all of it."""

from __future__ import annotations

from functools import cache

from generator.evidence.case import Case
from generator.evidence.reach import meanings
from generator.evidence.statements.words import STEM, content
from generator.language.lexicon import by_kind
from generator.model.base_fact import Modality
from generator.model.fact import Figure
from generator.quantities import Direction

_PLANS = {"planned", "possible", "pledged", "conditional"}


def makes_a_change(case: Case) -> str:
    """A level of the passage that our sentence gives as a change, or as a distance from something."""
    if case.own is None or case.figure is None or not isinstance(case.fact, Figure):
        return ""
    ours = meanings(case.statement, case.own).get("change", "")
    plain = "change" not in case.meanings and case.figure.quantity.direction is Direction.NONE
    if (
        ours
        and plain
        and case.fact.value.direction is Direction.NONE
        and case.own.quantity.direction is Direction.NONE
    ):
        return f"makes a change of what is none in its quote (“{ours}”)"
    return ""


def adds_a_rate(case: Case) -> str:
    """A rate in our sentence (`{value} a year`) that neither the value nor the figure of the passage has."""
    if case.own is None or case.figure is None or not isinstance(case.fact, Figure):
        return ""
    value, ours, theirs = case.fact.value.unit, case.own.quantity.unit, case.figure.quantity.unit
    rate = ours.removeprefix(value).strip()
    added = ours.startswith(f"{value} ") and theirs == value and not case.names_rate(rate, in_passage=True)
    return f"adds “{rate}” to the figure" if added else ""


def overstates(case: Case) -> str:
    """A word of ours such as `unanimously` that takes in everything, where the paragraph has no such word."""
    if case.quoted is None:
        return ""
    around = case.quoted.stored.paragraph(case.passage.start)
    theirs = content(word for each in (case.passage, *around) for word in each.tokens.words)
    for word in case.statement.tokens.words:
        if word.startswith(_absolutes()) and word[:STEM] not in theirs:
            return f"says “{word}”, its quote does not"
    return ""


@cache
def _absolutes() -> tuple[str, ...]:
    return tuple(by_kind("sayers")["absolute"])


def is_a_plan(case: Case) -> str:
    """A plan of ours, where the fact is none."""
    if case.own is None or case.fact.modality is not Modality.ACTUAL:
        return ""
    ours = meanings(case.statement, case.own).get("planned", "")
    theirs = _PLANS & set(case.meanings)
    return f"speaks of a plan (“{ours}”), the fact does not" if ours and not theirs else ""
