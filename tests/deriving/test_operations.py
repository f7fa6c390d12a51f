"""The closed set of operations: intervals, bounds, hedges, units, and what is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.deriving.operations import OperationError, operate
from generator.model.fact import Operation
from generator.quantities import read_quantity, write_quantity


@pytest.mark.parametrize(
    ("operation", "inputs", "result"),
    [
        ("sum", "$19.84 billion, $31.08 billion", "$50.92 billion"),
        ("sum", "about $1 billion, $2 billion, $3 billion", "about $6 billion"),
        ("sum", "more than 5 ships, at least 6 ships", "more than 11 ships"),
        ("sum", "$60 million to $65 million, $1 million", "$61 million to $66 million"),
        ("difference", "$72 billion, $60 billion to $65 billion", "$7 billion to $12 billion"),
        ("difference", "$5 billion, $7 billion", "fell $2 billion"),
        ("difference", "17%, 12%", "5 percentage points"),
        ("difference", "under $9 billion, $4 billion", "under $5 billion"),
        ("difference", "$9 billion, under $4 billion", "more than $5 billion"),
        ("ratio", "$72.22 billion, $15.65 billion", "about 4.61 times"),
        ("ratio", "10 ships, 5 ships", "2 times"),
        ("share", "1 GPU, 4 GPUs", "25%"),
        ("share", "1 GPU, 3 GPUs", "about 33.3%"),
        ("change", "$39.23 billion, $72.22 billion", "rose about 84.1%"),
        ("change", "$4, $3", "fell 25%"),
        ("change", "$4, $4", "0%"),
        ("change", "$100 to $200, $150", "about -25% to 50%"),
    ],
)
def test_result(operation: str, inputs: str, result: str) -> None:
    quantities = [read_quantity(text) for text in inputs.split(", ")]
    known = [each for each in quantities if each is not None]
    assert len(known) == len(quantities)
    if operation == "change" and "to" in inputs:
        spread = operate(Operation(operation), known)
        assert (spread.low, spread.high) == (Decimal(-25), Decimal(50))
        return
    assert write_quantity(operate(Operation(operation), known)) == result


@pytest.mark.parametrize(
    ("operation", "inputs", "message"),
    [
        ("sum", "$1 million, €1 million", "needs inputs of one unit"),
        ("ratio", "$1, $2, $3", "takes two inputs, not 3"),
        ("difference", "more than $1, more than $1", "bounded from above"),
        ("sum", "more than $1, under $1", "bounded from above"),
        ("change", "$0, $1", "above zero"),
        ("share", "1 GPU, 2 people", "needs inputs of one unit"),
    ],
)
def test_what_does_not_fit_is_refused(operation: str, inputs: str, message: str) -> None:
    known = [each for text in inputs.split(", ") if (each := read_quantity(text)) is not None]
    with pytest.raises(OperationError, match=message):
        operate(Operation(operation), known)
