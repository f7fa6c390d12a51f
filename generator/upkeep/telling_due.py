"""Facts due for review as text, as an issue in Markdown, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from generator.explainers.telling import statement_text
from generator.model.dates import read_date, write_date
from generator.model.ledger import Ledger
from generator.model.repository import Repository
from generator.reporting.visible import visible
from generator.upkeep.due import Due, Reason
from generator.upkeep.issues import fact_line, fitted

WHY: Mapping[Reason, tuple[str, str]] = {
    Reason.OUTCOME_WANTED: (
        "Plans whose time is over",
        "Find what came of it, and add a fact that supersedes the plan.",
    ),
    Reason.CLAIM_UNSETTLED: (
        "Claims that are old",
        "Find whether anyone else has confirmed or denied it, and add that as evidence or as a fact that disagrees.",
    ),
    Reason.SECOND_SOURCE_WANTED: (
        "Facts that one source alone carries",
        "Find the primary source or a second independent one, and add it as evidence.",
    ),
    Reason.SOURCE_READ_LONG_AGO: (
        "Facts whose source was read long ago",
        "Read the source again, mend what it has corrected, and set `accessed` to the day.",
    ),
}
"""For each reason its heading, and the one thing to do."""

Telling = Callable[[Ledger, Sequence[Due], Repository | None], str]


def text(ledger: Ledger, found: Sequence[Due], repository: Repository | None) -> str:
    """A heading for each reason, then a line for each fact."""
    rows = []
    for reason, group in _groups(found):
        rows.append(f"{WHY[reason][0]}: {len(group):,}")
        rows += [f"  {each.fact} (since {each.since}): {_statement(ledger, each)}" for each in group]
    return "".join(f"{row}\n" for row in rows) or "Nothing is due.\n"


def markdown(ledger: Ledger, found: Sequence[Due], repository: Repository | None) -> str:
    """The body of an issue: what to do for each reason, then its facts."""
    return fitted(_body(ledger, found, repository))


def json_text(ledger: Ledger, found: Sequence[Due], repository: Repository | None) -> str:
    """Data for programs."""
    rows = [
        {
            "fact": each.fact,
            "reason": each.reason,
            "since": f"{each.since}",
            "statement": _statement(ledger, each),
        }
        for each in found
    ]
    return json.dumps({"schema_version": 1, "due": rows}, ensure_ascii=False, indent=2) + "\n"


FORMS: Mapping[str, Telling] = {"text": text, "markdown": markdown, "json": json_text}


def _body(ledger: Ledger, found: Sequence[Due], repository: Repository | None) -> Iterator[str]:
    yield (
        "Nothing is due."
        if not found
        else "These facts are due for review. The list is made anew every month."
    )
    for reason, group in _groups(found):
        heading, advice = WHY[reason]
        yield f"\n## {heading} ({len(group):,})\n\n{advice}\n"
        for each in group:
            since = write_date(read_date(f"{each.since}"))
            yield f"{fact_line(ledger, each.fact, repository)} *Due since {since}.*"


def _groups(found: Sequence[Due]) -> Iterator[tuple[Reason, Sequence[Due]]]:
    for reason, group in groupby(found, key=lambda each: each.reason):
        yield reason, tuple(group)


def _statement(ledger: Ledger, each: Due) -> str:
    return visible(statement_text(ledger, ledger.facts[each.fact]))
