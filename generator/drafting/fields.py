"""What can be answered for a record: its fields with their meaning, and the ids or words that fit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from generator.layout.order import inner, ordered
from generator.model.base_fact import BaseFact
from generator.model.fact import Argument, Derived, Quotation
from generator.model.mistake import Mistake
from generator.model.pointers import Evidence
from generator.model.record import Record

SHELVES: Mapping[str, str] = {
    "entity": "entity", "entities": "entity", "speaker": "entity", "holder": "entity", "claimed_by": "entity", "voice": "entity",
    "metric": "metric", "property": "metric", "question": "question", "source": "source", "relays": "source",
    "rests_on": "fact", "inputs": "fact", "supersedes": "fact",
}  # fmt: skip
"""The kind of record whose id a field takes."""
PROOF = ("source", "quote", "locator", "prefix", "suffix", "figure", "reviewed", "stance")
"""The fields of a piece of evidence, which stand below `evidence` in a fact."""
_NOT_ASKED = (
    "id",
    "prefix",
    "suffix",
    "figure",
    "reviewed",
    "stance",
    "supersedes",
    "wording",
    "voice",
    "relays",
    "pronoun",
    "fiscal_year_ends",
)
"""What few records need, or what is proposed at the end; options and a second thought reach them all."""

_ONE_DAY = re.compile(r"write \d{4}-\d\d-\d\d$")


@dataclass(frozen=True, slots=True)
class Field:
    """One answer: `shelf` names the records whose ids it takes, `words` are the only ones that fit."""

    name: str
    model: type[Record]
    required: bool
    many: bool
    shelf: str
    words: tuple[str, ...]
    told: str
    example: str
    default: str
    """The word that holds where none is written."""

    def trouble(self, text: str, context: Mapping[str, object]) -> str:
        """Why it cannot take `text`, with what to do about it; empty where it can."""
        try:
            self.model.model_validate({self.name: text}, context=dict(context))
        except ValidationError as error:
            own = [detail for detail in error.errors() if detail["loc"][:1] == (self.name,)]
            for detail in own:
                found = detail.get("ctx", {}).get("error")
                told = str(found) if isinstance(found, Mistake) else detail["msg"].lower()
                return _day(text) if self.name == "period" and _ONE_DAY.search(told) else told
        return ""


def fields(model: type[Record]) -> tuple[Field, ...]:
    """The fields of a record that hold texts, in the order of its keys; a fact's kind is known before."""
    names = [name for name in ordered(tuple(model.model_fields), model) if inner(model, name) is None]
    kind = ("kind",) if issubclass(model, BaseFact) else ()
    return tuple(_field(name, model) for name in names if name not in kind)


def every(model: type[Record]) -> tuple[Field, ...]:
    """Those fields, and for a fact those of its evidence."""
    return (*fields(model), *(fields(Evidence) if issubclass(model, BaseFact) else ()))


def asked(model: type[Record]) -> tuple[Field, ...]:
    """The fields people are asked for: whom a fact is about, what proves it, then what is said of it."""
    own = [field for field in fields(model) if field.name not in _NOT_ASKED]
    if not issubclass(model, BaseFact):
        return tuple(own)
    about = [field for field in own if field.shelf and field.name not in BaseFact.model_fields]
    rest = [field for field in own if field not in about]
    if issubclass(model, Derived):
        rest = [field for field in rest if field.name != "date"]
    shared = tuple(BaseFact.model_fields)
    rest.sort(key=lambda field: (field.name in shared, field.name == "statement"))
    return (*about, *_proof(model), *rest)


def _proof(model: type[Record]) -> tuple[Field, ...]:
    """What is asked of the evidence: nothing where other facts are it, only the source where the words are the quote."""
    if issubclass(model, Argument | Derived):
        return ()
    left_out = (*_NOT_ASKED, "quote", "locator") if issubclass(model, Quotation) else _NOT_ASKED
    return tuple(field for field in fields(Evidence) if field.name not in left_out)


def _field(name: str, model: type[Record]) -> Field:
    info = model.model_fields[name]
    many = get_origin(info.annotation) is tuple
    fewest = max((getattr(each, "min_length", 0) for each in info.metadata), default=0) if many else 0
    example = next(iter(info.examples or ()), "")
    return Field(
        name,
        model,
        required=info.is_required() or fewest > 0,
        many=many,
        shelf=SHELVES.get(name, ""),
        words=_words(info),
        told=info.description or "",
        example=", ".join(example) if isinstance(example, list) else str(example),
        default=str(info.default.value) if isinstance(info.default, StrEnum) else "",
    )


def _day(text: str) -> str:
    """What to say of a day where the time is asked for that a number covers."""
    return f"{text} is one day, and `date` is asked for next; a period is written 2025, 2025-01 or 2025-Q1"


def _words(info: FieldInfo) -> tuple[str, ...]:
    """The closed list that a field takes one word of."""
    kind = info.annotation
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return tuple(str(word.value) for word in kind)
    found = get_args(kind)
    return (
        tuple(str(word) for word in found) if found and all(isinstance(word, str) for word in found) else ()
    )
