"""What pydantic finds wrong with a record, as diagnostics at the place of that very key or value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic
from generator.loading.keys import counterpart, list_of, missing_key, near_key, one_of, unknown_key
from generator.model.mistake import Mistake
from generator.model.record import QUOTE_IT, Record
from generator.model.written import DATES_AS
from generator.reading.quoting import in_braces, quoted, without_curly
from generator.reading.yaml_nodes import MapNode, TextNode, key_place, place_of

LONGEST_NAME = 80
_CODES = {
    "date": "bad-date", "issued": "bad-date", "accessed": "bad-date", "period": "bad-date", "url": "bad-url",
}  # fmt: skip
_HINTS = {
    **{name: f"write a date such as {DATES_AS}" for name, code in _CODES.items() if code == "bad-date"},
    "period": "write a period such as 2025, 2025-01, 2025-Q1 or 2025-01-29/2025-02-02",
}
_SHAPES = (
    (("string_type",), "one text is expected here, not a list or several keys", QUOTE_IT),
    (
        ("model_type", "dict_type"),
        "keys are expected here, not a text or a list",
        "write `key: value` on lines of their own",
    ),
    (("string_too_short", "too_short"), "`{name}` is empty", "fill it in, or take the key out"),
    (("string_too_long",), "`{name}` is too long", "shorten it"),
)
"""What pydantic's own types find, by its names for it: https://docs.pydantic.dev/latest/errors/validation_errors/"""


_BY_WORDS = (("is not an id", "bad-id"), ("between curly quotation marks", "curly-quotes"))


def codes_of_fields() -> frozenset[str]:
    """Every code that a field's own type can give."""
    return frozenset({*_CODES.values(), *(code for _, code in _BY_WORDS), "bad-value"})


def problems(details: Sequence[ErrorDetails], model: type[Record], node: MapNode) -> Iterator[Diagnostic]:
    """A diagnostic for each thing pydantic found wrong with the record that `node` should be.

    A key that is only misspelt is not told as missing too.
    """
    meant = {
        (*detail["loc"][:-1], near)
        for detail in details
        if detail["type"] == "extra_forbidden"
        and (near := near_key(detail["loc"], model) or counterpart(detail["loc"], model))
    }
    for detail in details:
        if detail["type"] != "missing" or detail["loc"] not in meant:
            yield _problem(detail, model, node)


def _problem(detail: ErrorDetails, model: type[Record], node: MapNode) -> Diagnostic:
    path = tuple(step for step in detail["loc"])
    kind, last = detail["type"], path[-1] if path else ""
    owner = _owner(node)
    if kind == "extra_forbidden":
        told = unknown_key(path, model, detail.get("input"), node.entries)
        return Diagnostic("unknown-key", key_place(node, path), *told)
    error = detail.get("ctx", {}).get("error")
    if isinstance(error, Mistake) and error.lacks:
        kind, path, last = "missing", (*path, error.lacks), error.lacks
    if kind == "missing":
        return _missing(path, node)
    message, hint = _told(detail, path)
    code = next((code for words, code in _BY_WORDS if words in message), _CODES.get(str(last), "bad-value"))
    place = place_of(node, (*path, error.key) if isinstance(error, Mistake) and error.key else path)
    return Diagnostic(code, place, message if path == ("id",) else f"{owner}: {message}", hint)


def _missing(path: tuple[int | str, ...], node: MapNode) -> Diagnostic:
    """`missing-key`, at the record; at the key itself where nothing stands behind it."""
    last = str(path[-1])
    empty = len(path) == 1 and last in node.entries
    where = f"in {_owner(node)}" if len(path) == 1 else "here"
    place = key_place(node, path) if empty else place_of(node, path[:-1])
    headline = f"`{last}` is {'empty' if empty else 'missing'} {where}"
    return Diagnostic("missing-key", place, headline, missing_key(last))


def _owner(node: MapNode) -> str:
    found = node.entries.get("id", (None, None))[1]
    name = " ".join(found.text.split()) if isinstance(found, TextNode) else ""
    return (name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…") or "this entry"


def _told(detail: ErrorDetails, path: tuple[int | str, ...]) -> tuple[str, str]:
    """Headline and hint for a value, from the field's own type where that is ours."""
    name, given, kind = str(path[-1] if path else ""), detail.get("input"), detail["type"]
    error = detail.get("ctx", {}).get("error")
    if wrapped := _wrapped(name, given):
        return wrapped
    if isinstance(error, Mistake):
        return error.headline, error.hint or _HINTS.get(name, "")
    if kind in ("literal_error", "enum"):
        known = re.findall(r"'([^']+)'", str(detail.get("ctx", {}).get("expected", "")))
        return f"`{given}` is not a {name}", one_of(str(given), known)
    if kind == "tuple_type":
        return f"`{name}` needs a dash before each of its entries", list_of(
            name, is_text=isinstance(given, str)
        )
    if kind == "too_short" and given:
        return f"`{name}` has only one entry, where two are needed", "add the other one"
    shapes = (found for kinds, *found in _SHAPES if kind in kinds)
    message, hint = next(shapes, (detail["msg"], ""))
    return message.format(name=name), hint


def _wrapped(name: str, given: object) -> tuple[str, str] | None:
    """Headline and hint for a value with the wrong marks around it: curly ones, or braces alone."""
    if isinstance(given, str) and (bare := without_curly(given)) != given:
        return f"`{given}` stands between curly quotation marks", f"write `{name}: {bare}`"
    if isinstance(given, dict) and (braces := in_braces(given)):
        headline = f"`{name}` begins with a brace and has no quotation marks around it"
        return headline, f"write `{name}: {quoted(braces)}`"
    return None
