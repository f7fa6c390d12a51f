"""Whether the sentence behind a quote takes back what the quote says."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Note
from generator.evidence.case import Case
from generator.evidence.passage import Passage
from generator.language.cues import Side
from generator.model.base_fact import Modality
from generator.model.fact import Argument, Quotation

LONGEST = 20
"""Words of a sentence that does nothing but take back the one before."""


def check(case: Case) -> Iterator[Diagnostic]:
    """`denied-next`. What somebody claims stays claimed, and what was said stays said."""
    if case.quoted is None or isinstance(case.fact, Quotation | Argument):
        return
    if case.fact.modality is Modality.CLAIMED:
        return
    following = case.quoted.stored.after(case.passage.end)
    if following is None or not takes_back(following):
        return
    headline = f"{case.fact.id}: the sentence behind its quote takes back what it says (“{following.text}”)"
    hint = f"take `{case.fact.id}` out, or write who claims it: `modality: claimed` and `claimed_by`"
    place = case.quoted.stored.article.place(following.start, following.start + len(following.text))
    yield Diagnostic("denied-next", case.place, headline, hint, (Note("it stands here", place),))


def takes_back(passage: Passage) -> bool:
    """Whether a sentence does nothing but deny the one before it."""
    return len(passage.text.split()) <= LONGEST and any(
        each.cue.means == "taken back" and (each.cue.side is not Side.BEGINS or each.first == 0)
        for each in passage.cues
    )
