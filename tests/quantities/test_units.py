"""Units: how a metric names one, which are the same figure, and how pages write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.language.nouns import is_plural, singular
from generator.quantities import Quantity, read_quantity, write_number, write_quantity
from generator.quantities.declaring import near_units, unit_of
from generator.quantities.units import is_money, registry


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("USD", "USD"),
        ("$", "USD"),
        ("km", "km"),
        ("kilometres", "km"),
        ("kilometers", "km"),
        ("square miles", "square miles"),
        ("km²", "km²"),
        ("celsius", "°C"),
        ("°C", "°C"),
        ("terawatt-hours", "TWh"),
        ("kilograms", "kg"),
        ("tonnes", "tonnes"),
        ("percent", "percent"),
        ("percentage-points", "percentage-points"),
        ("share", "share"),
        ("USD per tonne", "USD per tonne"),
        ("USD per million tokens", "USD per million tokens"),
        ("deaths per 100,000", "deaths per 100,000"),
        ("USD per capita", "USD per person"),
        ("JPY per share", "JPY per share"),
        ("cents per kWh", "cents per kWh"),
        ("homes per year", "homes per year"),
        ("seats", "seats"),
        ("children", "children"),
        ("houses", "houses"),
        ("points", "points"),
        ("crowns", "crowns"),
        ("Landtag seats", "landtag seats"),
        ("none", ""),
    ],
)
def test_a_metric_names_its_unit(text: str, id: str) -> None:
    unit = unit_of(text)
    assert unit is not None
    assert unit.id == id


@pytest.mark.parametrize(
    ("text", "near"),
    [("killometres", "kilometres"), ("dollers", "dollars"), ("sqare miles", "square miles"), ("ship", ""), ("lots of it", "")],
)  # fmt: skip
def test_what_is_no_unit_has_near_names(text: str, near: str) -> None:
    assert unit_of(text) is None
    assert next(iter(near_units(text)), "") == near


@pytest.mark.parametrize(
    "same",
    [
        ("450 km", "450 kilometres", "450,000 m"),
        ("12 kg", "12 kilograms", "12,000 g"),
        ("5 tonnes", "5,000 kg", "5 metric tons"),
        ("2 km²", "200 ha", "2 million square metres"),
        ("1.2 GW", "1,200 MW"),
        ("3 kWh", "3,000 watt-hours"),
        ("600 basis points", "6 percentage points"),
        ("12 Mt CO2e", "12 million tonnes"),
        ("2.5-fold", "2.5 times", "two-and-a-half-fold"),
    ],
)
def test_one_figure_in_several_units(same: tuple[str, ...]) -> None:
    assert len({read_quantity(text) for text in same}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("300 square miles", "300 miles"),
        ("5 Swiss francs", "5 francs"),
        ("40 ship owners", "40 ships"),
        ("5 passenger-kilometres", "5 km"),
        ("3 °C", "3 °F"),
        ("$2 million", "–$2 million"),
        ("5 MB", "5 Mbit"),
    ],
)
def test_two_figures(one: str, other: str) -> None:
    assert read_quantity(one) != read_quantity(other)
    assert read_quantity(one) is not None


def test_a_quantity_is_written_in_the_unit_it_was_read_in() -> None:
    quantity = read_quantity("1,500 MW")
    assert quantity is not None
    assert write_quantity(quantity) == "1,500 megawatts"
    assert write_quantity(Quantity(quantity.low, quantity.high, quantity.unit)) == "1.5 gigawatts"
    assert write_number(Decimal(5), "km") == "5 km"


def test_every_unit_can_be_written_and_read_back() -> None:
    for unit in registry().ids.values():
        if unit.id in ("share", "quarters"):
            continue
        quantity = Quantity(7 * unit.scale, 7 * unit.scale, unit.base, form=unit)
        assert read_quantity(write_quantity(quantity)) == quantity, unit.id


def test_currencies_are_money_and_nothing_else_is() -> None:
    assert all(map(is_money, ("USD", "CHF", "EUR per year")))
    assert not any(map(is_money, ("GPUs", "TWh", "US troops", "percent", "")))


@pytest.mark.parametrize(
    ("one", "many"),
    [("company", "companies"), ("woman", "women"), ("box", "boxes"), ("house", "houses"), ("staff", "staff"), ("GPU", "GPUs")],
)  # fmt: skip
def test_singular_and_plural(one: str, many: str) -> None:
    assert is_plural(many)
    assert singular(many) == one
