"""Whether our own sentence says what its quote says: of the same one and the same time, and not the opposite."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from generator.diagnostics import Diagnostic, Note
from generator.evidence.case import Case
from generator.evidence.passage import Passage
from generator.evidence.times import own_dates
from generator.language.cues import Reach, Seen, Side
from generator.language.lexicon import entries, texts
from generator.language.tokens import tokens
from generator.model.base_fact import Modality
from generator.model.dates import Span
from generator.model.fact import Event, Figure, subjects
from generator.quantities import Direction, Found

_BEGINNING = 3
"""Letters by which words are looked up."""
_STEM = 4
"""Letters by which words are the same in another form, and by which they are more than `the` and `of`."""
_MOST = 0.6
"""The share of words from which two sentences say the same in other words."""
_PLANS = {"planned", "possible", "pledged", "conditional"}
_WAYS = {"from": "to", "to": "from"}
_TWO = 2
_HALF = 0.5
"""The share of a denied clause from which our sentence is about the same."""
_HINT = "write the statement so that it says what the quote says"


def check(case: Case) -> Iterator[Diagnostic]:
    """`statement-differs`."""
    if not isinstance(case.fact, Figure | Event):
        return
    for compare in COMPARED:
        found = compare(case)
        if found:
            place = case.ledger.place(case.fact, "statement")
            headline = f"{case.fact.id}: its statement {found}"
            yield Diagnostic("statement-differs", place, headline, _HINT, (Note("the quote", case.place),))
            return


def _denies(case: Case) -> str:
    """A denial of ours that the quote does not have."""
    ours = _denial(case.statement, case.own)
    if not ours or any(each.cue.means == "denied" for each in case.passage.cues):
        return ""
    if case.own is None and (case.quoted is None or not _is_same_but_denied(case)):
        return ""
    return f"denies what its quote says (“{ours}”)"


def _leaves_denial_out(case: Case) -> str:
    """A denial of the passage that our sentence does not have, though it has the words that are denied."""
    if case.quoted is None:
        return ""
    ours = _content(case.statement.tokens.words)
    denials = _words()["negation"] & set(case.statement.tokens.words)
    for seen in case.passage.cues:
        if seen.cue.means != "denied" or seen.cue.reach is Reach.TOUCHING or _is_of_figure(case, seen):
            continue
        theirs = _denied_words(case.passage, seen)
        if any(word[:_STEM] not in theirs for word in denials):
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
    return _content(clause) - _content(seen.cue.words)


def _content(words: Iterable[str]) -> set[str]:
    """The beginnings of the words that are more than `the` and `of`."""
    return {word[:_STEM] for word in words if len(word) >= _STEM}


def _words_of(passage: Passage, clause: int) -> list[str]:
    return [
        word
        for word, owner in zip(passage.tokens.words, passage.clauses.owner, strict=True)
        if owner == clause
    ]


def _makes_a_change(case: Case) -> str:
    """A level of the passage that our sentence gives as a change, or as a distance from something."""
    if case.own is None or case.figure is None or not isinstance(case.fact, Figure):
        return ""
    ours = case.statement.meanings(case.own).get("change", "")
    plain = "change" not in case.meanings and case.figure.quantity.direction is Direction.NONE
    if (
        ours
        and plain
        and case.fact.value.direction is Direction.NONE
        and case.own.quantity.direction is Direction.NONE
    ):
        return f"makes a change of what is none in its quote (“{ours}”)"
    return ""


def _adds_a_rate(case: Case) -> str:
    """A rate in our sentence (`{value} a year`) that neither the value nor the figure of the passage has."""
    if case.own is None or case.figure is None or not isinstance(case.fact, Figure):
        return ""
    value, ours, theirs = case.fact.value.unit, case.own.quantity.unit, case.figure.quantity.unit
    rate = ours.removeprefix(value).strip()
    added = ours.startswith(f"{value} ") and theirs == value and not case.names_rate(rate, in_passage=True)
    return f"adds “{rate}” to the figure" if added else ""


def _is_same_but_denied(case: Case) -> bool:
    """Whether our sentence has most of the quote's own words, so that its denial is of the very same thing."""
    ours, theirs = _content(case.statement.tokens.words), _content(case.passage.tokens.words)
    return bool(ours) and len(ours & theirs) >= _MOST * min(len(ours), len(theirs))


def _denial(passage: Passage, figure: Found | None) -> str:
    if figure is not None:
        return passage.meanings(figure).get("denied", "")
    return next((passage.words(each) for each in passage.cues if each.cue.means == "denied"), "")


def _turns_round(case: Case) -> str:
    """One word of a pair of opposites in our sentence, where the passage has only the other."""
    ours, theirs = _sides(case.statement.tokens.words), _sides(_near(case))
    for (pair, side), here in ours.items():
        other = (pair, not side)
        if other in theirs and (pair, side) not in theirs and other not in ours:
            return f"says “{here}”, its quote says “{theirs[other]}”"
    return ""


