"""The audit: every fact corrupted in every way that applies to it, and what the checks say to each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator import checks
from generator.auditing import values, wordings
from generator.auditing.circumstances import CIRCUMSTANCES
from generator.auditing.variant import Variant
from generator.diagnostics import Severity
from generator.evidence.agreement import Verdict
from generator.evidence.proving import Prover
from generator.model.fact import Fact, Figure
from generator.model.ledger import Ledger, Proof
from generator.reading.articles import Article

OfValue = Callable[[Figure], Iterator[Variant]]
OfQuote = Callable[[Fact, int, Article], Iterator[Variant]]
VALUES: Mapping[str, OfValue] = {
    "digit": values.digit, "×10": values.ten, "×1000": values.thousand, "unit": values.unit,
    "currency": values.currency, "range end": values.range_end, "bound": values.bound, "hedge": values.hedge,
    "sign": values.sign, "percent kind": values.percent_kind,
}  # fmt: skip
QUOTES: Mapping[str, OfQuote] = {
    "word dropped": wordings.dropped, "word added": wordings.added, "word changed": wordings.changed,
    "figure in the quote": wordings.figures, "negation removed": wordings.negation, "splice": wordings.splice,
    "promotional text": wordings.promotion, "cut qualifier": wordings.cut,
}  # fmt: skip
HARMLESS_VALUES: Mapping[str, OfValue] = {"notation": values.notation, "weaker value": values.weaker}
HARMLESS_QUOTES: Mapping[str, OfQuote] = {
    "typesetting": wordings.typeset, "ellipsis": wordings.ellipsis, "bracketed capital": wordings.capital,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tally:
    """One class of variants: how many were tried, and which of them gave an error, a warning or nothing."""

    name: str
    harmless: bool
    errors: int
    warnings: int
    silent: tuple[str, ...]
    flagged: tuple[str, ...]

    @property
    def tried(self) -> int:
        """How many variants there were."""
        return self.errors + self.warnings + len(self.silent)


def audit(ledger: Ledger) -> tuple[Tally, ...]:
    """A tally for each class, corruptions first; only facts that have no error themselves are changed."""
    prover = Prover(ledger)
    wrong: dict[str, list[tuple[Fact, Variant]]] = {name: [] for name in (*VALUES, *QUOTES, *CIRCUMSTANCES)}
    harmless: dict[str, list[tuple[Fact, Variant]]] = {
        name: [] for name in (*HARMLESS_VALUES, *HARMLESS_QUOTES)
    }
    for fact in ledger.facts.values():
        _vary(ledger, prover, fact, wrong, (VALUES, QUOTES))
        _vary(ledger, prover, fact, harmless, (HARMLESS_VALUES, HARMLESS_QUOTES))
        for name, of_circumstance in CIRCUMSTANCES.items():
            wrong[name].extend((fact, variant) for variant in of_circumstance(ledger, fact))
    return (
        *(_tally(ledger, prover, name, variants, harmless=False) for name, variants in wrong.items()),
        *(_tally(ledger, prover, name, variants, harmless=True) for name, variants in harmless.items()),
    )


def _vary(
    ledger: Ledger,
    prover: Prover,
    fact: Fact,
    into: Mapping[str, list[tuple[Fact, Variant]]],
    classes: tuple[Mapping[str, OfValue], Mapping[str, OfQuote]],
) -> None:
    proofs = [located for _, located in ledger.proofs(fact)]
    if isinstance(fact, Figure) and any(located.verdict for located in proofs):
        exact = any(located.verdict == Verdict.EQUAL for located in proofs)
        for name, of_value in classes[0].items():
            if name == "hedge" and not exact:
                continue  # the quote has no hedge that could be dropped
            into[name].extend((fact, variant) for variant in of_value(fact))
    for index, located in enumerate(proofs):
        source = fact.evidence[index].source
        if located.proof is Proof.VERIFIED and source in prover.texts:
            for name, of_quote in classes[1].items():
                into[name].extend(
                    (fact, variant) for variant in of_quote(fact, index, prover.texts[source].article)
                )


def _tally(
    ledger: Ledger, prover: Prover, name: str, variants: Sequence[tuple[Fact, Variant]], *, harmless: bool
) -> Tally:
    errors = warnings = 0
    silent: list[str] = []
    flagged: list[str] = []
    for fact, variant in variants:
        severities = _severities(ledger, prover, variant.fact)
        errors += Severity.ERROR in severities
        warnings += Severity.ERROR not in severities and Severity.WARNING in severities
        (flagged if severities else silent).append(f"{fact.id}: {variant.what}")
    return Tally(name, harmless, errors, warnings, tuple(silent), tuple(flagged))


def _severities(ledger: Ledger, prover: Prover, fact: Fact) -> set[Severity]:
    """What the checks say to a fact that took the place of its original."""
    alone = replace(ledger, facts={fact.id: fact})
    _, problems = prover.examine(fact)
    found = {problem.severity for problem in problems}
    if Severity.ERROR not in found:
        found |= {problem.severity for problem in checks.unit_of_metric.check(alone)}
    return found
