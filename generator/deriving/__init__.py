"""What is computed from the ledger and never typed: derived values, dates and standing."""

from __future__ import annotations

from dataclasses import replace

from generator.deriving.computing import compute
from generator.deriving.standing import clashes, proofs, replaced, standings
from generator.diagnostics import Diagnostic
from generator.model.ledger import Ledger


def derive(ledger: Ledger) -> tuple[Ledger, tuple[Diagnostic, ...]]:
    """The ledger with its derived facts computed and every fact's standing, and what did not compute."""
    computed, problems = compute(ledger)
    whole = replace(ledger, computed=computed)
    stood = replace(
        whole,
        standings=standings(whole),
        shown=proofs(whole),
        clashes=clashes(whole),
        replaced=replaced(whole),
    )
    return stood, problems
