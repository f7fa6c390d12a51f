"""How a source's claims hold up: each claim in its words, our verdict and the facts it rests on."""

from __future__ import annotations

from generator.explainers.desk import Desk, Unusable
from generator.explainers.templates import Markdown, fill


def assessment(desk: Desk, source: str) -> Markdown:
    """All assessed claims of a source, in the order of its assessments file."""
    desk.record("source", source, desk.ledger.sources)
    claims = [
        {
            "id": each.id,
            "quote": each.quote,
            "verdict": each.verdict,
            "because": each.because,
            "mark": desk.cite(*(name for name in each.rests_on if name in desk.ledger.facts)),
        }
        for each in desk.ledger.assessments.get(source, ())
    ]
    if not claims:
        hint = f"add seeds/assessments/{source}.yml"
        raise Unusable("nothing-to-show", f"no claim of {source} is assessed", hint, source)
    return fill("blocks/assessment.md", claims=claims)
