"""What pydantic finds wrong with a record, as diagnostics at the place of that very key or value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from pydantic_core import ErrorDetails
from rapidfuzz import process

from generator.diagnostics import Diagnostic
from generator.model.mistake import Mistake
from generator.model.record import QUOTE_IT, Record
from generator.model.written import DATES_AS
from generator.reading.yaml_nodes import MapNode, TextNode, key_place, place_of

LONGEST_NAME = 80
_CODES = {
    "date": "bad-date", "issued": "bad-date", "accessed": "bad-date", "period": "bad-date", "url": "bad-url",
}  # fmt: skip
_HINTS = {name: f"write a date such as {DATES_AS}" for name, code in _CODES.items() if code == "bad-date"}
_SHAPES = (
    (("string_type",), "one text is expected here, not a list or a mapping", QUOTE_IT),
    (("tuple_type",), "a list is expected here", "begin every entry with `- `"),
    (
        ("model_type", "dict_type"),
        "keys are expected here, not a text or a list",
        "write `key: value` on lines of their own",
    ),
    (("string_too_short", "too_short"), "it is empty", "fill it in, or take the key out"),
    (("string_too_long",), "it is too long", "shorten it"),
)
"""What pydantic's own types find, by its names for it: https://docs.pydantic.dev/latest/errors/validation_errors/"""


def codes_of_fields() -> frozenset[str]:
    """Every code that a field's own type can give."""
    return frozenset({*_CODES.values(), "bad-id", "bad-value"})


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
    message, hint = _told(detail, str(last))
    code = "bad-id" if "is not an id" in message else _CODES.get(str(last), "bad-value")
    return Diagnostic(code, place_of(node, path), f"{owner}: {message}", hint)


def _owner(node: MapNode) -> str:
    found = node.entries.get("id", (None, None))[1]
    name = " ".join(found.text.split()) if isinstance(found, TextNode) else ""
    return (name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…") or "this entry"


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


def _told(detail: ErrorDetails, name: str) -> tuple[str, str]:
    """Headline and hint for a value, from the field's own type where that is ours."""
    context, kind = detail.get("ctx", {}), detail["type"]
    error = context.get("error")
    if isinstance(error, Mistake):
        return error.headline, error.hint or _HINTS.get(name, "")
    if kind in ("literal_error", "enum"):
        expected = re.findall(r"'([^']+)'", str(context.get("expected", "")))
        return f"`{detail['input']}` is not a {name}", f"write one of {', '.join(expected)}"
    for kinds, message, hint in _SHAPES:
        if kind in kinds:
            return message, hint
    return detail["msg"], ""
