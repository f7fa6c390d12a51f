"""Whom a passage gives its claim to: the subject of a verb of saying, `according to …`, somebody's report, or a speaker."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Note
from generator.evidence.attribution import given_to, quotation_at
from generator.evidence.case import Case
from generator.evidence.naming import Named
from generator.evidence.passage import Passage
from generator.evidence.reach import governed
from generator.language.clauses import ClauseKind
from generator.language.cues import Seen, Side
from generator.language.lexicon import by_kind
from generator.model.entity import Entity
from generator.model.names import is_named

_BEHIND = ("according", "as told", "in the words")
_NEAR = 60
"""Characters behind `according to` within which whoever it is has to be named."""


def check(case: Case) -> Iterator[Diagnostic]:
    """`wrong-claimant`: the passage gives the claim to somebody else, or to nobody and the source is not the claimant's own."""
    claimant = case.ledger.entities.get(case.fact.claimed_by or "")
    if claimant is None or case.quoted is None or _speaks(case, claimant):
        return
    givers = {name for each in _givers(case) for name in each}
    if claimant.id in givers or (not givers and _published(case, claimant)):
        return
    others = " or ".join(sorted(case.ledger.name(name) for name in givers)) or "nobody"
    headline = f"{case.fact.id} is claimed by {claimant.name}, the passage gives the claim to {others}"
    hint = "quote the words that say who claims it"
    if len(givers) == 1:
        hint = f"write `claimed_by: {min(givers)}`, or {hint}"
    start = case.passage.start
    note = Note("the passage", case.quoted.stored.article.place(start, start + len(case.passage.text)))
    yield Diagnostic("wrong-claimant", case.ledger.place(case.fact, "claimed_by"), headline, hint, (note,))


def _speaks(case: Case, claimant: Entity) -> bool:
    """Whether the quote stands inside what the claimant says."""
    assert case.quoted is not None
    speech = quotation_at(case.quoted.stored.article, case.quoted.match.start, case.quoted.match.end)
    stored = case.quoted.stored
    entities = case.ledger.entities.values()
    return speech is not None and bool(
        given_to(speech, claimant, stored.article, entities, names=stored.setting.names)
    )


def _published(case: Case, claimant: Entity) -> bool:
    """Whether the claimant is the voice of the source, published it, or wrote it."""
    source = case.source
    named = any(is_named(claimant, name) for name in (source.publisher, *source.author))
    return named or source.voice == claimant.id


def _givers(case: Case) -> Iterator[tuple[str, ...]]:
    """The entities that each cue of saying in the passage, or each report that it names, gives the claim to."""
    passage = case.passage
    for seen in passage.cues:
        if seen.cue.means in ("claimed", "says") and not _is_denied(passage, seen):
            yield from _of_cue(case, seen)
    yield from _of_works(passage)


def _is_denied(passage: Passage, seen: Seen) -> bool:
    return next(governed(passage, passage.tokens.starts[seen.first], ("denied",)), None) is not None


def _of_cue(case: Case, seen: Seen) -> Iterator[tuple[str, ...]]:
    passage, read = case.passage, case.passage.tokens
    start, end = read.starts[seen.first], read.ends[seen.last - 1]
    words = " ".join(seen.cue.words)
    if words.startswith(_BEHIND):
        yield from _named_behind(passage, end)
        return
    if seen.cue.side is Side.AFTER:
        named = [each.entities for each in passage.names if start <= each.start <= end + 2]
        pronoun = set(passage.tokens.words[seen.first : seen.last]) & by_kind("sayers")["meant"]
        yield from named or ([_person_before(case, start)] if pronoun else ())
        return
    before = _subject(passage, start)
    if before:
        if _is_head(passage, before[-1], start):
            yield before[-1].entities
    elif passage.tokens.words[_first_of(passage, passage.clause_at(start))] in by_kind("sayers")["meant"]:
        yield _named_before(case)


def _subject(passage: Passage, verb: int) -> list[Named]:
    """The names before a verb in its clause; behind `and` the subject may stand in the clause before."""
    clause = passage.clause_at(verb)
    while clause >= 0:
        named = [each for each in passage.names_of(clause) if each.end <= verb]
        if named or passage.clauses.all[clause].kind is not ClauseKind.JOINED:
            return named
        clause = passage.clauses.all[clause].parent
    return []


def _named_behind(passage: Passage, end: int) -> Iterator[tuple[str, ...]]:
    stop = passage.text.find(";", end)
    behind = [
        each for each in passage.names if end <= each.start <= end + _NEAR and (stop < 0 or each.start < stop)
    ]
    for each in behind[:1]:
        if not _is_of_something(passage, each, end):
            yield each.entities


def _is_head(passage: Passage, named: Named, verb: int) -> bool:
    """Whether a name before a verb is whoever says it: `Berg`, `Acme's chairman`; not `Berg's brother`, `critics of Berg`."""
    between = [word for word in passage.text[named.end : verb].lower().replace("’", "'").split() if word]
    if between and between[0] in ("'s", "'"):
        return bool(set(between) & by_kind("sayers")["voice"])
    return not _is_of_something(passage, named, 0)


def _is_of_something(passage: Passage, named: Named, after: int) -> bool:
    """Whether a name only says whose something is: `critics of Berg`, but `a spokesman for Berg` speaks for him."""
    before = passage.text[after : named.start].lower().split()
    if not before or before[-1] not in ("of", "for", "at", "from", "by", "with", "against", "to", "in"):
        return False
    return not set(before[-4:]) & (by_kind("sayers")["voice"] | by_kind("sayers")["work"])


def _first_of(passage: Passage, clause: int) -> int:
    return next(index for index, owner in enumerate(passage.clauses.owner) if owner == clause)


def _named_before(case: Case) -> tuple[str, ...]:
    """The one named last before the passage, or earlier in it."""
    assert case.quoted is not None
    for each in case.quoted.stored.before(case.passage.start):
        if each.names:
            return each.names[-1].entities
    return ()


def _person_before(case: Case, offset: int) -> tuple[str, ...]:
    """The person named last before an offset of the passage, or before the passage."""
    assert case.quoted is not None
    entities = case.ledger.entities
    own = [each for each in case.passage.names if each.end <= offset]
    earlier = (
        named for each in case.quoted.stored.before(case.passage.start) for named in reversed(each.names)
    )
    for each in (*reversed(own), *earlier):
        people = tuple(name for name in each.entities if name in entities and entities[name].kind == "person")
        if people:
            return people
    return ()


def _of_works(passage: Passage) -> Iterator[tuple[str, ...]]:
    """Those whose report, paper or statement the passage names."""
    works = by_kind("sayers")["work"]
    for each in passage.names:
        behind = passage.text[each.end : each.end + 40].lower().replace("’", "'").split()
        if behind[:1] in (["'s"], ["'"]) and set(behind[1:4]) & works:
            yield each.entities
        before = passage.text[: each.start].lower().split()[-3:]
        if before and before[-1] in ("by", "of", "from") and set(before[:-1]) & works:
            yield each.entities
