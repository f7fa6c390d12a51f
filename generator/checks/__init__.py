"""Rules over the ledger, one file each; the module's opening text is the rule's manual page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.checks import (
    another_matter,
    circular,
    contradiction,
    fact_twice,
    holder_without_evidence,
    late_reference,
    placeholder,
    same_address,
    same_name,
    typed_number,
    unit_of_metric,
    unknown_id,
    unknown_term,
    wrong_preposition,
)
from generator.checks.unused_fact import unused
from generator.diagnostics import Diagnostic
from generator.model.ledger import Ledger

Check = Callable[[Ledger], Iterator[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    another_matter.check,
    circular.check,
    contradiction.check,
    fact_twice.check,
    holder_without_evidence.check,
    late_reference.check,
    placeholder.check,
    same_address.check,
    same_name.check,
    typed_number.check,
    unit_of_metric.check,
    unknown_id.check,
    unknown_term.check,
    wrong_preposition.check,
)


def problems(ledger: Ledger) -> Iterator[Diagnostic]:
    """What every check finds, in the order of `CHECKS`."""
    for check in CHECKS:
        yield from check(ledger)


__all__ = ("CHECKS", "Check", "problems", "unknown_id", "unused")
