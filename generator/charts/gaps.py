"""Years and quarters a run of labels leaves out, so that a missing figure is shown as missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_YEAR = re.compile(r"(?P<fiscal>FY)?(?P<year>[0-9]{4})(?P<quarter>-Q[1-4])?\Z")
_SHOWN_ONE_BY_ONE = 3


def missing_after(labels: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """For each label the periods left out before the next one: `2019, 2021` gives `("2020",), ()`.

    A hole of more than three periods is named as one, `2001 to 2009`. Labels that are not years or quarters of
    one kind, such as dates or names, leave nothing out.
    """
    holes = [_between(*pair) for pair in pairwise(labels)]
    return (*holes, ()) if labels else ()


def _between(first: str, second: str) -> tuple[str, ...]:
    ends = _YEAR.match(first), _YEAR.match(second)
    if ends[0] is None or ends[1] is None:
        return ()
    kinds = [(end["fiscal"], end["quarter"] is None) for end in ends if end]
    if kinds[0] != kinds[1]:
        return ()
    begin, end = (_count(match) for match in ends if match)
    step = 1 if end > begin else -1
    absent = [_label(ends[0], count) for count in range(begin + step, end, step)]
    return tuple(absent) if len(absent) <= _SHOWN_ONE_BY_ONE else (f"{absent[0]} to {absent[-1]}",)


def _count(match: re.Match[str]) -> int:
    """Years, or quarters where the label has one, since the year 0."""
    if match["quarter"] is None:
        return int(match["year"])
    return int(match["year"]) * 4 + int(match["quarter"][-1]) - 1


def _label(match: re.Match[str], count: int) -> str:
    prefix = match["fiscal"] or ""
    if match["quarter"] is None:
        return f"{prefix}{count:04}"
    return f"{prefix}{count // 4:04}-Q{count % 4 + 1}"
