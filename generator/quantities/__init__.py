"""Quantities: read out of quotes and YAML by one grammar, compared elsewhere, written in one style."""

from generator.quantities.beside import changed_beside
from generator.quantities.grammar import quantities_in, read_quantity
from generator.quantities.quantity import UNREADABLE, Bound, Direction, Found, Quantity, Reading, Unit
from generator.quantities.writing import write_number, write_quantity

__all__ = (
    "UNREADABLE",
    "Bound",
    "Direction",
    "Found",
    "Quantity",
    "Reading",
    "Unit",
    "changed_beside",
    "quantities_in",
    "read_quantity",
    "write_number",
    "write_quantity",
)
