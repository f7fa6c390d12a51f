"""How the rules do on articles that their authors did not read, as it was last measured; a test measures it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from importlib.resources import files
from typing import cast

import yaml

FILE = "measured.yml"


@dataclass(frozen=True, slots=True)
class Measured:
    """One half of the measure: honest facts taken at once, honest facts that no answer lets in, and wrong ones caught."""

    half: str
    articles: int
    honest: int
    taken: int
    locked_out: int
    wrong: int
    caught: int


def measured() -> tuple[Measured, ...]:
    """Both halves: the one that was looked at while the rules were made, and the one put aside."""
    text = files(__package__).joinpath(FILE).read_text(encoding="utf-8")
    entries = cast("list[Mapping[str, object]]", yaml.safe_load(text))
    names = [each.name for each in fields(Measured)]
    return tuple(Measured(**{name: entry[name] for name in names}) for entry in entries)  # type: ignore[arg-type]
