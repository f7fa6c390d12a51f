"""The grammar over several hundred notations, those of every fact included, and over what is no quantity."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.quantities import Bound, Direction, Quantity, quantities_in, read_quantity, write_quantity

ROWS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("notations.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("text", "read"), ROWS)
def test_notation(text: str, read: str) -> None:
    found = quantities_in(text)
    assert " | ".join(f"{write_quantity(each.quantity)} [{each.quantity.unit}]" for each in found) == read


def test_there_are_several_hundred_and_many_that_are_none() -> None:
    assert len(ROWS) > 500
    assert sum(1 for _, read in ROWS if not read) > 80


UNITS = st.sampled_from(
    [
        "USD",
        "EUR",
        "CNY",
        "percent",
        "percentage-points",
        "GPUs",
        "GPU-hours",
        "tokens",
        "parameters",
        "people",
        "months",
        "times",
        "watts",
        "downloads",
        "USD per million tokens",
        "USD per share",
        "USD per year",
    ]
)
NUMBERS = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places), st.integers(2, 10**15), st.integers(0, 3)
)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    unit = draw(UNITS)
    if draw(st.booleans()):
        return Quantity(low, high, unit, hedged=draw(st.booleans()))
    bound, hedged = draw(st.sampled_from(Bound)), draw(st.booleans())
    return Quantity(low, low, unit, bound, hedged, draw(st.sampled_from(Direction)))


@settings(deadline=None, max_examples=600)
@given(quantities())
def test_what_is_written_reads_back(quantity: Quantity) -> None:
    assert read_quantity(write_quantity(quantity)) == quantity


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for found in quantities_in(text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.quantity.low <= found.quantity.high


@settings(deadline=None, max_examples=300)
@given(st.text("0123456789 .,-–$€%kmbn+~toand()[]/", max_size=60))
def test_any_row_of_digits_and_marks_is_read(text: str) -> None:
    assert [found for found in quantities_in(text) if found.end <= found.start] == []


@pytest.mark.parametrize(
    "text",
    [
        "1 " * 20_000,
        "$" * 50_000,
        "1," * 20_000,
        "about " * 20_000 + "5%",
        "a " * 30_000,
        "$1.0" * 20_000,
        "one million " * 9_000,
        "1/2" * 20_000,
    ],
)
def test_long_input_is_read_in_one_go(text: str) -> None:
    assert isinstance(quantities_in(text), tuple)


@pytest.mark.parametrize(
    ("quote", "start", "end"),
    [
        ("plans to spend about $5 million on it", 15, 31),
        ("shares fell 17% on Monday", 7, 15),
        ("for just under $6 million.", 4, 25),
    ],
)
def test_a_quantity_is_found_with_all_its_words(quote: str, start: int, end: int) -> None:
    assert [(found.start, found.end) for found in quantities_in(quote)] == [(start, end)]
