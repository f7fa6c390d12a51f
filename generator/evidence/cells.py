"""The figures of a table row: each cell by itself, with the unit and the scale that the head of its column gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.language.numbers import magnitude
from generator.language.text.block import Cell
from generator.quantities import Found, Reading, Unit, quantities_in
from generator.quantities.declaring import unit_of

_WORD = re.compile(r"[^\s(),:;|/]+")


def figures_of_cells(text: str, start: int, cells: Sequence[Cell], reading: Reading) -> Iterator[Found]:
    """Every figure of a row that begins at the offset `start` of its source, as offsets into `text`."""
    for cell in cells:
        first, last = cell.start - start, cell.end - start
        unit, scale = _said_above(cell.header, reading)
        for found in quantities_in(text[first:last], replace(reading, bare=True, scale=scale)):
            number = (found.number[0] + first, found.number[1] + first)
            moved = replace(found, start=found.start + first, end=found.end + first, number=number)
            plain = text[moved.end - 1 : moved.end].isdigit()
            yield _measured(moved, unit if plain else None)


def _measured(found: Found, unit: Unit | None) -> Found:
    """A number of a cell in the unit of its column."""
    quantity = found.quantity
    if quantity.unit or unit is None:
        return found
    low, high = quantity.low * unit.scale, quantity.high * unit.scale
    return replace(found, quantity=replace(quantity, low=low, high=high, unit=unit.base, form=unit))


def _said_above(header: str, reading: Reading) -> tuple[Unit | None, Decimal]:
    """The unit and the scale in the head of a column; the unit only where it is the metric's own kind."""
    words = [found[0].strip("’'.") for found in _WORD.finditer(header)]
    scales = [scale for word in words if (scale := _scale(word)) is not None]
    wanted = reading.unit
    units = [unit for word in words if (unit := unit_of(word)) is not None] if wanted else []
    same = [unit for unit in units if wanted is not None and unit.base == wanted.base]
    return (same[0] if same else None), (scales[0] if scales else Decimal(1))


def _scale(word: str) -> Decimal | None:
    """What a word such as `millions` multiplies by."""
    found = magnitude(f" {word}", 0)
    return found[0] if found is not None and found[1] == len(word) + 1 else None
