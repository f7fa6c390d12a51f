"""What holds between the fields of a record, as JSON Schema; the models say the same to the reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.model.base_fact import BaseFact, Evidenced
from generator.model.entity import Metric
from generator.model.fact import Derived, Figure
from generator.model.record import Record
from generator.model.source import Source

_CLAIMED = {"properties": {"modality": {"const": "claimed"}}, "required": ["modality"]}
_NOT_SUPPORTING = {"properties": {"stance": {"enum": ["disputes", "context"]}}, "required": ["stance"]}

RULES: Mapping[type[Record], Sequence[Mapping[str, Any]]] = {
    BaseFact: (
        {"if": _CLAIMED, "then": {"required": ["claimed_by"]}, "else": {"properties": {"claimed_by": False}}},
    ),
    Evidenced: (
        {
            "required": ["evidence"],
            "properties": {
                "evidence": {"type": "array", "minItems": 1, "contains": {"not": _NOT_SUPPORTING}}
            },
        },
    ),
    Figure: ({"anyOf": [{"required": ["period"]}, {"required": ["date"]}]},),
    Source: ({"anyOf": [{"required": ["url"]}, {"required": ["archive"]}]},),
    Derived: ({"properties": {"date": False, "evidence": {"maxItems": 0}, "inputs": {"uniqueItems": True}}},),
    Metric: (
        {
            "if": {"properties": {"terms": {"minProperties": 1}}, "required": ["terms"]},
            "then": {"properties": {"unit": False}},
            "else": {"required": ["unit"]},
        },
    ),
}


def rules_of(model: type[Record]) -> tuple[Mapping[str, Any], ...]:
    """The rules of a model and of all that it is built on."""
    return tuple(rule for each in reversed(model.__mro__) for rule in RULES.get(each, ()))
