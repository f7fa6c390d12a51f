"""Whether our sentence and the passage deny the same."""

from __future__ import annotations

from generator.evidence.case import Case
from generator.evidence.passage import Passage
from generator.evidence.reach import meanings
from generator.evidence.statements.words import STEM, content
from generator.language.cues import Reach, Seen, Side
from generator.language.lexicon import by_kind
from generator.quantities import Found

_MOST = 0.6
"""The share of words from which two sentences say the same in other words."""
_TWO = 2
"""Words of what is denied that our sentence has at least, where it is about the same."""
_HALF = 0.5
"""The share of a denied clause from which our sentence is about the same."""


def denies(case: Case) -> str:
    """A denial of ours that the quote does not have."""
    ours = _denial(case.statement, case.own)
    if not ours or any(each.cue.means == "denied" for each in case.passage.cues):
        return ""
    if case.own is None and (case.quoted is None or not _is_same_but_denied(case)):
        return ""
    return f"denies what its quote says (“{ours}”)"


def leaves_denial_out(case: Case) -> str:
    """A denial of the passage that our sentence does not have, though it has the words that are denied."""
    if case.quoted is None:
        return ""
    ours = content(case.statement.tokens.words)
    denials = by_kind("sayers")["negation"] & set(case.statement.tokens.words)
    for seen in case.passage.cues:
        if seen.cue.means != "denied" or seen.cue.reach is Reach.TOUCHING or _is_of_figure(case, seen):
            continue
        theirs = _denied_words(case.passage, seen)
        if any(word[:STEM] not in theirs for word in denials):
            continue
        if len(ours & theirs) >= max(_TWO, _HALF * len(theirs)):
            return f"leaves out what its quote denies (“{case.passage.words(seen)}”)"
    return ""


def _is_of_figure(case: Case, seen: Seen) -> bool:
    """Whether a cue stands in the figure's own clause, where the figure itself is denied or is not."""
    if case.figure is None:
        return False
    return (
        case.passage.clauses.owner[seen.first] == case.passage.clause_at(case.figure.start)
        and "without" not in seen.cue.words
    )


def _denied_words(passage: Passage, seen: Seen) -> set[str]:
    """What a denial denies: the words of its clause, behind it where it governs what follows."""
    owner, words = passage.clauses.owner, passage.tokens.words
    first = seen.last - 1 if seen.cue.side is Side.BEFORE else 0
    clause = [words[index] for index in range(first, len(words)) if owner[index] == owner[seen.first]]
    return content(clause) - content(seen.cue.words)


def _is_same_but_denied(case: Case) -> bool:
    """Whether our sentence has most of the quote's own words, so that its denial is of the very same thing."""
    ours, theirs = content(case.statement.tokens.words), content(case.passage.tokens.words)
    return bool(ours) and len(ours & theirs) >= _MOST * min(len(ours), len(theirs))


def _denial(passage: Passage, figure: Found | None) -> str:
    if figure is not None:
        return meanings(passage, figure).get("denied", "")
    return next((passage.words(each) for each in passage.cues if each.cue.means == "denied"), "")
