"""Sources that moved, are gone or could not be asked: as text, as an issue in Markdown, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.model.ledger import Ledger
from generator.model.repository import Repository
from generator.reporting.visible import visible
from generator.upkeep.answers import Outcome
from generator.upkeep.issues import fact_line, fitted, quiet
from generator.upkeep.links import Link

WHAT: Mapping[Outcome, tuple[str, str]] = {
    Outcome.GONE: (
        "Gone",
        "Find where the source is now or a copy in an archive, and change its `url`; or find another source.",
    ),
    Outcome.MOVED: (
        "Moved for good",
        "Look whether the new address shows the same text, and change the `url`.",
    ),
    Outcome.NOT_ASKED: (
        "Could not be asked",
        "Nothing is known of these: some sites turn programs away. Open them by hand now and then.",
    ),
}
"""For each outcome that somebody has to look at its heading, and what to do."""

Telling = Callable[[Ledger, Sequence[Link], Repository | None], str]


def text(ledger: Ledger, found: Sequence[Link], repository: Repository | None) -> str:
    """The count, then a line for each source that somebody has to look at, with the facts that rest on it."""
    rows = [_count(found)]
    for outcome, (heading, _) in WHAT.items():
        group = _with(found, outcome)
        rows += [f"{heading}: {len(group):,}"] if group else []
        for link in group:
            rows.append(f"  {link.source.id}: {visible(_told(link))}")
            rows += [f"    {name}" for name in link.facts]
    return "".join(f"{row}\n" for row in rows)


def markdown(ledger: Ledger, found: Sequence[Link], repository: Repository | None) -> str:
    """The body of an issue: what to do for each outcome, then its sources with the facts that rest on them."""
    return fitted(_body(ledger, found, repository))


def json_text(ledger: Ledger, found: Sequence[Link], repository: Repository | None) -> str:
    """Every source with its outcome, for programs."""
    rows = [
        {
            "source": link.source.id,
            "url": link.source.url,
            "outcome": link.known.answer.outcome,
            "detail": link.known.answer.detail,
            "to": link.known.answer.to,
            "asked": f"{link.known.asked}",
            "since": f"{link.known.since}",
            "facts": link.facts,
            "further_facts": link.further,
        }
        for link in found
    ]
    return json.dumps({"schema_version": 1, "sources": rows}, ensure_ascii=False, indent=2) + "\n"


FORMS: Mapping[str, Telling] = {"text": text, "markdown": markdown, "json": json_text}


def _body(ledger: Ledger, found: Sequence[Link], repository: Repository | None) -> Iterator[str]:
    yield f"{_count(found)} The list is made anew every week."
    for outcome, (heading, advice) in WHAT.items():
        group = _with(found, outcome)
        if not group:
            continue
        yield f"\n## {heading} ({len(group):,})\n\n{advice}"
        for link in group:
            yield f"\n**{quiet(link.source.title)}** (`{link.source.id}`)  \n{quiet(_told(link))}\n"
            if outcome is not Outcome.NOT_ASKED:
                yield from (fact_line(ledger, name, repository) for name in link.facts)
                yield f"- and {len(link.further):,} more that are built on these" if link.further else ""


def _told(link: Link) -> str:
    """The address, where it moved to or what it answered, and since when."""
    answer = link.known.answer
    what = f"moved to {answer.to}" if answer.outcome is Outcome.MOVED else answer.detail
    return f"{link.source.url}: {what}, since {link.known.since}"


def _count(found: Sequence[Link]) -> str:
    there, moved, gone, unknown = (
        len(_with(found, outcome))
        for outcome in (Outcome.THERE, Outcome.MOVED, Outcome.GONE, Outcome.NOT_ASKED)
    )
    noun = "source" if len(found) == 1 else "sources"
    return (
        f"Of {len(found):,} {noun} {there:,} answered, {moved:,} moved for good, {gone:,} are gone, "
        f"and {unknown:,} could not be asked."
    )


def _with(found: Sequence[Link], outcome: Outcome) -> Sequence[Link]:
    return [link for link in found if link.known.answer.outcome is outcome]
