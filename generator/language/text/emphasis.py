"""Which asterisks, underscores and tildes are markup: https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of one mark, and its offset in the text that it stands in."""

    text: str
    at: int
    within: str = field(repr=False)

    @property
    def length(self) -> int:
        """How many marks it has."""
        return len(self.text)

    @property
    def opens(self) -> bool:
        """Whether it may begin an emphasis."""
        before, after = self._around()
        left = _left_flanking(before, after)
        return left and (self.text[0] != "_" or not _left_flanking(after, before) or _is_punctuation(before))

    @property
    def closes(self) -> bool:
        """Whether it may end one."""
        before, after = self._around()
        right = _left_flanking(after, before)
        return right and (self.text[0] != "_" or not _left_flanking(before, after) or _is_punctuation(after))

    def _around(self) -> tuple[str, str]:
        end = self.at + self.length
        return self.within[self.at - 1 : self.at] or " ", self.within[end : end + 1] or " "


def paired(marks: Sequence[Mark]) -> tuple[Mapping[int, int], Sequence[Span]]:
    """How many marks of each run, by its offset, are markup; and from where to where text is struck through."""
    gone: dict[int, int] = {}
    struck: list[Span] = []
    open_: list[Mark] = []
    for mark in marks:
        while mark.closes and mark.length > gone.get(mark.at, 0):
            index = _opener(open_, mark, gone)
            if index is None:
                break
            opener = open_[index]
            del open_[index + 1 :]
            left = min(opener.length - gone.get(opener.at, 0), mark.length - gone.get(mark.at, 0))
            for each in (opener, mark):
                gone[each.at] = gone.get(each.at, 0) + left
            if gone[opener.at] == opener.length:
                open_.pop()
            if mark.text == "~~":
                struck.append((opener.at, mark.at + 2))
        if mark.opens and mark.length > gone.get(mark.at, 0):
            open_.append(mark)
    return gone, struck


def _opener(open_: Sequence[Mark], mark: Mark, gone: Mapping[int, int]) -> int | None:
    """The index of the last run that `mark` may close; where both could be either, lengths divisible by three do not fit."""
    for index in range(len(open_) - 1, -1, -1):
        each = open_[index]
        if each.text[0] != mark.text[0]:
            continue
        either = each.closes or mark.opens
        if not (either and (each.length + mark.length) % 3 == 0 and (each.length % 3 or mark.length % 3)):
            return index
    return None


def _left_flanking(before: str, after: str) -> bool:
    if after.isspace():
        return False
    return not _is_punctuation(after) or before.isspace() or _is_punctuation(before)


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
