"""The JSON Schema of one record, exported from its model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.model.base_fact import BaseFact
from generator.model.record import Record, nothing_or_many, one_or_many
from generator.schemas.rules import rules_of

Schema = dict[str, Any]
FIRST = ("id", "kind", "entity", "entities")


class _AsWritten(GenerateJsonSchema):
    """Shapes as they stand in a file: an optional key is left out, never null; a list may stand as its only entry."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        shape = self.generate_inner(schema["schema"])
        default = schema.get("default")
        return {**shape, "default": str(default)} if isinstance(default, str) and default else shape

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        shape, reader = super().function_before_schema(schema), schema["function"]["function"]
        if reader is one_or_many and shape.get("minItems", 0) <= 1:
            return {"anyOf": [shape["items"], shape]}
        return {**shape, "type": ["array", "null"]} if reader is nothing_or_many else shape

    def field_title_should_be_set(self, schema: object) -> bool:
        return False


def shape(model: type[Record]) -> Schema:
    """The schema of `model`, whole in itself, with the rules that hold between its fields."""
    whole = model.model_json_schema(schema_generator=_AsWritten)
    inner = whole.pop("$defs", {})
    found: Schema = _inlined(whole, inner)
    found["properties"] = _in_order(found["properties"], model)
    rules = rules_of(model)
    return {**found, "allOf": list(rules)} if rules else found


def _in_order(properties: Schema, model: type[Record]) -> Schema:
    """A fact's keys as its file has them: what it is and is about, what its kind has of its own, what all have."""
    shared = BaseFact.model_fields if issubclass(model, BaseFact) else {}
    first = [key for key in FIRST if key in properties and shared]
    own = [key for key in properties if key not in shared]
    return {key: properties[key] for key in dict.fromkeys((*first, *own, *properties))}


def _inlined(shape: Any, inner: Mapping[str, Any]) -> Any:
    """`shape` with every reference replaced by what it leads to; what stands beside a reference goes first."""
    if isinstance(shape, list):
        return [_inlined(each, inner) for each in shape]
    if not isinstance(shape, dict):
        return shape
    beside = {key: _inlined(value, inner) for key, value in shape.items() if key != "$ref"}
    if "$ref" not in shape:
        return beside
    target = _inlined(inner[shape["$ref"].rpartition("/")[2]], inner)
    return {**target, **beside}
