"""What to say of a key that a record does not know, of one that it lacks, and of a word that is none of its list."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import get_args

from rapidfuzz import fuzz, process

from generator.model.fact import KINDS
from generator.model.pointers import Evidence
from generator.model.record import Record
from generator.model.source import Source
from generator.reading.quoting import without_curly

NEAR = 70
"""How alike a misspelt word is to the word meant, in percent."""
_MISSING: Mapping[str, str] = {
    "id": "give it a name of its own, such as `id: company-revenue-2025`",
    "kind": f"add `kind: …`, one of {', '.join(KINDS)}",
    "entity": "add `entity: …` with an id from seeds/entities.yml",
    "metric": "add `metric: …` with an id from seeds/metrics.yml",
    "value": "add `value: …` with the number and its unit, as the source gives it",
    "date": "add `date: …`, the day it happened or was said, such as 2025-01-29",
    "statement": "add `statement: …`, one sentence in your own words",
    "source": "add `source: …` with the id of a source",
    "evidence": "write `- source: …` below `evidence:`, and `quote: …` under `source`",
    "accessed": "add `accessed: …`, the day you last opened the source, such as 2025-01-29",
    "url": "add `url: https://…`, the address where the source can be read, or `archive: …` where it has none",
    "tier": "add `tier: primary` for somebody’s own record, or `tier: secondary` for an account of it",
    "type": "add `type: webpage`, or what else it is",
    "publisher": "add `publisher: …`, who published it",
    "occasion": "add `occasion: …`, where it was said, such as `A talk with the Harbour Gazette`",
    "speaker": "add `speaker: …` with an id from seeds/entities.yml",
    "words": "add `words: …`, what was said, word for word",
    "holder": "add `holder: …` with the id of the one who argues so",
    "question": "add `question: …` with an id from seeds/questions.yml",
    "side": "add `side: …`, one of for, against, depends",
    "rests_on": "add `rests_on: [ … ]` with the ids of the facts it is built on",
    "inputs": "add `inputs: [ … ]` with the ids of the facts it is computed from",
    "property": "add `property: …` with the id of a metric that has terms",
    "because": "add `because: …` with the reason",
}
"""What to add, by key."""


_COUNTERPARTS: Mapping[str, Mapping[str, str]] = {
    "event": {"entity": "entities", "speaker": "entities", "holder": "entities", "period": "date"},
    "figure": {"speaker": "entity", "holder": "entity", "property": "metric"},
    "property": {"speaker": "entity", "holder": "entity", "metric": "property", "period": "date"},
    "quotation": {"entity": "speaker", "holder": "speaker", "period": "date"},
    "argument": {"entity": "holder", "speaker": "holder", "inputs": "rests_on", "period": "date"},
    "derived": {"property": "metric", "speaker": "entity", "holder": "entity", "rests_on": "inputs"},
    "source": {"date": "issued", "name": "title", "kind": "type", "entities": "author"},
    "entity": {"title": "name", "type": "kind"},
    "metric": {"title": "name", "statement": "definition"},
    "question": {"title": "text", "name": "text", "statement": "text"},
}
"""By record: the keys of other records, and what is written in their place in this one."""
_DEFINING = {
    "metric": "figure",
    "value": "figure",
    "words": "quotation",
    "side": "argument",
    "operation": "derived",
}
"""The kind of fact that is meant where such a key stands in another one."""
_LISTS = ("entities", "inputs", "rests_on", "author")


def list_of(name: str, *, is_text: bool) -> str:
    """The hint for a key whose entries should each begin with a dash; `is_text` where only words stand there."""
    keys = {"evidence": ("source", "quote"), "disagrees_with": ("fact", "because")}.get(name)
    if keys is None:
        return "begin each of its entries with a dash and a space"
    if is_text:
        return f"write `- {keys[0]}: …` and `{keys[1]}: …` on two lines below it"
    return f"begin its first line with a dash: `- {keys[0]}: …`"


def missing_key(name: str) -> str:
    """The hint for a key that a record must have and has not."""
    return _MISSING.get(name, f"add `{name}: …`")


def unknown_key(
    path: tuple[int | str, ...], model: type[Record], given: object, there: Collection[str]
) -> tuple[str, str]:
    """Headline and hint for a key that the record at `path` does not know; `there` are all keys that it has."""
    key, owner = str(path[-1]), _owner(path, model)
    if near := near_key(path, model):
        return f"`{key}` is not a key of {owner}", f"write `{near}`"
    if meant := counterpart(path, model):
        return _of_another(key, owner), _instead(meant, given, there)
    if len(path) == 1 and model in KINDS.values():
        if key in Evidence.model_fields:
            return f"`{key}` is a key of `evidence`, not of {owner}", _below(key, there)
        if kinds := _kinds_with(key):
            only = f"take it out; only {_article(kinds[0])} has it" if len(kinds) == 1 else "take it out"
            hint = f"write `kind: {_DEFINING[key]}`" if key in _DEFINING else only
            return _of_another(key, owner), hint
        if key in Source.model_fields:
            hint = "take it out; it belongs to the source’s own entry below seeds/sources/"
            return f"`{key}` is a key of a source, not of {owner}", hint
    return (
        f"`{key}` is not a key of {owner}",
        f"take it out, or choose one of {', '.join(_names(path, model))}",
    )


def _below(key: str, there: Collection[str]) -> str:
    """Where a key of `evidence` goes that stands among the fact's own."""
    if "evidence" in there:
        return "move it below `evidence`, to the `- source: …` it belongs to"
    if key == "source":
        return "write `evidence:` in its place, and below it `- source: …`"
    return "move it below `evidence:`, right under `source`"


