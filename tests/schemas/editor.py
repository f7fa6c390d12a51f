"""YAML as editors read it: plain scalars become what the core schema of YAML 1.2 says (section 10.3.2)."""

from __future__ import annotations

import re

import yaml


class _Core(yaml.SafeLoader):
    """The safe loader with the tags of the core schema alone."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - the library's own form


_Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:null|Null|NULL|~|)\Z"), None)
_Core.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"), None
)
_Core.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\Z"), None
)
_Core.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z"),
    None,
)  # fmt: skip


def _whole(loader: _Core, node: yaml.ScalarNode) -> int:
    text = str(loader.construct_scalar(node))
    return int(text, 0) if text.startswith(("0o", "0x")) else int(text)


def _decimal(loader: _Core, node: yaml.ScalarNode) -> float:
    return float(re.sub(r"\.(?=[a-zA-Z])", "", str(loader.construct_scalar(node))))


_Core.add_constructor("tag:yaml.org,2002:int", _whole)
_Core.add_constructor("tag:yaml.org,2002:float", _decimal)


def as_an_editor_reads(text: str) -> object:
    """The only document of `text`."""
    return yaml.load(text, Loader=_Core)  # noqa: S506 - built on the safe loader
