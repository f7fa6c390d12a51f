"""Records as they come in: each put on its shelf, or left out with a diagnostic."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import PurePosixPath
from typing import Any, TypeVar, get_args

from pydantic import ValidationError

from generator.diagnostics import Diagnostic, Note, Place
from generator.loading.fallen_out import fallen_out
from generator.loading.keys import missing_key, one_of
from generator.loading.misshapen import problems
from generator.loading.wrong_room import among_facts, home_of
from generator.model.assessment import Assessment
from generator.model.entity import Entity, Metric, Question
from generator.model.fact import KINDS, Fact
from generator.model.ledger import Ledger, Origin, family
from generator.model.record import ID, OVERVIEW, Record, as_id
from generator.model.source import Source
from generator.reading.articles import Article
from generator.reading.quoting import without_curly
from generator.reading.seeds import Seeds
from generator.reading.yaml_nodes import (
    ListNode,
    MapNode,
    Node,
    TextNode,
    head_of,
    place_of,
    plain,
)

R = TypeVar("R", bound=Record)
SINGLE_FILES: Mapping[str, type[Record]] = {
    "seeds/entities.yml": Entity,
    "seeds/metrics.yml": Metric,
    "seeds/questions.yml": Question,
}
PLURALS = {"entity": "entities"}
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
        return {
            key[1]: record
            for key, record in self.records.items()
            if key[0] == name and isinstance(record, kind)
        }


def load(seeds: Seeds) -> tuple[Ledger, tuple[Diagnostic, ...]]:
    """The ledger of everything that has a right shape, and a diagnostic for everything that has not."""
    shelf = _Shelf()
    for path, text in seeds.broken.items():
        shelf.left_out.update(LISTED_ID.findall(text), _named_by(path))
    for path, root in sorted(seeds.roots.items(), key=lambda item: (item[0] not in SINGLE_FILES, item[0])):
        for node in _entries(path, root, shelf):
            _shelve(path, node, shelf)
    for path, (article, front) in seeds.articles.items():
        _shelve_article(path, article, front, shelf)
    facts = {key[1]: record for key, record in shelf.records.items() if key[0] == "fact"}
    ledger = Ledger(
        facts={name: fact for name, fact in facts.items() if isinstance(fact, get_args(Fact))},
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


def _named_by(path: str) -> tuple[str, ...]:
    """The id of the source whose article a file is: its name; nothing for another file."""
    place = PurePosixPath(path)
    return (place.stem,) if place.parts[1:2] == ("articles",) else ()


def _entries(path: str, root: Node, shelf: _Shelf) -> Iterator[MapNode]:
    """The mappings of a file's top-level list."""
    parts = PurePosixPath(path).with_suffix("").parts[1:]
    if any(not ID.match(part) or part == OVERVIEW for part in parts):
        better = "/".join(("seeds", *(as_id(part) for part in parts))) + ".yml"
        hint = f"rename it to {better}, with lower-case letters, digits and single hyphens only"
        headline = f"{' '.join(path.split())} cannot be part of an address"
        shelf.problems.append(Diagnostic("file-name", Place(path), headline, hint))
        shelf.left_out.update(_id_of(item) for item in getattr(root, "items", ()))
        return
    if not isinstance(root, ListNode):
        shelf.problems.append(
            Diagnostic(
                "not-a-list",
                head_of(root),
                f"the entry in {path} does not begin with a dash",
                "write `- ` before its first key, and two spaces before each of the others",
            )
        )
        return
    apart = dict(fallen_out(root.items))
    shelf.problems += filter(None, apart.values())
    shelf.left_out.update(_id_of(root.items[index]) for index in apart)
    for index, item in enumerate(root.items):
        if index in apart:
            continue
        if isinstance(item, MapNode):
            yield item
        else:
            shelf.problems.append(
                Diagnostic("not-an-entry", head_of(item), "this entry has no keys", "begin it with `- id: …`")
            )


def _id_of(node: Node) -> str:
    """The id that an entry would have, empty where it has none."""
    found = node.entries.get("id", (None, None))[1] if isinstance(node, MapNode) else None
    return found.text if isinstance(found, TextNode) else ""


