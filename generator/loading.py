"""Nodes to typed records: shapes are checked, every problem is mapped to the place of that very key or value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process

from generator.diagnostics import Diagnostic, Note, Place
from generator.model.assessment import Assessment
from generator.model.entity import Entity, Metric, Question
from generator.model.fact import KINDS, Fact
from generator.model.ledger import Ledger, Origin, family
from generator.model.record import Record
from generator.model.source import Source
from generator.reading.articles import Article
from generator.reading.seeds import Seeds
from generator.reading.yaml_nodes import (
    ListNode,
    MapNode,
    Node,
    TextNode,
    head_of,
    key_place,
    place_of,
    plain,
)

R = TypeVar("R", bound=Record)
SINGLE_FILES: Mapping[str, type[Record]] = {
    "seeds/entities.yml": Entity,
    "seeds/metrics.yml": Metric,
    "seeds/questions.yml": Question,
}
LISTED_ID = re.compile(r"^\s*-?\s*id:\s*([a-z0-9-]+)\s*$", re.MULTILINE)


@dataclass(slots=True)
class _Shelf:
    """Records and problems as they come in; lives for one loading."""

    records: dict[tuple[str, str], Record] = field(default_factory=dict)
    origins: dict[tuple[str, str], Origin] = field(default_factory=dict)
    assessments: dict[str, list[Assessment]] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)
    problems: list[Diagnostic] = field(default_factory=list)

    def of(self, kind: type[R]) -> dict[str, R]:
        name = kind.__name__.lower()
        return {key[1]: record for key, record in self.records.items() if key[0] == name and isinstance(record, kind)}


def load(seeds: Seeds) -> tuple[Ledger, tuple[Diagnostic, ...]]:
    """The ledger of everything that has a right shape, and a diagnostic for everything that has not."""
    shelf = _Shelf()
    for text in seeds.broken.values():
        shelf.left_out.update(LISTED_ID.findall(text))
    for path, root in sorted(seeds.roots.items(), key=lambda item: (item[0] not in SINGLE_FILES, item[0])):
        for node in _entries(path, root, shelf):
            _shelve(path, node, shelf)
    for path, (article, front) in seeds.articles.items():
        _shelve_article(path, article, front, shelf)
    facts = {key[1]: record for key, record in shelf.records.items() if key[0] == "fact"}
    ledger = Ledger(
        facts={name: fact for name, fact in facts.items() if isinstance(fact, get_args(Fact))},  # type: ignore[misc]
        sources=shelf.of(Source),
        entities=shelf.of(Entity),
        metrics=shelf.of(Metric),
        questions=shelf.of(Question),
        assessments={name: tuple(items) for name, items in shelf.assessments.items()},
        articles=shelf.articles,
        origins=shelf.origins,
        left_out=frozenset(shelf.left_out - set(facts)),
    )
    return ledger, tuple(shelf.problems)


def _entries(path: str, root: Node, shelf: _Shelf) -> Iterator[MapNode]:
    """The mappings of a file's top-level list."""
    if not isinstance(root, ListNode):
        shelf.problems.append(
            Diagnostic("not-a-list", head_of(root), f"{path} is not a list", "begin every entry with `- id: …`")
        )
        return
    for item in root.items:
        if isinstance(item, MapNode):
            yield item
        else:
            shelf.problems.append(
                Diagnostic("not-an-entry", head_of(item), "this entry has no keys", "begin it with `- id: …`")
            )


def _shelve(path: str, node: MapNode, shelf: _Shelf) -> None:
    place = PurePosixPath(path)
    room = place.parts[1] if len(place.parts) > 2 else ""
    if path in SINGLE_FILES:
        _keep(_record(SINGLE_FILES[path], node, shelf), node, "", shelf)
    elif room == "facts":
        topic = place.parts[2].removesuffix(".yml")
        model = _kind(node, shelf)
        if model is not None:
            _keep(_record(model, node, shelf, _context(node, shelf)), node, topic, shelf)
    elif room == "sources":
        _keep(_record(Source, node, shelf), node, place.stem, shelf)
    elif room == "assessments":
        _keep_assessment(place.stem, node, shelf)
    else:
        shelf.problems.append(Diagnostic("unknown-file", head_of(node), f"no rule says what {path} holds"))


