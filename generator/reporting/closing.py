"""The line every command closes with: what was checked and how it came out."""

from __future__ import annotations

from collections.abc import Sequence

from generator.diagnostics import Diagnostic
from generator.model.ledger import Ledger, Proof


def closing_line(ledger: Ledger, problems: Sequence[Diagnostic], *, is_whole: bool) -> str:
    """Facts, evidence items by result, sources, errors and warnings; and that more may follow, where not all was read."""
    results = [located.proof for located in ledger.evidence.values()]
    errors = sum(1 for problem in problems if problem.is_error)
    left_out = f" and {len(ledger.left_out)} left out" if ledger.left_out else ""
    parts = [
        _counted(len(ledger.facts), "fact") + left_out,
        "evidence: " + ", ".join(f"{results.count(proof):,} {proof}" for proof in Proof),
        _counted(len(ledger.sources), "source"),
        _counted(errors, "error"),
        _counted(len(problems) - errors, "warning"),
        *([] if is_whole else ["more may follow once these are mended"]),
    ]
    return " · ".join(parts)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