def counterpart(path: tuple[int | str, ...], model: type[Record]) -> str:
    """The key of this record that says what `path` says in another one; empty where none does."""
    named = _COUNTERPARTS.get(model.__name__.lower(), {}) if len(path) == 1 else {}
    return named.get(str(path[-1]), "")


def _instead(meant: str, given: object, there: Collection[str]) -> str:
    """What to write in place of a key of another record, with the value given there."""
    text = given if isinstance(given, str) and meant != "date" else ""
    if meant in there:
        return (
            f"add {text or 'what it names'} to `{meant}`"
            if meant in _LISTS
            else f"take it out; `{meant}` says it"
        )
    if not text:
        return f"write `{meant}` in its place"
    return f"write `{meant}: [{text}]`" if meant in _LISTS else f"write `{meant}: {text}`"


def _of_another(key: str, owner: str) -> str:
    kinds = _alternatives([_article(kind) for kind in _kinds_with(key)])
    return f"`{key}` is a key of {kinds}, not of {owner}" if kinds else f"`{key}` is not a key of {owner}"


def _kinds_with(key: str) -> list[str]:
    """The kinds of fact that have a key."""
    return [kind for kind, model in KINDS.items() if key in model.model_fields]


def near_key(path: tuple[int | str, ...], model: type[Record]) -> str:
    """The key that was meant by a misspelt one; empty where none is near, or the key belongs to another kind."""
    key, names = without_curly(str(path[-1])).casefold(), _names(path, model)
    if key in names:
        return key
    if (
        len(path) == 1
        and model in KINDS.values()
        and any(key in other.model_fields for other in KINDS.values())
    ):
        return ""
    near = process.extractOne(key, names, scorer=fuzz.ratio, score_cutoff=NEAR)
    return near[0] if near else ""


def one_of(given: str, known: Sequence[str]) -> str:
    """The hint for a word out of a closed list: the near one, or all."""
    near = process.extractOne(given.casefold(), known, scorer=fuzz.ratio, score_cutoff=NEAR)
    begun = [word for word in known if any(part.startswith(given.casefold()) for part in word.split("-"))]
    meant = near[0] if near else begun[0] if len(begun) == 1 and given else ""
    return f"write `{meant}`" if meant else f"write one of {', '.join(known)}"


def _names(path: tuple[int | str, ...], model: type[Record]) -> list[str]:
    """The keys of the record at `path`."""
    found = list(model.model_fields)
    if len(path) > 1:
        parent = str(next(step for step in path if isinstance(step, str)))
        found = [name for inner in _inner_models(model, parent) for name in inner.model_fields] or found
    return found


def _owner(path: tuple[int | str, ...], model: type[Record]) -> str:
    parents = [str(step) for step in path[:-1] if isinstance(step, str)]
    return f"`{parents[-1]}`" if parents else _article(model.__name__.lower())


def _article(word: str) -> str:
    word = {"derived": "derived fact", "front": "page"}.get(word, word)
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


def _alternatives(words: Sequence[str]) -> str:
    *first, last = words or [""]
    return f"{', '.join(first)} or {last}" if first else last


def _inner_models(model: type[Record], name: str) -> Iterator[type[Record]]:
    """The record types inside a field's annotation."""
    waiting = [model.model_fields[name].annotation] if name in model.model_fields else []
    while waiting:
        found = waiting.pop()
        waiting.extend(get_args(found))
        if isinstance(found, type) and issubclass(found, Record):
            yield found
