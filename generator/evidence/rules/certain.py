"""Whether a fact states as certain what its passage only plans, expects or leaves to somebody's word."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.evidence.case import Case
from generator.model.base_fact import Modality
from generator.model.fact import Figure, Property

_HOW = {
    "planned": "only plans or expects",
    "possible": "only says to be possible",
    "pledged": "only plans",
    "claimed": "leaves to somebody’s word",
}
_HINTS = {
    "planned": "write `modality: projected`",
    "possible": "write `modality: projected`",
    "pledged": "write `modality: projected`",
    "claimed": "write `modality: claimed` and `claimed_by`",
}


def check(case: Case) -> Iterator[Diagnostic]:
    """`stated-as-certain`: an actual figure of a plan or of a claim, a claimed figure of a plan, an actual term of a claim."""
    fact = case.fact
    if fact.modality is Modality.PROJECTED or not isinstance(fact, Figure | Property):
        return
    for means in _heard(case):
        words = case.meanings.get(means, "")
        if words and not (means in ("pledged", "claimed") and case.says_too(means)):
            headline = f"{fact.id} states as certain what its quote {_HOW[means]} (“{words}”)"
            yield Diagnostic("stated-as-certain", case.place, headline, _HINTS[means])
            return


def _heard(case: Case) -> tuple[str, ...]:
    """What has to be said by the fact's modality."""
    plans = ("planned", "possible", "pledged")
    return (*plans, "claimed") if case.fact.modality is Modality.ACTUAL else plans
