"""The words of a passage that say of what time its figure is, where it tells several figures and times."""

from __future__ import annotations

import re

from generator.evidence.agreement import agreement
from generator.evidence.dating import dates_in
from generator.model.dates import EdtfDate
from generator.quantities import Quantity, quantities_in

_STOP = re.compile(r"[,;:()]|\s(?:and|but|while|from|than|versus|vs)\s")
_FEW = re.compile(r"(?:\s[\w’'-]+){1,7}")
_PART = re.compile(r"(?<=;)\s")


def own_time(passage: str, value: Quantity, issued: EdtfDate | None) -> tuple[str, bool]:
    """The part of `passage` whose times are the figure's, and whether they stand right behind it."""
    found = quantities_in(passage)
    telling = [each for each in found if agreement(value, [each.quantity]).agrees]
    if len(telling) != 1:
        return passage, False
    behind = _FEW.match(passage, telling[0].end)
    words = _STOP.split(behind[0])[0] if behind else ""
    if dates_in(words, issued):
        before = max((each.end for each in found if each.end <= telling[0].start), default=0)
        lead = _STOP.split(passage[before : telling[0].start])[-1]
        return f"{lead} {words}", not dates_in(lead, issued)
    edges = [0, *(each.end() for each in _PART.finditer(passage)), len(passage)]
    start = max(edge for edge in edges if edge <= telling[0].start)
    part = passage[start : min(edge for edge in edges if edge >= telling[0].end)]
    return (part if dates_in(part, issued) else passage), False
