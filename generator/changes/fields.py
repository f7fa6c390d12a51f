"""The fields of one fact compared: which differ in meaning, from what to what, and by how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.language.text.folds import fold
from generator.model.change import Difference
from generator.model.fact import Fact
from generator.model.ledger import Ledger
from generator.quantities import Quantity
from generator.reading.yaml_nodes import ListNode, MapNode, Node, TextNode

ABSENT = ""


def differences(old: Ledger, new: Ledger, before: Fact, after: Fact) -> tuple[Difference, ...]:
    """Every field that means another thing, in the order of the fields.

    Layout, notation, and shapes such as those of quotation marks are no difference.
    """
    was = old.origin(before).node.entries
    now = new.origin(after).node.entries
    found: list[Difference] = []
    for key in dict.fromkeys((*now, *was)):
        if getattr(before, key, None) == getattr(after, key, None):
            continue
        found.extend(_field(key, was, now, percent(old.value(before), new.value(after))))
    return tuple(found)


def _field(
    key: str, was: Mapping[str, tuple[object, Node]], now: Mapping[str, tuple[object, Node]], share: str
) -> Iterator[Difference]:
    before = dict(_flat(key, was[key][1])) if key in was else {}
    after = dict(_flat(key, now[key][1])) if key in now else {}
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name, ABSENT), after.get(name, ABSENT)
        if fold(old).text != fold(new).text:
            yield Difference(name, old, new, share if name == "value" else "")


def _flat(name: str, node: Node) -> Iterator[tuple[str, str]]:
    """The texts of a field by the way to them; items are named by the id they begin with, not by their place."""
    match node:
        case TextNode():
            yield name, " ".join(node.text.split())
        case ListNode() if all(isinstance(item, TextNode) for item in node.items):
            yield name, ", ".join(item.text for item in node.items if isinstance(item, TextNode))
        case ListNode():
            yield from _items(name, node)
        case MapNode():
            for key, (_, value) in node.entries.items():
                yield from _flat(f"{name}.{key}", value)


def _items(name: str, node: ListNode) -> Iterator[tuple[str, str]]:
    seen: Counter[str] = Counter()
    for item in node.items:
        first = next(iter(item.entries.values()))[1] if isinstance(item, MapNode) and item.entries else item
        label = first.text if isinstance(first, TextNode) else ""
        seen[label] += 1
        yield from _flat(f"{name}[{label}{f' {seen[label]}' if seen[label] > 1 else ''}]", item)


def percent(before: Quantity | None, after: Quantity | None) -> str:
    """How much a value changed, as in `+8.3%`; both ends where they differ; empty where that says nothing."""
    if before is None or after is None or before.unit != after.unit or not (before.low and before.high):
        return ""
    ends = [_share(before.low, after.low), _share(before.high, after.high)]
    if ends == ["", ""]:
        return ""
    return " to ".join(dict.fromkeys(each or "0%" for each in ends))


def _share(before: Decimal, after: Decimal) -> str:
    """One end's change, rounded to a tenth of a per cent; empty where there is none."""
    if before == after:
        return ""
    share = (after - before) * 100 / abs(before)
    tenths = share.quantize(Decimal("0.1"))
    shown = f"{tenths:+,f}".removesuffix(".0")
    return (
        f"{shown}%" if tenths else f"{'less' if share > 0 else 'more'} than {'+' if share > 0 else '-'}0.1%"
    )
