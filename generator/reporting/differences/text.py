"""A comparison as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from generator.changes.effects import Comparison, Touched
from generator.model.change import Change
from generator.reporting.differences.wording import headline, left_out, statements, touches
from generator.reporting.visible import visible


def render(found: Comparison) -> str:
    """Every change with its differences and what it touches, then the sentences that read differently."""
    return "".join(f"{visible(line)}\n" for line in _lines(found))


def _lines(found: Comparison) -> Iterator[str]:
    yield headline(found)
    if said := left_out(found):
        yield said
    for change, touched in found.changes:
        yield ""
        yield from _change(change, touched)
    if found.others:
        yield ""
        yield "Other records"
        yield from (f"  {each.kind} {each.id}: {each.what}" for each in found.others)
    page = ""
    for each in found.sentences:
        if each.page != page:
            page = each.page
            yield ""
            yield f"Reads differently: {each.title} ({page})"
        yield from (f"  - {sentence}" for sentence in each.before)
        yield from (f"  + {sentence}" for sentence in each.after)


def _change(change: Change, touched: Touched) -> Iterator[str]:
    yield f"{change.kind} {change.fact} ({change.path}:{change.line})"
    yield from (f"  {told}" for told in statements(change))
    for each in change.differences:
        percent = f" ({each.percent})" if each.percent else ""
        yield f"  {each.field}: {each.before or 'nothing'} → {each.after or 'nothing'}{percent}"
    yield from (f"  {label}: {listed}" for label, listed in touches(touched))
