"""Words beside the figure of a fact that make another figure of it; a difference may be said with its comparison."""

from __future__ import annotations

import re

from generator.model.fact import Derived, Fact, Operation
from generator.quantities import Quantity, changed_beside

ALONE = "…"
"""What stands for the figure; where no word stands beside it, only its own unit was not known."""
_COMPARED = r"(?:more|less|fewer|higher|lower|longer|further|cheaper)\b"
_AFTER = re.compile(rf"\s{_COMPARED}")
_BEFORE = re.compile(rf"\b{_COMPARED}(?=\sby\s\Z)")


def changing(fact: Fact, quantity: Quantity, before: str, after: str) -> str:
    """The words that change `quantity`, the value of `fact`, between `before` and `after`; empty where none does."""
    if isinstance(fact, Derived) and fact.operation is Operation.DIFFERENCE:
        before, after = (
            _BEFORE.sub("", before),
            _AFTER.sub("", after, count=1) if _AFTER.match(after) else after,
        )
    words = changed_beside(before, quantity, after)
    return "" if words == ALONE else words
