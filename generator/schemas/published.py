"""The schemas as files: one a kind of seed file, in two drafts of JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from generator.model.assessment import Assessment
from generator.model.entity import Entity, Metric, Question
from generator.model.fact import KINDS
from generator.model.record import Record
from generator.model.source import Source
from generator.schemas.shape import Schema, shape

LISTS: Mapping[str, tuple[str, type[Record]]] = {
    "sources": ("Sources whose text is not stored: a file below seeds/sources/.", Source),
    "entities": ("Whom and what facts are about: seeds/entities.yml.", Entity),
    "metrics": ("What figures measure, and the terms that properties take: seeds/metrics.yml.", Metric),
    "questions": ("Questions that arguments answer: seeds/questions.yml.", Question),
    "assessments": ("How the claims of one source hold up: a file below seeds/assessments/.", Assessment),
}
NAMES = ("facts", *LISTS, "article")
DRAFTS = {
    "2020-12": "https://json-schema.org/draft/2020-12/schema",
    "07": "http://json-schema.org/draft-07/schema#",
}
"""The newest draft, and the one that all common editors understand."""


def schema_text(name: str, *, draft: str) -> str:
    """The schema `name` of one draft as it stands in its file."""
    whole = {"$schema": DRAFTS[draft], **_schema(name)}
    if draft == "07":
        whole = _older(whole)
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


@cache
def schema_files() -> Mapping[str, str]:
    """Every schema by its path, the same in the repository and on the site."""
    return MappingProxyType(
        {path(name, draft=draft): schema_text(name, draft=draft) for draft in DRAFTS for name in NAMES}
    )


def path(name: str, *, draft: str) -> str:
    """Where a schema stands."""
    return f"schema/{'' if draft == '2020-12' else f'draft-{draft}/'}{name}.json"


def _schema(name: str) -> Schema:
    if name == "facts":
        return _facts()
    if name == "article":
        return {**shape(Source), "description": "What stands between the lines `---` above a stored article."}
    description, model = LISTS[name]
    return {"title": name.capitalize(), "description": description, "type": "array", "items": shape(model)}


def _facts() -> Schema:
    """A list of facts, each with the keys of its kind."""
    kinds = {kind: shape(model) for kind, model in KINDS.items()}
    named = {
        "description": "What sort of fact it is; it decides which other keys the fact has.",
        "examples": list(KINDS),
        "enum": list(KINDS),
    }
    return {
        "title": "Facts",
        "description": "Facts: a file below seeds/facts/.",
        "type": "array",
        "items": {
            "type": "object",
            "properties": {"id": kinds["event"]["properties"]["id"], "kind": named},
            "required": ["id", "kind"],
            "allOf": [_where(kind) for kind in KINDS],
        },
        "$defs": kinds,
    }


def _where(kind: str) -> Schema:
    told = {"properties": {"kind": {"const": kind}}, "required": ["kind"]}
    return {"if": told, "then": {"$ref": f"#/$defs/{kind}"}}


def _older(shape: Any) -> Any:
    """The same in draft-07, which keeps definitions under another name; all other words we use mean the same there."""
    if isinstance(shape, list):
        return [_older(each) for each in shape]
    if not isinstance(shape, dict):
        return shape
    return {
        "definitions" if key == "$defs" else key: value.replace("#/$defs/", "#/definitions/") if key == "$ref" else _older(value)
        for key, value in shape.items()
    }  # fmt: skip
