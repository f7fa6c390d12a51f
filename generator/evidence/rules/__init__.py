"""The rules of evidence: one file each over one reading of a passage; each code has its page in the manual."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import get_args

from generator.diagnostics import Diagnostic
from generator.evidence.case import Case
from generator.evidence.rules import (
    asserted,
    certain,
    claimant,
    dated,
    over,
    period,
    speaker,
    statement,
    subject,
    taken_back,
    the_value,
)
from generator.model.fact import Fact
from generator.model.ledger import Ledger
from generator.model.pointers import Answerable

Rule = Callable[[Case], Iterator[Diagnostic]]
FactRule = Callable[[Ledger, Fact, Sequence[Case]], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    speaker.check,
    asserted.check,
    certain.check,
    the_value.check,
    subject.check,
    period.check,
    claimant.check,
    taken_back.check,
    statement.check,
)
"""In the order in which their problems are best mended; each looks at one piece of evidence."""
FACT_RULES: tuple[FactRule, ...] = (dated.check, over.check)
"""What a fact's pieces of evidence show together."""
ANSWERABLE: tuple[str, ...] = get_args(Answerable)
"""The codes that a person may answer in public with `reviewed:`."""


def together(ledger: Ledger, fact: Fact, cases: Sequence[Case]) -> Iterator[Diagnostic]:
    """What the rules over all of a fact's evidence find; a plan given as done already is one problem, not two."""
    for rule in FACT_RULES:
        yield from rule(ledger, fact, cases)


def problems(case: Case) -> Iterator[Diagnostic]:
    """What the rules find, one of a code, and of what denies a figure only the first."""
    seen: set[str] = set()
    for rule in RULES:
        for found in rule(case):
            if found.code not in seen:
                seen.add(found.code)
                yield found
