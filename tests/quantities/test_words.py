"""Every line of cues beside a figure does what its examples say."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.language.lexicon import Entry, entries, texts
from generator.quantities import UNREADABLE, Found, quantities_in
from generator.quantities.cues import FILES, Cue, cues

LINES = [(name, entry) for name in FILES for entry in entries(name)]


def does(found: Sequence[Found], line: Cue) -> bool:
    """Whether a figure has what the line gives one."""
    for each in found:
        quantity = each.quantity
        if "another" in line.flags:
            said = quantity.unit == UNREADABLE
        elif line.bound:
            said = quantity.bound is line.bound and quantity.hedged is line.hedged
        elif line.turn:
            said = quantity.direction is line.turn
        else:
            said = quantity.hedged
        if said:
            return True
    return False


@pytest.mark.parametrize(("name", "entry"), LINES, ids=str)
def test_a_line_does_what_its_examples_say(name: str, entry: Entry) -> None:
    line = next(each for side in ("before", "after") for each in cues(entry, side))
    for text in texts(entry, "yes"):
        assert does(quantities_in(text), line), f"{name}: {text}"
    for text in texts(entry, "no"):
        assert not does(quantities_in(text), line), f"{name}: {text}"


def test_what_gives_something_has_examples() -> None:
    silent = {"filler", "stop", "determiner"}
    assert [entry for _, entry in LINES if not silent & entry.keys() and not texts(entry, "yes")] == []
