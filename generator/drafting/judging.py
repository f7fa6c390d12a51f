"""A draft compiled in memory together with the whole project: what is wrong with it, and how it would stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator import pipeline
from generator.diagnostics import Diagnostic
from generator.model.ledger import Ledger
from generator.pipeline import Site
from generator.reading.yaml_nodes import ListNode, MapNode, read_yaml


@dataclass(frozen=True, slots=True)
class Judgement:
    """The problems that a draft brings with it, the texts they point into, and the ledger with it."""

    problems: tuple[Diagnostic, ...]
    texts: Mapping[str, str]
    ledger: Ledger

    @property
    def stands(self) -> bool:
        """Whether it may be written."""
        return not any(problem.is_error for problem in self.problems)


def compiled(files: Mapping[str, bytes]) -> Site:
    """The project without its pictures, which no answer changes."""
    return pipeline.compile(files, draw=lambda _: "<svg></svg>", audit=lambda _: ())


def judge(files: Mapping[str, bytes], before: Site, path: str, text: str) -> Judgement:
    """What `text` at `path` adds to the problems that the project had `before`; that no page shows it yet is none."""
    site = compiled({**files, path: text.encode()})
    known = {(problem.code, problem.place, problem.headline) for problem in before.diagnostics}
    new = tuple(
        problem
        for problem in site.diagnostics
        if problem.code != "unused-fact" and (problem.code, problem.place, problem.headline) not in known
    )
    return Judgement(new, site.texts, site.ledger)


def answer_at(text: str, path: str, problem: Diagnostic) -> str:
    """The key of the last entry of `text` that a problem lies in, the innermost first; empty where it lies elsewhere."""
    root, _ = read_yaml(path, text)
    if problem.place.path != path or not isinstance(root, ListNode) or not root.items:
        return ""
    found, node = "", root.items[-1]
    while isinstance(node, MapNode | ListNode):
        steps = node.entries.items() if isinstance(node, MapNode) else ()
        inside = [(key, value) for key, (place, value) in steps if place.line <= problem.place.line]
        if isinstance(node, ListNode):
            node = next(
                (each for each in reversed(node.items) if each.place.line <= problem.place.line),
                node.items[-1],
            )
            continue
        if not inside:
            return found
        found, node = inside[-1]
    return found
