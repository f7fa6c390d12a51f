"""What earlier runs found, kept as JSON: what was there is not asked again for four weeks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.upkeep.answers import Answer, Outcome

RESTS = timedelta(days=28)
"""How long an address that was there is left in peace."""
VERSION = 1


@dataclass(frozen=True, slots=True)
class Known:
    """An answer, the day it was given, and the first day of those that gave the same outcome without a break."""

    answer: Answer
    asked: date
    since: date


def recalled(text: str) -> dict[str, Known]:
    """What was kept; nothing where the text is not ours or of another version, for then everything is asked anew."""
    try:
        read = json.loads(text)
        if read["schema_version"] != VERSION:
            return {}
        return {url: _known(entry) for url, entry in read["addresses"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def kept(known: Mapping[str, Known]) -> str:
    """The text that `recalled` reads."""
    addresses = {
        url: {
            "outcome": each.answer.outcome,
            "detail": each.answer.detail,
            "to": each.answer.to,
            "asked": f"{each.asked}",
            "since": f"{each.since}",
        }
        for url, each in sorted(known.items())
    }
    return (
        json.dumps({"schema_version": VERSION, "addresses": addresses}, ensure_ascii=False, indent=1) + "\n"
    )


def to_ask(urls: Iterable[str], known: Mapping[str, Known], today: date) -> tuple[str, ...]:
    """The addresses to ask today: all but those that were there lately.

    Of these the one that rested longest is asked along: where it answers, our own network is not to blame for the rest.
    """
    listed = tuple(dict.fromkeys(urls))
    resting = [url for url in listed if _rests(known.get(url), today)]
    witness = {min(resting, key=lambda url: known[url].asked)} if 0 < len(resting) < len(listed) else set()
    return tuple(url for url in listed if url in witness or url not in resting)


def _rests(known: Known | None, today: date) -> bool:
    if known is None or known.answer.outcome is not Outcome.THERE:
        return False
    return timedelta() <= today - known.asked < RESTS


def merged(known: Mapping[str, Known], answers: Mapping[str, Answer], today: date) -> dict[str, Known]:
    """What is known after today; an outcome that stays the same keeps its first day."""
    found = dict(known)
    for url, answer in answers.items():
        before = known.get(url)
        same = before is not None and before.answer.outcome is answer.outcome
        found[url] = Known(answer, today, before.since if before and same else today)
    return found


def _known(entry: Mapping[str, str]) -> Known:
    answer = Answer(Outcome(entry["outcome"]), str(entry["detail"]), str(entry["to"]))
    return Known(answer, date.fromisoformat(entry["asked"]), date.fromisoformat(entry["since"]))
