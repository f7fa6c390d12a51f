"""Pieces of evidence that are typed at the edge of the file, where YAML takes each for an entry of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.diagnostics import Diagnostic
from generator.model.pointers import Disagreement, Evidence, Review
from generator.model.record import Record
from generator.reading.slips import IN_A_LIST, outside
from generator.reading.yaml_nodes import MapNode, Node, TextNode

_LISTS: Mapping[str, type[Record]] = {
    "evidence": Evidence,
    "disagrees_with": Disagreement,
    "reviewed": Review,
}


def fallen_out(items: Sequence[Node]) -> Iterator[tuple[int, Diagnostic | None]]:
    """The entries that belong to a list of the one before, and that one; a diagnostic with the first of each list."""
    owner = ""
    for index, item in enumerate(items):
        before = items[index - 1] if index else item
        opened = _open_list(before)
        if _is_of(item, opened):
            owner = opened
            yield index - 1, None
            yield index, _told(item, before, owner)
        elif _is_of(item, owner):
            yield index, None
        else:
            owner = ""


def _open_list(node: Node) -> str:
    """The key of a list at the end of an entry behind which nothing stands; empty where there is none."""
    key, value = list(node.entries.items())[-1] if isinstance(node, MapNode) and node.entries else ("", None)
    empty = value is not None and isinstance(value[1], TextNode) and not value[1].text
    return key if empty and key in _LISTS else ""


def _is_of(node: Node, list_key: str) -> bool:
    """Whether all keys of an entry are those of an item of that list."""
    return (
        bool(list_key)
        and isinstance(node, MapNode)
        and set(node.entries) <= set(_LISTS[list_key].model_fields)
    )


def _told(item: Node, owner: Node, list_key: str) -> Diagnostic | None:
    if not isinstance(item, MapNode) or not isinstance(owner, MapNode):
        return None
    key, (place, _) = next(iter(item.entries.items()))
    wanted = owner.entries[list_key][0].column + IN_A_LIST
    return outside(place, key, list_key, wanted - place.column)
