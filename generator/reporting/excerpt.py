"""The source lines of a place with carets under its span, cut to the width of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.diagnostics import Place
from generator.reporting.visible import cells

WIDEST = 110
MOST_LINES = 3
GUTTER = 5
_AROUND = 4 * WIDEST


def excerpt(lines: Sequence[str], place: Place) -> Iterator[tuple[str, str]]:
    """Pairs of gutter and text: each line of the span, then its carets; nothing for a line past the end."""
    end_line, end_column = end_of(place)
    last = min(max(end_line if end_column > 1 else end_line - 1, place.line), len(lines))
    shown = min(last, place.line + MOST_LINES - 1)
    gutter = max(GUTTER, len(str(shown)))
    for number in range(max(place.line, 1), shown + 1):
        text = lines[number - 1]
        start = place.column - 1 if number == place.line else len(text) - len(text.lstrip())
        end = end_column - 1 if number == end_line else len(text)
        source, carets = marked(text, start, end, WIDEST - gutter - 3)
        yield f"{number:>{gutter}} |", source
        if carets and (number == place.line or text.strip()):
            yield f"{'':>{gutter}} |", carets
    if place.line <= shown < last:
        yield f"{'':>{gutter}} |", "…"


def end_of(place: Place) -> tuple[int, int]:
    """The exclusive end of a place, line and column; its start where only a start is given."""
    return max((place.end_line, place.end_column), (place.line, place.column))


def marked(line: str, start: int, end: int, room: int) -> tuple[str, str]:
    """One line and its carets, both within `room` columns; `start` and `end` count characters from 0."""
    start = min(max(start, 0), len(line))
    end = min(max(end, start), len(line))
    skipped = max(0, start - _AROUND)
    near = cells(line[skipped : start + _AROUND])
    widths = [width for _, width in near]
    start, end = start - skipped, min(end - skipped, len(near))
    left, right = 0, len(near)
    if skipped or skipped + len(near) < len(line) or sum(widths) > room:
        left, right = _window(widths, start, end, room - 2)
    before = "…" if skipped or left else ""
    after = "…" if skipped + right < len(line) else ""
    indent = len(before) + sum(widths[left:start])
    carets = max(1, sum(widths[start : min(end, right)]))
    return before + "".join(text for text, _ in near[left:right]) + after, " " * indent + "^" * carets


def _window(widths: Sequence[int], start: int, end: int, room: int) -> tuple[int, int]:
    """The stretch of at most `room` columns with the span, or its start, and as much around it as fits."""
    left = right = start
    used = 0
    while right < end and used + widths[right] <= room:
        used, right = used + widths[right], right + 1
    grows = True
    while grows:
        grows = False
        if right < len(widths) and used + widths[right] <= room:
            used, right, grows = used + widths[right], right + 1, True
        if left > 0 and used + widths[left - 1] <= room:
            used, left, grows = used + widths[left - 1], left - 1, True
    return left, right
