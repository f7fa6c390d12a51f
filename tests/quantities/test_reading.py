"""What a text is read with: the unit, the currency, the scale and the nature of a metric."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.quantities import UNREADABLE, Direction, Reading, quantities_in, read_quantity, write_quantity
from generator.quantities.declaring import own_unit, unit_of


def reading(unit: str, *, change: bool | None = None, words: str = "") -> Reading:
    return Reading(unit_of(unit), change=change, words=frozenset(words.split()))


@pytest.mark.parametrize(
    ("unit", "text", "read"),
    [
        ("USD", "$5 million", "$5 million"),
        ("CAD", "$5 million", "CAD 5 million"),
        ("CAD", "5 million dollars", "CAD 5 million"),
        ("USD", "C$5 million", "CAD 5 million"),
        ("CAD per tonne", "$80 per tonne", "CAD 80 per tonne"),
        ("JPY", "¥500 million", "JPY 500 million"),
        ("CNY", "¥500 million", "CNY 500 million"),
        ("SEK", "kr 5 million", "SEK 5 million"),
        ("NOK", "5 million kroner", "NOK 5 million"),
        ("crowns", "1.2m crowns", "1.2 million crowns"),
        ("lb", "200 pounds", "200 lb"),
        ("GBP", "200 pounds", "£200"),
        ("km", "100m", "100 metres"),
        ("people", "100m", "100 million"),
        ("seats", "1 seat", "1 seat"),
    ],
)
def test_what_a_metric_says_of_shared_signs(unit: str, text: str, read: str) -> None:
    found = read_quantity(text, reading(unit))
    assert found is not None
    assert write_quantity(found) == read


@pytest.mark.parametrize(
    ("change", "text", "read"),
    [
        (None, "-5.6%", "fell 5.6%"),
        (False, "-5.6%", "-5.6%"),
        (None, "-$3 million", "-$3 million"),
        (True, "-$3 million", "fell $3 million"),
        (None, "lost $3 million", None),
        (True, "lost $3 million", "fell $3 million"),
        (None, "minus 3 °C", "−3 °C"),
        (True, "minus 3 °C", "fell 3 °C"),
    ],
)
def test_a_minus_is_a_level_or_a_fall(change: bool | None, text: str, read: str | None) -> None:
    found = read_quantity(text, Reading(change=change))
    assert (write_quantity(found) if found else None) == read


def test_a_loss_is_a_level_and_its_sign_is_kept() -> None:
    (loss,) = quantities_in("a loss of $3 million")
    (result,) = quantities_in("a result of –$3 million")
    assert (loss.quantity.low, loss.quantity.direction) == (Decimal(3_000_000), Direction.NONE)
    assert result.quantity.low == Decimal(-3_000_000)


def test_words_of_the_metric_make_no_other_unit() -> None:
    text = "34 league appearances"
    assert quantities_in(text)[0].quantity.unit == "league appearances"
    assert quantities_in(text, reading("appearances", words="league"))[0].quantity.unit == "appearances"


def test_a_unit_written_before_its_number() -> None:
    magnitude = Reading(own_unit("magnitude", "magnitude", before=True))
    (found,) = quantities_in("a magnitude 6.3 earthquake", magnitude)
    assert write_quantity(found.quantity) == "magnitude 6.3"
    assert read_quantity("magnitude 6.3", magnitude) == found.quantity


def test_bare_numbers_where_the_metric_has_no_unit() -> None:
    bare = Reading(unit_of("none"), bare=True)
    assert [each.quantity.low for each in quantities_in("a score of 64 on 29 January 2025", bare)] == [64]
    assert read_quantity("6.3", bare) is not None


def test_a_heading_scales_what_is_below_it() -> None:
    millions = Reading(unit_of("USD"), scale=Decimal(1_000_000))
    found = quantities_in("Costs ($ in millions): $5 and $2 billion", millions)
    assert [write_quantity(each.quantity) for each in found] == ["$5 million", "$2 billion"]


@pytest.mark.parametrize(
    ("text", "touched", "number"),
    [
        ("$4 million² in 2021", "²", "$4 million"),
        ("1,200¹ people", "¹", "1,200"),
        ("1,300 people² in", "²", "1,300"),
        ("5万 people", "万", "5"),
        ("1,200 blorp", "blorp", "1,200"),
        ("kr 5 million", "kr", "kr 5 million"),
        ("half of $5 million", "half of", "$5 million"),
        ("$5 million more than planned", "more than", "$5 million"),
        ("sub-$5 million", "sub-", "sub-$5 million"),
        ("5%-ish", "-ish", "5"),
    ],
)
def test_what_is_not_understood_is_named(text: str, touched: str, number: str) -> None:
    found = quantities_in(text)[-1]
    assert (found.quantity.unit, found.touched) == (UNREADABLE, touched)
    assert text[slice(*found.number)] == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("more than about $60 billion was", "$60 billion"),
        ("fell by nearly 17% then", "17"),
        ("$60 billion to $65 billion", "$60 billion to $65 billion"),
        ("a result of –$2 million", "–$2 million"),
        ("at least two dozen ships", "two dozen"),
        ("more than two-thirds of it", "two-thirds"),
    ],
)
def test_the_number_of_a_figure(text: str, number: str) -> None:
    (found,) = quantities_in(text)
    assert text[slice(*found.number)] == number
