"""What a source's address answered, judged: it is there, it has moved for good, it is gone, or nobody could tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from itertools import takewhile

PERMANENT = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)


class Outcome(StrEnum):
    """How it stands with an address; the most pressing first."""

    GONE = "gone"
    MOVED = "moved"
    NOT_ASKED = "not asked"
    THERE = "there"


@dataclass(frozen=True, slots=True)
class Step:
    """One address on the way: the status it answered with and where it sent us, or the trouble met.

    `nameless` says that the trouble was a host whose name nobody knows.
    """

    url: str
    status: int = 0
    next: str = ""
    trouble: str = ""
    nameless: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """The judgement: what it rests on in words, and the new address of what has moved."""

    outcome: Outcome
    detail: str = ""
    to: str = ""


def judge(steps: Sequence[Step]) -> Answer:
    """What the way from an address says of it.

    404, 410 and an unknown host mean that it is gone. Refusals, faults, time-outs and ways we do not follow say nothing
    either way. What moved for good has moved to where its unbroken run of permanent redirects leads.
    """
    last = steps[-1]
    if last.nameless or last.status in GONE:
        return Answer(Outcome.GONE, last.trouble or _status(last.status))
    if last.trouble or not 200 <= last.status < 300:
        return Answer(Outcome.NOT_ASKED, last.trouble or _status(last.status))
    for_good = list(takewhile(lambda step: step.status in PERMANENT, steps))
    if for_good:
        return Answer(Outcome.MOVED, _status(for_good[0].status), for_good[-1].next)
    return Answer(Outcome.THERE, _status(last.status))


def judged(ways: Mapping[str, Sequence[Step]]) -> dict[str, Answer]:
    """The judgement on every address; where no host at all has a name, it is our network that is missing."""
    offline = bool(ways) and all(steps[-1].nameless for steps in ways.values())
    if offline:
        return {url: Answer(Outcome.NOT_ASKED, "no name of a host could be looked up") for url in ways}
    return {url: judge(steps) for url, steps in ways.items()}


def _status(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"{status}"
