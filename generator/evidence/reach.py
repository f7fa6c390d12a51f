"""How far a cue reaches: what the cues of a passage say of one of its figures, and what governs a place in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.evidence.passage import Passage
from generator.language.clauses import ClauseKind, listed
from generator.language.cues import Reach, Seen, Side
from generator.quantities import Found, read_quantity

TIMES = frozenset({"years", "months", "weeks", "days", "hours", "minutes", "seconds"})


def meanings(passage: Passage, figure: Found) -> dict[str, str]:
    """What the cues say of a figure: the meaning, and the words that carry it."""
    first, last = _span(passage, figure)
    found: dict[str, str] = {}
    for seen in passage.cues:
        if seen.cue.means not in found and _concerns(passage, seen, figure, first, last):
            found[seen.cue.means] = passage.words(seen)
    if words := _whole_of(passage, first):
        found["a whole"] = words
    if "conditional" not in found and (words := _condition(passage, first)):
        found["conditional"] = words
    return found


def _whole_of(passage: Passage, first: int) -> str:
    """The words before a whole of which a part is given: `112 of the 240 seats`, `Of the 240 seats it won 112`."""
    words, at = passage.tokens.words, first - 1
    while at > 0 and words[at] in listed("between") | listed("past part"):
        at -= 1
    if at >= 0 and words[at] == "of" and (at == 0 or words[at - 1] in ",;"):
        return passage.text[passage.tokens.starts[at] : passage.tokens.ends[first - 1]]
    if at < 1 or words[at] != "of" or read_quantity(f"{words[at - 1]} ships") is None:
        return ""
    return passage.text[passage.tokens.starts[at - 1] : passage.tokens.ends[at]]


def governed(passage: Passage, offset: int, means: Sequence[str]) -> Iterator[Seen]:
    """The cues before `offset` that govern what stands there."""
    first = min(passage.tokens.from_offset(offset), len(passage.tokens.words) - 1)
    for seen in passage.cues:
        before = seen.cue.side is not Side.AFTER and seen.last <= first
        if (
            seen.cue.means in means
            and before
            and (seen.cue.reach is Reach.SENTENCE or _in_reach(passage, seen, first))
        ):
            yield seen


def _span(passage: Passage, figure: Found) -> tuple[int, int]:
    """The first token of a figure, and the one behind its last."""
    return passage.tokens.from_offset(figure.start), passage.tokens.from_offset(figure.end - 1) + 1


def _concerns(passage: Passage, seen: Seen, figure: Found, first: int, last: int) -> bool:
    cue = seen.cue
    if cue.units and (cue.units == "times") != (figure.quantity.unit in TIMES):
        return False
    if seen.first >= first and seen.last <= last:  # the verb that a figure is read with, such as `rose`
        return seen.first == first and cue.reach is Reach.TOUCHING and cue.side is Side.BEFORE
    if not _is_beside(passage, seen, first, last):
        return False
    if cue.reach is Reach.TOUCHING:
        return _touches(passage, seen, first, last)
    if cue.reach is Reach.SENTENCE:
        return ";" not in passage.tokens.words[min(seen.first, first) : max(seen.first, first)]
    return _in_reach(passage, seen, first)


def _is_beside(passage: Passage, seen: Seen, first: int, last: int) -> bool:
    """Whether a cue stands on its side of the figure."""
    before, after = seen.last <= first, seen.first >= last
    if seen.cue.side is Side.BEGINS:
        return seen.first == 0 and before and passage.text.lstrip('"“‘(')[:1].isupper()
    return {Side.BEFORE: before, Side.AFTER: after}.get(seen.cue.side, before or after)


def _touches(passage: Passage, seen: Seen, first: int, last: int) -> bool:
    between = range(seen.last, first) if seen.last <= first else range(last, seen.first)
    if not between and seen.last > first and seen.first < last:
        return False
    owner, words = passage.clauses.owner, passage.tokens.words
    own = owner[min(first, last - 1)]
    if any(
        owner[index] != own or words[index] in ",;:" or words[index] in seen.cue.ends for index in between
    ):
        return False
    if between and _holds_figure(passage, between.start, between.stop):
        return False
    if seen.cue.needs and not any(
        words[index].startswith(seen.cue.needs) for index in range(seen.first) if owner[index] == own
    ):
        return False
    return sum(words[index] not in listed("between") for index in between) <= seen.cue.gap


def _holds_figure(passage: Passage, first: int, last: int) -> bool:
    """Whether a figure stands between two tokens: what touches that one does not touch the next."""
    start, end = passage.tokens.starts[first], passage.tokens.ends[last - 1]
    return any(each.start < end and each.end > start for each in passage.figures)


def _in_reach(passage: Passage, seen: Seen, figure: int) -> bool:
    """Whether the clause of a cue is that of a figure, or one around it that governs it."""
    own, all_clauses = passage.clauses.owner[seen.first], passage.clauses.all
    clause = passage.clauses.owner[figure]
    while clause != own:
        kind = all_clauses[clause].kind
        outer = (ClauseKind.JOINED, ClauseKind.ASIDE) if seen.cue.means == "claimed" else ()
        passes = (kind is ClauseKind.EXPLAINED and seen.cue.means != "denied") or kind in outer
        clause = all_clauses[clause].parent
        if clause < 0 or not passes or seen.first > figure:
            return False
    return True


def _condition(passage: Passage, figure: int) -> str:
    """The word that hangs a figure's clause on a condition, or that makes the clause one."""
    read = passage.clauses
    clause = read.owner[figure]
    for index, each in enumerate(read.all):
        related = clause in (index, each.parent) or read.all[clause].parent == index
        if each.kind is ClauseKind.CONDITION and related:
            return passage.tokens.words[each.first]
    return ""
