"""What every form of a comparison says in the same words: the first line, and what a change touches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.changes.effects import Comparison, Touched
from generator.model.change import Change


def headline(found: Comparison) -> str:
    """How many facts changed, and how."""
    counts = Counter(change.kind.value for change, _ in found.changes)
    if not counts:
        return "No fact changes in meaning."
    told = ", ".join(f"{count} {_KINDS.get(kind, kind)}" for kind, count in counts.items())
    total = counts.total()
    return f"{total} {'fact changes' if total == 1 else 'facts change'} in meaning: {told}."


_KINDS = {"standing": "in standing only"}


def left_out(found: Comparison) -> str:
    """A word on errors, since facts with errors are compared with nothing; empty where there are none."""
    before, after = found.errors
    if not (before or after):
        return ""
    return f"Facts with errors are left out: {before:,} errors before, {after:,} after."


def statements(change: Change) -> Iterator[str]:
    """The statement where the fact is new or gone; of the others the differences tell."""
    if not (change.before and change.after):
        yield change.before or change.after


def touches(touched: Touched) -> Iterator[tuple[str, str]]:
    """Label and list of what rests on a fact."""
    rows = (
        ("Pages", [f"{title} ({address})" for address, title in touched.pages]),
        ("Charts", [f"{title} ({address})" for address, title in touched.charts]),
        ("Facts that rest on it", touched.facts),
    )
    for label, listed in rows:
        if listed:
            yield label, ", ".join(listed)
