"""The unit of a metric as its record writes it: a name of the registry, or a mapping for one of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from generator.model.mistake import Mistake
from generator.quantities import Unit
from generator.quantities.declaring import near_units, own_unit, unit_of

_LONGEST = 80
_YES = ("yes", "true")
_OWN_AS = "{singular: seat, plural: seats}"


def _unit(value: object) -> Unit:
    if isinstance(value, Mapping):
        return _own(value)
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST:
        raise Mistake("a unit is expected here", f"write for example `USD`, `km`, `percent` or `{_OWN_AS}`")
    if (unit := unit_of(value)) is not None:
        return unit
    name = " ".join(value.split())
    near = near_units(name)
    if near:
        raise Mistake(f"`{name}` is not a unit", f"write `{near[0]}`")
    raise Mistake(f"`{name}` is not a unit", f"write the plural of what is counted, or `unit: {_OWN_AS}`")


def _own(value: Mapping[str, object]) -> Unit:
    """A unit of the metric's own, with its singular and plural."""
    words = {key: str(each).strip() for key, each in value.items() if isinstance(each, str)}
    for key in ("singular", "plural"):
        if not words.get(key) or len(words[key]) > _LONGEST:
            raise Mistake(f"a unit of its own needs its `{key}`", f"write `unit: {_OWN_AS}`")
    if unknown := next((key for key in value if key not in ("singular", "plural", "before")), ""):
        raise Mistake(f"`{unknown}` is no key of a unit", "write only `singular`, `plural` and `before`")
    return own_unit(words["singular"], words["plural"], before=words.get("before", "") in _YES)


_WORD = {"type": "string", "minLength": 1, "maxLength": _LONGEST}
_KEYS = {
    "singular": {**_WORD, "description": "What one of it is called.", "examples": ["seat"]},
    "plural": {**_WORD, "description": "What several are called.", "examples": ["seats"]},
    "before": {
        "enum": ["yes", "no", True, False],
        "description": "Whether it is written before the number.",
        "examples": ["yes"],
    },
}
MetricUnit = Annotated[
    Unit,
    PlainValidator(_unit),
    WithJsonSchema(
        {
            "anyOf": [
                _WORD,
                {
                    "type": "object",
                    "properties": _KEYS,
                    "required": ["singular", "plural"],
                    "additionalProperties": False,
                },
            ]
        }
    ),
]
