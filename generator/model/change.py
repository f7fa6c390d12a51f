"""A change: how one fact differs in meaning between two ledgers, and on which day it did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What happened to a fact, in the order in which changes are told."""

    RETRACTED = "retracted"
    CORRECTED = "corrected"
    REMOVED = "removed"
    BROKEN = "broken"
    RECOMPUTED = "recomputed"
    CHANGED = "changed"
    ADDED = "added"
    STANDING = "standing"


KINDS: Mapping[Kind, str] = {
    Kind.RETRACTED: "taken back, with a reason",
    Kind.CORRECTED: "what the fact says of the world is another thing now",
    Kind.REMOVED: "the fact is no longer there",
    Kind.BROKEN: "the fact has an error and is left out",
    Kind.RECOMPUTED: "a derived value follows its inputs",
    Kind.CHANGED: "its wording, evidence or relations are others, what it says is the same",
    Kind.ADDED: "the fact is new",
    Kind.STANDING: "nothing of the fact changed, but its neighbours did",
}
"""What each kind means."""
TOLD = (Kind.RETRACTED, Kind.CORRECTED, Kind.REMOVED, Kind.BROKEN)
"""The kinds that are told in full wherever changes are listed."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field before and after, as written in YAML, empty where it was not there; `percent` as in `+8.3%`."""

    field: str
    before: str
    after: str
    percent: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to the fact `fact`: its statement before and after, empty where it was not there; every difference.

    `path` and `line` are where it is written, or was before it went.
    """

    kind: Kind
    fact: str
    path: str
    line: int
    before: str
    after: str
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Dated:
    """The changes of one revision (a commit's SHA), and its day (UTC)."""

    revision: str
    day: date
    changes: tuple[Change, ...]