def _shelve(path: str, node: MapNode, shelf: _Shelf) -> None:
    place = PurePosixPath(path)
    room = place.parts[1] if len(place.parts) > 2 else ""
    if path in SINGLE_FILES:
        _keep(_record(SINGLE_FILES[path], node, shelf), node, "", shelf)
    elif room == "facts":
        topic = place.parts[2].removesuffix(".yml")
        model = _kind(path, node, shelf)
        if model is not None:
            _keep(_record(model, node, shelf, _context(node, shelf)), node, topic, shelf)
    elif room == "sources":
        _keep(_record(Source, node, shelf), node, place.stem, shelf)
    elif room == "assessments":
        _keep_assessment(place.stem, node, shelf)
    else:
        headline = f"no rule says what {path} holds"
        shelf.problems.append(Diagnostic("unknown-file", head_of(node), headline, home_of(path)))


def _shelve_article(path: str, article: Article, front: Node, shelf: _Shelf) -> None:
    if not isinstance(front, MapNode):
        shelf.problems.append(Diagnostic("not-an-entry", head_of(front), "the front matter has no keys"))
        shelf.left_out.update(_named_by(path))
        return
    source = _record(Source, front, shelf)
    if source is None:
        shelf.left_out.update((_id_of(front), *_named_by(path)))
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
        shelf.left_out.add(_id_of(node))
        return
    key = (family(record), str(getattr(record, "id", "")))
    if key in shelf.records:
        headline = f"two {PLURALS.get(key[0], f'{key[0]}s')} have the id {key[1]}"
        other = Note("the other one", place_of(shelf.origins[key].node, ("id",)))
        hint = f"give the new one another id, such as `{_free(key, shelf)}`"
        shelf.problems.append(Diagnostic("id-taken", place_of(node, ("id",)), headline, hint, (other,)))
        return
    shelf.records[key] = record
    shelf.origins[key] = Origin(node, topic)


def _free(key: tuple[str, str], shelf: _Shelf) -> str:
    """An id like the taken one that nothing has yet."""
    numbered = (f"{key[1]}-{number}" for number in count(2))
    return next(name for name in numbered if (key[0], name) not in shelf.records)


def _keep_assessment(source: str, node: MapNode, shelf: _Shelf) -> None:
    record = _record(Assessment, node, shelf)
    if record is None:
        return
    before = len(shelf.problems)
    _keep(record, node, source, shelf)
    if len(shelf.problems) == before:
        shelf.assessments.setdefault(source, []).append(record)


def _kind(path: str, node: MapNode, shelf: _Shelf) -> type[Record] | None:
    place, found = node.entries.get("kind", (head_of(node), None))
    kind = found.text if isinstance(found, TextNode) else ""
    if kind in KINDS:
        return KINDS[kind]
    headline = f"`{kind}` is not a kind of fact" if kind else "this fact has no `kind`"
    hint = one_of(without_curly(kind), tuple(KINDS)) if kind else missing_key("kind")
    where = head_of(found) if found is not None else place
    headline, hint = among_facts(path, node) or (headline, hint)
    shelf.problems.append(Diagnostic("unknown-kind", where, headline, hint))
    _keep(None, node, "", shelf)
    return None


def _context(node: MapNode, shelf: _Shelf) -> dict[str, Any]:
    """What a fact's fields need to know of other records: when its entity's fiscal year ends, and how its metric is read."""
    entity, metric = (_named(key, node, shelf) for key in ("entity", "metric"))
    return {
        "fiscal_year_ends": entity.fiscal_year_ends if isinstance(entity, Entity) else None,
        "reading": metric.reading if isinstance(metric, Metric) else None,
    }


def _named(key: str, node: MapNode, shelf: _Shelf) -> Record | None:
    """The record whose id is behind a key."""
    found = node.entries.get(key, (None, None))[1]
    return shelf.records.get((key, found.text)) if isinstance(found, TextNode) else None


def _record(model: type[R], node: MapNode, shelf: _Shelf, context: dict[str, Any] | None = None) -> R | None:
    try:
        return model.model_validate(plain(node), context=context)
    except ValidationError as error:
        shelf.problems.extend(problems(error.errors(), model, node))
        return None
