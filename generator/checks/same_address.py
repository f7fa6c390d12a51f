"""One source, one record: two sources with the same address would count as two origins."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Note
from generator.model.addresses import canonical
from generator.model.ledger import Ledger
from generator.model.source import Source


def check(ledger: Ledger) -> Iterator[Diagnostic]:
    """`same-address`, at the later source's `url`."""
    seen: dict[str, Source] = {}
    for source in ledger.sources.values():
        if not source.url:
            continue
        first = seen.setdefault(canonical(source.url), source)
        if first is not source:
            headline = f"{source.id} has the same address as {first.id}, {source.url}"
            note = Note("the other one", ledger.place(first, "url"))
            hint = (
                f"take `{source.id}` out, and name `{first.id}` wherever it was named; or the other way round"
            )
            yield Diagnostic("same-address", ledger.place(source, "url"), headline, hint, (note,))
