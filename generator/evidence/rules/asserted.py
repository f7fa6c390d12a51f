"""Whether the figure's clause says that it is so, or denies it, supposes it, or only asks."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.evidence.case import Case
from generator.evidence.figures import is_turned
from generator.model.base_fact import Modality
from generator.model.fact import Figure
from generator.quantities import write_quantity


def check(case: Case) -> Iterator[Diagnostic]:
    """`figure-not-asserted`."""
    if not isinstance(case.fact, Figure):
        return
    words = _denial(case)
    if words:
        how = "only asks" if words == "?" else f"does not say so (“{words}”)"
        headline = f"{case.fact.id} says {write_quantity(case.fact.value)}, its quote {how}"
        hint = "quote a passage that says it is so; evidence against a figure has `stance: disputes`"
        yield Diagnostic("figure-not-asserted", case.place, headline, hint)


def _denial(case: Case) -> str:
    if case.passage.is_question:
        return "?"
    turned = case.figure is not None and is_turned(case.passage, case.figure)
    for means in ("denied", "supposed"):
        if means in case.meanings and not (turned and means == "denied"):
            return case.meanings[means]
    return "" if case.fact.modality is Modality.PROJECTED else case.meanings.get("conditional", "")
