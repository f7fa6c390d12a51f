"""The history of the facts: what each revision changed, the newest first; from Git, never typed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from generator.changes.compare import compare
from generator.loading import load
from generator.model.change import Dated
from generator.reading.seeds import Seeds, decode, read_seeds
from generator.reading.yaml_nodes import ListNode, Node, plain

FACTS = "seeds/facts/"


@dataclass(frozen=True, slots=True)
class Revision:
    """What one revision did: its name (a commit's SHA), its day, the files below `seeds/` that it touched, before and after.

    Entities and metrics stand on both sides even where they did not change, since facts are read with them.
    """

    name: str
    day: date
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]


def history(earlier: Sequence[Revision]) -> tuple[Dated, ...]:
    """What every revision changed, the newest first; revisions that changed no meaning are left out.

    Checks are not run on what was: a rule that is new would make a fact of old look as if it had gone.
    """
    reads = cache(_read)
    told = []
    for each in reversed(earlier):
        before, after = _differing(*(_side(each, reads) for each in (each.before, each.after)))
        told.append(Dated(each.name, each.day, compare(load(before)[0], load(after)[0])))
    return tuple(each for each in told if each.changes)


def _side(files: Mapping[str, bytes], reads: Callable[[str, bytes], Seeds]) -> Seeds:
    """The seeds of one side, each file read once however many revisions hold it."""
    read = [reads(path, content) for path, content in sorted(files.items())]
    return Seeds(
        {path: root for each in read for path, root in each.roots.items()},
        {},
        {path: text for each in read for path, text in each.broken.items()},
        (),
    )


def _read(path: str, content: bytes) -> Seeds:
    text, problems = decode(path, content)
    return Seeds({}, {}, {path: ""}, problems) if problems else read_seeds({path: text})


def _differing(before: Seeds, after: Seeds) -> tuple[Seeds, Seeds]:
    """Both sides without the facts that stand in them with the same words: most do, and need not be loaded."""
    same = _facts(before) & _facts(after)
    return _without(before, same), _without(after, same)


def _facts(seeds: Seeds) -> set[str]:
    return {
        _words(item)
        for path, root in seeds.roots.items()
        if path.startswith(FACTS) and isinstance(root, ListNode)
        for item in root.items
    }


def _without(seeds: Seeds, same: AbstractSet[str]) -> Seeds:
    roots = {
        path: replace(root, items=tuple(item for item in root.items if _words(item) not in same))
        if path.startswith(FACTS) and isinstance(root, ListNode)
        else root
        for path, root in seeds.roots.items()
    }
    return replace(seeds, roots=roots)


def _words(node: Node) -> str:
    return json.dumps(plain(node), sort_keys=True)
