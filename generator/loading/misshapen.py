"""What pydantic finds wrong with a record, as diagnostics at the place of that very key or value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from pydantic_core import ErrorDetails
from rapidfuzz import process

from generator.diagnostics import Diagnostic
from generator.model.record import Record
from generator.reading.yaml_nodes import MapNode, TextNode, key_place, place_of

_CODES = {
    "date": "bad-date", "issued": "bad-date", "accessed": "bad-date", "period": "bad-date", "url": "bad-url",
}  # fmt: skip


def problem(detail: ErrorDetails, model: type[Record], node: MapNode) -> Diagnostic:
    """The diagnostic for one thing pydantic found wrong with the record that `node` should be."""
    path = tuple(step for step in detail["loc"])
    kind, last = detail["type"], path[-1] if path else ""
    owner = _owner(node)
    if kind == "extra_forbidden":
        return Diagnostic(
            "unknown-key",
            key_place(node, path),
            f"`{last}` is not a key {_of(path, model)}",
            _near_key(path, model),
        )
    if kind == "missing":
        return Diagnostic(
            "missing-key", place_of(node, path[:-1]), f"{owner} has no `{last}`", f"add `{last}: …`"
        )
    place = place_of(node, path)
    message = _plain_message(detail)
    if last == "id" or (path and "id" in message):
        code = "bad-id" if "is not an id" in message else "bad-value"
    else:
        code = _CODES.get(str(last), "bad-value")
    return Diagnostic(code, place, f"{owner}: {message}", _advice(code, str(last)))


def _owner(node: MapNode) -> str:
    found = node.entries.get("id", (None, None))[1]
    return found.text if isinstance(found, TextNode) else "this entry"


def _of(path: tuple[int | str, ...], model: type[Record]) -> str:
    parents = [str(step) for step in path[:-1] if isinstance(step, str)]
    return f"of `{parents[-1]}`" if parents else f"of {_article(model.__name__.lower())}"


def _article(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


def _near_key(path: tuple[int | str, ...], model: type[Record]) -> str:
    names = list(model.model_fields)
    if len(path) > 1:
        inner = tuple(_inner_models(model, str(next(s for s in path if isinstance(s, str)))))
        names = [name for m in inner for name in m.model_fields] or names
    near = process.extractOne(str(path[-1]), names, score_cutoff=60)
    return f"did you mean `{near[0]}`?" if near else f"the keys are {', '.join(names)}"


def _inner_models(model: type[Record], name: str) -> Iterator[type[Record]]:
    """The record types inside a field's annotation."""
    waiting = [model.model_fields[name].annotation] if name in model.model_fields else []
    while waiting:
        found = waiting.pop()
        waiting.extend(get_args(found))
        if isinstance(found, type) and issubclass(found, Record):
            yield found


def _plain_message(detail: ErrorDetails) -> str:
    message = detail["msg"].removeprefix("Value error, ")
    if detail["type"] in ("literal_error", "enum"):
        return f"`{detail['input']}` is not one of {detail.get('ctx', {}).get('expected', '')}"
    if detail["type"] == "string_type":
        return "one text is expected here, not a list or a mapping"
    if detail["type"] in ("model_type", "tuple_type", "dict_type"):
        return (
            "a list is expected here"
            if detail["type"] == "tuple_type"
            else "keys are expected here, not a text"
        )
    if detail["type"] in ("string_too_short", "too_short"):
        return f"`{detail['loc'][-1]}` is empty"
    return message


def _advice(code: str, field_name: str) -> str:
    return {
        "bad-id": "use lower-case letters, digits and single hyphens, at most 80 characters",
        "bad-date": "write a date such as 2025, 2025-01, 2025-01-29 or 2025-01-29/2025-02-02",
        "bad-url": "give the whole address, beginning with https://",
    }.get(code, "write for example `$60 billion to $65 billion` or `17%`" if field_name == "value" else "")
