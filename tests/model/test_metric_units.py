"""A metric names its unit, and its values are read and written with it."""

from __future__ import annotations

import pytest

from generator import files as disk
from generator import pipeline
from generator.pipeline import Site
from generator.quantities import write_quantity
from tests.conftest import PROJECT

SMALL = disk.collect(PROJECT)
OWN = '{singular: magnitude, plural: magnitude, before: "yes"}'


def compiled(unit: str, value: str, more: str = "") -> Site:
    metrics = SMALL["seeds/metrics.yml"].decode()
    metric = f"- id: measured\n  name: Measured\n  unit: {unit}\n{more}  definition: What is measured.\n"
    fact = (
        f'- id: case\n  kind: figure\n  entity: northwind\n  metric: measured\n  value: "{value}"\n'
        "  date: 2025-02-20\n  statement: It is {value}.\n  evidence:\n    - source: northwind-report\n"
        "      locator: page 2\n"
    )
    files = {"seeds/metrics.yml": f"{metrics}\n{metric}".encode(), "seeds/facts/case.yml": fact.encode()}
    return pipeline.compile({**SMALL, **files}, draw=lambda _: "", audit=lambda _: ())


@pytest.mark.parametrize(
    ("unit", "value", "written"),
    [
        ("km", "450,000 m", "450,000 metres"),
        ("kilometres", "450 km", "450 km"),
        (OWN, "magnitude 6.3", "magnitude 6.3"),
        ("{singular: seat, plural: seats}", "1 seat", "1 seat"),
        ("none", "64", "64"),
        ("CAD", "-$3 million", "-CAD 3 million"),
        ("°C", "minus 3 °C", "−3 °C"),
        ("percent", "-3%", "fell 3%"),
    ],
)
def test_a_value_is_read_with_its_metric(unit: str, value: str, written: str) -> None:
    site = compiled(unit, value)
    assert [each.headline for each in site.errors] == []
    found = site.ledger.value(site.ledger.facts["case"])
    assert found is not None
    assert write_quantity(found) == written


def test_a_margin_below_zero_is_a_level() -> None:
    site = compiled("percent", "-3%", "  measures: levels\n")
    found = site.ledger.value(site.ledger.facts["case"])
    assert found is not None
    assert write_quantity(found) == "-3%"


@pytest.mark.parametrize(
    ("unit", "value", "headline", "hint"),
    [
        ("seats", "112", "case says 112 without a unit; measured is measured in seats", "write `value: 112 seats`"),
        ("km", "450", "case says 450 without a unit; measured is measured in km", "write `value: 450 km`"),
        ("none", "64 ships", "case is measured in ships, its metric measured in bare numbers (`unit: none`)", "write `metric: ships`, or mend the value"),
        ("killometres", "64 km", "measured: `killometres` is not a unit", "write `kilometres`"),
        ("{singular: seat}", "64 seats", "measured: a unit of its own needs its `plural`", "write `unit: {singular: seat, plural: seats}`"),
        ("{singular: seat, plural: seats, colour: red}", "64 seats", "measured: `colour` is no key of a unit", "write only `singular`, `plural` and `before`"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_unit(unit: str, value: str, headline: str, hint: str) -> None:
    assert (headline, hint) in [(each.headline, each.hint) for each in compiled(unit, value).errors]