def _shelve_article(path: str, article: Article, front: Node, shelf: _Shelf) -> None:
    if not isinstance(front, MapNode):
        shelf.problems.append(Diagnostic("not-an-entry", head_of(front), "the front matter has no keys"))
        return
    source = _record(Source, front, shelf)
    if source is None:
        return
    if source.id != PurePosixPath(path).stem:
        headline = f"the article's id is {source.id}, its file is {PurePosixPath(path).name}"
        shelf.problems.append(
            Diagnostic("article-name", place_of(front, ("id",)), headline, f"name the file {source.id}.md")
        )
    _keep(source, front, "", shelf)
    shelf.articles[source.id] = article


def _keep(record: Record | None, node: MapNode, topic: str, shelf: _Shelf) -> None:
    if record is None:
        name = node.entries.get("id")
        if name is not None and isinstance(name[1], TextNode):
            shelf.left_out.add(name[1].text)
        return
    key = (family(record), str(getattr(record, "id", "")))
    if key in shelf.records:
        earlier = Note("first written here", place_of(shelf.origins[key].node, ("id",)))
        shelf.problems.append(
            Diagnostic(
                "id-taken", place_of(node, ("id",)), f"the {key[0]} id {key[1]} is already taken", "choose another id",
                (earlier,),
            )
        )  # fmt: skip
        return
    shelf.records[key] = record
    shelf.origins[key] = Origin(node, topic)


def _keep_assessment(source: str, node: MapNode, shelf: _Shelf) -> None:
    record = _record(Assessment, node, shelf)
    if record is None:
        return
    before = len(shelf.problems)
    _keep(record, node, source, shelf)
    if len(shelf.problems) == before:
        shelf.assessments.setdefault(source, []).append(record)


def _kind(node: MapNode, shelf: _Shelf) -> type[Record] | None:
    place, found = node.entries.get("kind", (head_of(node), None))
    kind = found.text if isinstance(found, TextNode) else ""
    if kind in KINDS:
        return KINDS[kind]
    known = ", ".join(KINDS)
    headline = f"`{kind}` is not a kind of fact" if kind else "the fact says no `kind`"
    where = head_of(found) if found is not None else place
    shelf.problems.append(Diagnostic("unknown-kind", where, headline, f"write one of {known}"))
    _keep(None, node, "", shelf)
    return None


def _context(node: MapNode, shelf: _Shelf) -> dict[str, Any]:
    """What a fact's fields need to know of other records: when its entity's fiscal year ends."""
    found = node.entries.get("entity", (None, None))[1]
    entity = shelf.records.get(("entity", found.text)) if isinstance(found, TextNode) else None
    return {"fiscal_year_ends": entity.fiscal_year_ends if isinstance(entity, Entity) else None}


def _record(model: type[R], node: MapNode, shelf: _Shelf, context: dict[str, Any] | None = None) -> R | None:
    try:
        return model.model_validate(plain(node), context=context)
    except ValidationError as error:
        shelf.problems.extend(_problem(detail, model, node) for detail in error.errors())
        return None


def _problem(detail: ErrorDetails, model: type[Record], node: MapNode) -> Diagnostic:
    path = tuple(step for step in detail["loc"])
    kind, last = detail["type"], path[-1] if path else ""
    owner = _owner(node)
    if kind == "extra_forbidden":
        return Diagnostic(
            "unknown-key", key_place(node, path), f"`{last}` is not a key {_of(path, model)}", _near_key(path, model)
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
        code = {"date": "bad-date", "issued": "bad-date", "accessed": "bad-date", "period": "bad-date", "url": "bad-url",
                "value": "bad-value"}.get(str(last), "bad-value")  # fmt: skip
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
        inner = [m for m in _inner_models(model, str(next(s for s in path if isinstance(s, str))))]
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
        return "a list is expected here" if detail["type"] == "tuple_type" else "keys are expected here, not a text"
    if detail["type"] in ("string_too_short", "too_short"):
        return f"`{detail['loc'][-1]}` is empty"
    return message


def _advice(code: str, field_name: str) -> str:
    return {
        "bad-id": "use lower-case letters, digits and single hyphens, at most 80 characters",
        "bad-date": "write a date such as 2025, 2025-01, 2025-01-29 or 2025-01-29/2025-02-02",
        "bad-url": "give the whole address, beginning with https://",
    }.get(code, "write for example `$60 billion to $65 billion` or `17%`" if field_name == "value" else "")


def place_in(node: MapNode) -> Place:
    """The whole span of an entry, for telling which entry a place lies in."""
    return node.place
