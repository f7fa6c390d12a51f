"""Every cue finds its own examples, and leaves alone what only looks like them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.evidence.naming import names_of
from generator.evidence.passage import Passage, Setting, read_passage
from generator.evidence.reach import meanings
from generator.evidence.rules.taken_back import takes_back
from generator.language.cues import cue_entries
from generator.language.lexicon import texts

NOBODY = Setting(names_of([]))


def examples(key: str) -> Iterator[tuple[str, str]]:
    for entry in cue_entries():
        yield from ((str(entry["means"]), example) for example in texts(entry, key))


def said(passage: Passage) -> set[str]:
    of_figures = {means for figure in passage.figures for means in meanings(passage, figure)}
    of_all = {seen.cue.means for seen in passage.cues if seen.cue.means == "over"}
    return of_figures | of_all | ({"taken back"} if takes_back(passage) else set())


@pytest.mark.parametrize(("means", "example"), [*examples("yes")])
def test_a_cue_says_so(means: str, example: str) -> None:
    assert means in said(read_passage(example, 0, NOBODY))


@pytest.mark.parametrize(("means", "example"), [*examples("no")])
def test_what_looks_like_a_cue_is_none(means: str, example: str) -> None:
    assert means not in said(read_passage(example, 0, NOBODY))


def test_every_cue_has_both_kinds_of_example() -> None:
    assert [
        entry["phrases"] for entry in cue_entries() if not (texts(entry, "yes") and texts(entry, "no"))
    ] == []
