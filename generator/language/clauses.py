"""A sentence cut into clauses: which words belong together, and what each clause is to the one around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from generator.language.lexicon import by_kind, entries, spelled_out, texts
from generator.language.tokens import Tokens, tokens


class ClauseKind(StrEnum):
    """What a clause is to the one that it hangs on."""

    MAIN = "main"
    JOINED = "joined"
    CONTRAST = "contrast"
    REASON = "reason"
    CONDITION = "condition"
    COMPARISON = "comparison"
    ASIDE = "aside"
    EXPLAINED = "explained"
    """What stands behind a colon; whatever governs the words before it governs it too."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its kind, the clause that it hangs on (-1 for none), and its first token."""

    kind: ClauseKind
    parent: int
    first: int


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of a sentence, and for each of its tokens the clause that it belongs to."""

    all: tuple[Clause, ...]
    owner: tuple[int, ...]


_SUBORDINATE = (ClauseKind.CONDITION, ClauseKind.CONTRAST, ClauseKind.REASON, ClauseKind.COMPARISON)
_STOPS = {";": ClauseKind.CONTRAST, "|": ClauseKind.CONTRAST, ":": ClauseKind.EXPLAINED}
_CLOSES = {"(": ")", "[": "]"}
_NEAR = 5
"""Words within which the verb of a relative clause follows."""
_ENDS_ASIDE = ",;:.!?"


def clauses(text: Tokens) -> Clauses:
    """The clauses of one sentence."""
    return _Cutting(text).cut()


class _Cutting:
    """One sentence while it is cut: the clauses begun so far, and those that a mark will close."""

    def __init__(self, text: Tokens) -> None:
        self.words = text.words
        self.spaced = _spaced(text)
        self.found = [Clause(ClauseKind.MAIN, -1, 0)]
        self.open: list[tuple[int, str]] = [(0, "")]
        self.owner: list[int] = []

    def cut(self) -> Clauses:
        index = 0
        while index < len(self.words):
            for _ in range(self._step(index)):
                self.owner.append(self.open[-1][0])
                index += 1
        return Clauses(tuple(self.found), tuple(self.owner))

    def _step(self, at: int) -> int:
        """Begin or close what the token at `at` begins or closes; how many tokens that took, one at least."""
        word = self.words[at]
        if word in _CLOSES:
            self._begin(ClauseKind.ASIDE, at, closes=_CLOSES[word])
        elif word == self.open[-1][1] and word != ",":
            self._close_behind()
        elif word == "-" and self.spaced[at]:
            self._dash(at)
        elif word in _STOPS:
            del self.open[1:]
            self._begin(_STOPS[word], at + 1)
        elif word == ",":
            self._comma(at)
        elif word in ("and", "or", "so") and (self._begins_clause(at) or self._is_auxiliary(at + 1)):
            self._next(ClauseKind.JOINED, at)
        elif word in ("that", "who", "which") and self._is_relative(at):
            self._begin(ClauseKind.ASIDE, at, closes=",")
        else:
            return self._opener(at)
        return 1

    def _is_relative(self, at: int) -> bool:
        """Whether `that` goes back to a noun: `the record that Krieg had set`, but not `he said that Krieg had set it`."""
        before = self.words[at - 1] if at else ""
        following = self.words[at + 1 : at + _NEAR]
        if not before.isalpha() or is_finite(before) or before in by_kind("clauses")["before that"]:
            return False
        return any(word in ("had", "has", "have") for word in following)

    def _opener(self, at: int) -> int:
        """A conjunction or words of comparison begin a clause, but not as the first words of their own."""
        for kind, phrase in _openers().get(self.words[at], ()):
            if kind is not ClauseKind.ASIDE and _stands(self.words, at, phrase):
                if phrase == ("than",) and self._is_bound(at):
                    continue
                if kind is ClauseKind.CONTRAST and self.words[at + 1 : at + 2] == ("to",):
                    continue
                self._next(kind, at)
                return len(phrase)
        return 1

    def _is_bound(self, at: int) -> bool:
        """`more than 40` compares nothing: a number follows."""
        following = self.words[at + 1 : at + 2]
        return bool(following) and _is_number(following[0])

    def _comma(self, at: int) -> None:
        following = self.words[at + 1] if at + 1 < len(self.words) else ""
        if self.open[-1][1] == ",":
            self._close_behind()
        elif (
            following in ("and", "but", "so")
            and self.found[self.open[-1][0]].kind in _SUBORDINATE
            and self._verb_follows(at + 1)
        ):
            self._after_subordinate(at)
        elif following in ("and", "or", "but", "so", "-") or self._is_opener(at + 1):
            return
        elif self._is_aside(at + 1):
            self._begin(ClauseKind.ASIDE, at, closes=",")
        elif self._begins_clause(at):
            self._next(ClauseKind.JOINED, at)
        elif self.found[self.open[-1][0]].kind in _SUBORDINATE:
            self._after_subordinate(at)

    def _is_opener(self, at: int) -> bool:
        """Whether words that begin a clause by themselves stand at `at`."""
        found = _openers().get(self.words[at], ()) if at < len(self.words) else ()
        return any(kind is not ClauseKind.ASIDE and _stands(self.words, at, phrase) for kind, phrase in found)

    def _after_subordinate(self, at: int) -> None:
        """The comma behind a subordinate clause leads back to the clause around it, or to the main one when it came first."""
        if len(self.open) > 1 and self.found[self.open[-1][0]].first > 0:
            self.open.pop()
        else:
            self._next(ClauseKind.MAIN, at)

    def _is_aside(self, at: int) -> bool:
        opened = any(
            kind is ClauseKind.ASIDE and _stands(self.words, at, phrase)
            for kind, phrase in _openers().get(self.words[at] if at < len(self.words) else "", ())
        )
        return opened or (at + 2 < len(self.words) and self._apposition(at))

    def _apposition(self, at: int) -> bool:
        """`, the mayor,` or `, Nordkraft,`: a few words without a verb up to the next comma."""
        for index in range(at, min(at + 7, len(self.words))):
            word = self.words[index]
            if word == ",":
                return index > at and not _is_number(self.words[at])
            if word in _ENDS_ASIDE or is_finite(word) or word in ("and", "or"):
                return False
        return False

    def _dash(self, at: int) -> None:
        if self.open[-1][1] == "-":
            self._close_behind()
            return
        rest = self.words[at + 1 :]
        paired = any(each == "-" and self.spaced[at + 1 + index] for index, each in enumerate(rest))
        if paired:
            self._begin(ClauseKind.ASIDE, at, closes="-")
        else:
            self._next(ClauseKind.CONTRAST, at)

    def _begins_clause(self, at: int) -> bool:
        """Whether a finite verb stands both before `at` in this clause and behind it, before the next mark."""
        current = self.open[-1][0]
        before = any(
            is_finite(self.words[index]) for index in range(len(self.owner)) if self.owner[index] == current
        )
        return before and self._verb_follows(at)

    def _is_auxiliary(self, at: int) -> bool:
        """`… and have not sold it`: a verb right behind `and` says something more of the same one."""
        return at < len(self.words) and self.words[at] in by_kind("clauses")["auxiliary"]

    def _verb_follows(self, at: int) -> bool:
        """Whether a finite verb stands behind `at` before the next mark."""
        for index in range(at + 1, len(self.words)):
            word = self.words[index]
            if word in (",", ";", ":", "(") or (
                word in ("and", "or", "but", "while", "which", "who", "to") and index > at + 1
            ):
                return False
            if is_finite(word):
                return True
        return False

    def _begin(self, kind: ClauseKind, at: int, *, closes: str = "") -> None:
        self.found.append(Clause(kind, self.open[-1][0], at))
        self.open.append((len(self.found) - 1, closes))

    def _next(self, kind: ClauseKind, at: int) -> None:
        """A clause beside or below the present one, which ends with it."""
        current, closes = self.open[-1]
        if kind in (ClauseKind.JOINED, ClauseKind.CONTRAST, ClauseKind.MAIN) and not closes:
            self.open.pop()
            self.found.append(Clause(kind, current, at))
            self.open.append((len(self.found) - 1, ""))
        else:
            self._begin(kind, at, closes=closes)

    def _close_behind(self) -> None:
        closes = self.open[-1][1]
        while len(self.open) > 1 and self.open[-1][1] == closes:
            self.open.pop()


def _spaced(text: Tokens) -> tuple[bool, ...]:
    """For each token whether white space stands on both its sides, or nothing does and it is a long dash."""
    return tuple(
        (text.text[start - 1 : start].isspace() and text.text[end : end + 1].isspace())
        or text.text[start] == "—"
        for start, end in zip(text.starts, text.ends, strict=True)
    )


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or word in "$€£¥"


def is_finite(word: str) -> bool:
    """Whether a word may be a finite verb: one of those listed, or a past in -ed."""
    words = by_kind("clauses")
    return word in words["finite"] or (
        word.endswith("ed") and len(word) > 4 and word not in words["not finite"]
    )


def is_past(word: str) -> bool:
    """Whether a word may be a past."""
    words = by_kind("clauses")
    return word in words["past"] or (is_finite(word) and word.endswith("ed"))


def _stands(words: Sequence[str], at: int, phrase: Sequence[str]) -> bool:
    return tuple(words[at : at + len(phrase)]) == tuple(phrase)


def listed(kind: str) -> frozenset[str]:
    """The words of a kind in `clauses.yml`."""
    return by_kind("clauses")[kind]


@cache
def _openers() -> Mapping[str, tuple[tuple[ClauseKind, tuple[str, ...]], ...]]:
    """The words that begin a clause, by the first of them, the longest phrase first."""
    found: dict[str, list[tuple[ClauseKind, tuple[str, ...]]]] = {}
    kinds = {str(kind) for kind in ClauseKind}
    for entry in entries("clauses"):
        if entry["kind"] in kinds:
            for pattern in texts(entry, "words"):
                for phrase in spelled_out(pattern):
                    words = tokens(phrase).words
                    found.setdefault(words[0], []).append((ClauseKind(str(entry["kind"])), words))
    return {word: tuple(sorted(each, key=lambda pair: -len(pair[1]))) for word, each in found.items()}