def _sides(words: Sequence[str]) -> dict[tuple[int, bool], str]:
    """The sides of pairs of opposites that a sentence has, and the words that say so."""
    found: dict[tuple[int, bool], str] = {}
    for index, word in enumerate(words):
        for phrase, pair, side in _opposites().get(word[:_BEGINNING], ()):
            there = words[index : index + len(phrase)]
            if len(there) == len(phrase) and all(map(str.startswith, there, phrase)):
                found.setdefault((pair, side), " ".join(there))
    return found


def _near(case: Case) -> Sequence[str]:
    """The words of the figure's own clause; all of the passage where there is no figure."""
    if case.figure is None:
        return case.passage.tokens.words
    return _words_of(case.passage, case.passage.clause_at(case.figure.start))


@cache
def _words() -> Mapping[str, frozenset[str]]:
    return {str(entry["kind"]): frozenset(texts(entry, "words")) for entry in entries("sayers")}


@cache
def _opposites() -> Mapping[str, Sequence[tuple[tuple[str, ...], int, bool]]]:
    """By their first letters: the phrases of opposites, the number of the pair, and on which side each stands."""
    found: dict[str, list[tuple[tuple[str, ...], int, bool]]] = {}
    for pair, entry in enumerate(entries("opposites")):
        for side in (True, False):
            for phrase in texts(entry, "one" if side else "other"):
                words = tokens(phrase).words
                found.setdefault(words[0][:_BEGINNING], []).append((words, pair, side))
    return found


def _swaps(case: Case) -> str:
    """Names that our sentence has the other way round: `from A to B` for `from B to A`."""
    ours, theirs = _ways(case.statement), _ways(case.passage)
    for way, names in ours.items():
        other = theirs.get(_WAYS[way], frozenset())
        if names & other and not names & theirs.get(way, frozenset()):
            return f"has “{way} {case.ledger.name(min(names & other))}”, its quote has “{_WAYS[way]}”"
    return ""


def _ways(passage: Passage) -> dict[str, frozenset[str]]:
    """The names that stand right behind `from` and `to`."""
    found: dict[str, frozenset[str]] = {}
    for each in passage.names:
        index = passage.tokens.from_offset(each.start) - 1
        word = passage.tokens.words[index] if index >= 0 else ""
        if word in _WAYS:
            found[word] = found.get(word, frozenset()) | set(each.entities)
    return found


def _overstates(case: Case) -> str:
    """A word of ours such as `unanimously` that takes in everything, where the paragraph has no such word."""
    if case.quoted is None:
        return ""
    around = case.quoted.stored.paragraph(case.passage.start)
    theirs = _content(word for each in (case.passage, *around) for word in each.tokens.words)
    for word in case.statement.tokens.words:
        if word.startswith(_absolutes()) and word[:_STEM] not in theirs:
            return f"says “{word}”, its quote does not"
    return ""


@cache
def _absolutes() -> tuple[str, ...]:
    return tuple(_words()["absolute"])


def _is_of_another(case: Case) -> str:
    """Somebody named in our sentence of whom neither the fact nor the passage is."""
    known = set(subjects(case.fact))
    names = [name for each in case.statement.names for name in each.entities]
    if isinstance(case.fact, Figure):
        if not names or case.fact.entity in names or case.fact.entity not in case.ledger.entities:
            return ""
        if case.quoted is None and known & set(names):
            return ""
        return f"is about {case.ledger.name(names[0])}, the fact about {case.ledger.name(case.fact.entity)}"
    if case.quoted is None:
        return ""
    around = case.quoted.stored.paragraph(case.passage.start)
    named = {name for passage in (case.passage, *around) for each in passage.names for name in each.entities}
    strange = [each for each in case.statement.names if not set(each.entities) & (known | named)]
    publisher = case.source.publisher
    strange = [each for each in strange if case.statement.text[each.start : each.end] not in publisher]
    return (
        f"names {case.ledger.name(strange[0].entities[0])}, whom its quote does not name" if strange else ""
    )


def _is_of_another_time(case: Case) -> str:
    """A date typed into our sentence that is neither the fact's nor one that the source names."""
    if case.quoted is None:
        return ""
    if case.own is not None:
        dates, _ = own_dates(case.statement, case.own)
    else:
        dates = case.statement.dates
    times: list[Span] = [
        each for each in (case.fact.date, getattr(case.fact, "period", None)) if each is not None
    ]
    known = (*times, *case.quoted.stored.dates)
    for each in dates:
        if not any(each.first <= one.last and one.first <= each.last for one in known):
            return f"says “{each.words}”, which is neither the fact's time nor the source's"
    return ""


def _is_a_plan(case: Case) -> str:
    """A plan of ours, where the fact is none."""
    if case.own is None or case.fact.modality is not Modality.ACTUAL:
        return ""
    ours = case.statement.meanings(case.own).get("planned", "")
    theirs = _PLANS & set(case.meanings)
    return f"speaks of a plan (“{ours}”), the fact does not" if ours and not theirs else ""


COMPARED: tuple[Callable[[Case], str], ...] = (
    _denies,
    _leaves_denial_out,
    _turns_round,
    _makes_a_change,
    _swaps,
    _overstates,
    _adds_a_rate,
    _is_of_another,
    _is_of_another_time,
    _is_a_plan,
)
"""What is compared, in this order; each gives what our sentence does wrong, or nothing."""
