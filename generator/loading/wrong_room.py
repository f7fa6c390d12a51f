"""Entries and files that stand where another kind of record belongs."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.model.entity import Entity, Metric, Question
from generator.model.record import Record
from generator.model.source import Source
from generator.reading.yaml_nodes import MapNode

_HOMES: tuple[tuple[type[Record], str, str], ...] = (
    (Source, "a source", "seeds/sources"),
    (Entity, "an entity", "seeds/entities.yml"),
    (Metric, "a metric", "seeds/metrics.yml"),
    (Question, "a question", "seeds/questions.yml"),
)
_LEAST = 2
"""Keys besides the id by which a record is known for what it is."""


def among_facts(path: str, node: MapNode) -> tuple[str, str] | None:
    """Headline and hint for an entry below seeds/facts/ that is no fact; None where it may be one."""
    keys = set(node.entries) - {"id"}
    for model, name, home in _HOMES:
        if len(keys) >= min(_LEAST, len(model.model_fields) - 1) and keys <= set(model.model_fields):
            where = home if home.endswith(".yml") else f"{home}/{'/'.join(PurePosixPath(path).parts[2:])}"
            return f"{name} stands among the facts", f"move it to {where}"
    return None


def home_of(path: str) -> str:
    """The hint for a seed file that no rule knows, by what its name begins with."""
    name = PurePosixPath(path).parts[1].removesuffix(".yml")
    for _, _, home in _HOMES:
        single = PurePosixPath(home).stem
        if home.endswith(".yml") and name.startswith((single, single.removesuffix("s"), single[:-3] + "y")):
            return f"write its entries at the end of {home}"
    return "facts go below seeds/facts/, sources below seeds/sources/, assessments below seeds/assessments/"
