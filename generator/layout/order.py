"""The order of keys: what a record is and is about, then what its kind has of its own, then what all have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import get_args

from generator.loading.shelving import SINGLE_FILES
from generator.model.assessment import Assessment
from generator.model.base_fact import BaseFact
from generator.model.fact import KINDS
from generator.model.record import Record
from generator.model.source import Source
from generator.reading.yaml_nodes import MapNode, TextNode

_FIRST = ("id", "kind", "entity", "entities")
"""A fact begins with what it is and whom it is about, whatever its kind."""
_ROOMS: Mapping[str, type[Record]] = {"articles": Source, "sources": Source, "assessments": Assessment}


def record_type(path: str, entry: MapNode) -> type[Record] | None:
    """What the entries of a seed file are; None where no rule says it, and a bare fact for an unknown kind."""
    if path in SINGLE_FILES:
        return SINGLE_FILES[path]
    room = PurePosixPath(path).parts[1]
    if room != "facts":
        return _ROOMS.get(room)
    kind = entry.entries.get("kind", (None, None))[1]
    return KINDS.get(kind.text, BaseFact) if isinstance(kind, TextNode) else BaseFact


def ordered(keys: Sequence[str], model: type[Record] | None) -> tuple[str, ...]:
    """`keys` in the order of their record; those it does not know keep their order and come last."""
    rank = {name: place for place, name in enumerate(_fields(model))}
    return tuple(sorted(keys, key=lambda key: rank.get(key, len(rank))))


def inner(model: type[Record] | None, key: str) -> type[Record] | None:
    """The record that stands below a key, alone or in a list."""
    waiting = [model.model_fields[key].annotation] if model and key in model.model_fields else []
    while waiting:
        found = waiting.pop()
        if isinstance(found, type) and issubclass(found, Record):
            return found
        waiting.extend(get_args(found))
    return None


def _fields(model: type[Record] | None) -> Sequence[str]:
    if model is None:
        return ()
    names = tuple(model.model_fields)
    if not issubclass(model, BaseFact):
        return names
    shared = [name for name in names if name in BaseFact.model_fields]
    own = [name for name in names if name not in BaseFact.model_fields]
    return tuple(dict.fromkeys((*_FIRST, *own, *shared)))
