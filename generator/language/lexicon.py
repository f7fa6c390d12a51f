"""The words of a language, read from the YAML files of its folder; each file is read once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import yaml

LANGUAGE = "en"
"""The folder whose words are read; another language is another folder with files of the same names."""

Entry = Mapping[str, object]
_BOOLEAN = "tag:yaml.org,2002:bool"
_Safe: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Words: type[yaml.SafeLoader] = type("_Words", (_Safe,), {})
"""Reads `yes`, `no`, `on` and `off` as the words that they are; only `true` and `false` are anything else."""
_Words.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != _BOOLEAN]
    for first, resolvers in _Safe.yaml_implicit_resolvers.items()
}
_Words.add_implicit_resolver(_BOOLEAN, re.compile(r"(?:true|false)\Z"), list("tf"))


@cache
def entries(name: str, language: str = LANGUAGE) -> tuple[Entry, ...]:
    """The records of `language`'s file `name` (a YAML list of mappings), in their order; FileNotFoundError without the file."""
    text = files(__package__).joinpath(language, f"{name}.yml").read_text(encoding="utf-8")
    found = yaml.load(text, Loader=_Words)  # noqa: S506  # a safe loader; the C one is five times faster
    if not isinstance(found, list):
        raise TypeError(f"{language}/{name}.yml holds no list")
    return tuple(found)


def texts(entry: Entry, key: str) -> tuple[str, ...]:
    """The strings below `key`: one or a list of them; empty without the key."""
    value = entry.get(key, ())
    if isinstance(value, str):
        return (value,)
    return tuple(str(each) for each in value) if isinstance(value, Sequence) else ()


@cache
def by_kind(name: str) -> Mapping[str, frozenset[str]]:
    """The words of a file whose records have a `kind` and `words`, by that kind."""
    return {str(entry["kind"]): frozenset(texts(entry, "words")) for entry in entries(name)}


def spelled_out(pattern: str) -> tuple[str, ...]:
    """Every phrase that braces in `pattern` stand for: `plan{,s,ned} to` → `plan to`, `plans to`, `planned to`."""
    before, opened, rest = pattern.partition("{")
    if not opened:
        return (" ".join(pattern.split()),)
    inside, _, after = rest.partition("}")
    return tuple(each for choice in inside.split(",") for each in spelled_out(f"{before}{choice}{after}"))
