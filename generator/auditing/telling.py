"""An audit told as a table for people, and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from generator.auditing.audit import Tally


def rate(tallies: Iterable[Tally]) -> str:
    """The share of corruptions caught, in percent to one place, cut off and not rounded up; empty where none was tried."""
    wrong = [each for each in tallies if not each.harmless]
    tried, caught = sum(each.tried for each in wrong), sum(len(each.flagged) for each in wrong)
    return f"{caught * 1000 // tried / 10:.1f}" if tried else ""


def false_alarms(tallies: Iterable[Tally]) -> int:
    """How many harmless variants were flagged."""
    return sum(len(each.flagged) for each in tallies if each.harmless)


def table(tallies: Sequence[Tally]) -> str:
    """A line for each class, then what was missed or flagged wrongly by name, then the sums."""
    width = max((len(each.name) for each in tallies), default=0)
    rows = [f"{'':{width}}  tried  errors  warnings  silent"]
    for harmless, title in ((False, "Corruptions"), (True, "Harmless variants")):
        rows.append(title)
        rows += [
            f"{each.name:{width}}  {each.tried:5}  {each.errors:6}  {each.warnings:8}  {len(each.silent):6}"
            for each in tallies
            if each.harmless is harmless
        ]
    missed = [(each, name) for each in tallies for name in (each.flagged if each.harmless else each.silent)]
    rows += [f"{'flagged' if each.harmless else 'missed'}, {each.name}: {name}" for each, name in missed]
    rows.append(
        f"{rate(tallies) or 'no'}% of the corruptions caught · {false_alarms(tallies)} harmless variants flagged"
    )
    return "\n".join(rows)


def json_text(tallies: Sequence[Tally]) -> str:
    """The same as JSON: one object a class."""
    found = [
        {
            "class": each.name,
            "harmless": each.harmless,
            "tried": each.tried,
            "errors": each.errors,
            "warnings": each.warnings,
            "silent": len(each.silent),
            "misses": list(each.flagged if each.harmless else each.silent),
        }
        for each in tallies
    ]
    return json.dumps(found, ensure_ascii=False, indent=2)
