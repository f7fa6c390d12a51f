"""Charts: what they draw, in words and in figures too, the same bytes every time, safe with hostile text."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator import files as disk
from generator.charts.chart import Chart, Mark
from generator.charts.drawing import draw, specification_text
from generator.charts.forms import FORMS
from generator.charts.palette import VARIABLES
from generator.charts.tables import csv_text
from generator.pipeline import Site

YEARS = Chart(
    "spending", "bars", "Spending by year", "USD",
    (
        Mark("2023", Decimal(10**9), Decimal(10**9), "$1 billion", "one", "report"),
        Mark("2025", Decimal(3 * 10**9), Decimal(3 * 10**9), "$3 billion", "two", "report"),
    ),
    measure="Spending, Northwind",
)  # fmt: skip
PLANS = Chart(
    "plans", "ranges", "Plans", "USD",
    (
        Mark("1 May 2025", Decimal(10**9), Decimal(2 * 10**9), "$1 billion to $2 billion", "one", "a", projected=True),
        Mark("1 Jan 2026", Decimal(3 * 10**9), Decimal(3 * 10**9), "$3 billion", "two", "b"),
    ),
)  # fmt: skip

COSTS = Chart(
    "costs", "dots", "Costs", "USD",
    (
        Mark("One run", Decimal(294000), Decimal(294000), "$294,000", "one", "a"),
        Mark("All runs", Decimal(5 * 10**8), Decimal(6 * 10**8), "$500 million to $600 million", "two", "b"),
    ),
)  # fmt: skip


@pytest.mark.parametrize("chart", [YEARS, PLANS, COSTS], ids=lambda chart: str(chart.form))
def test_a_drawing_is_the_same_every_time_and_says_what_it_shows(chart: Chart) -> None:
    specification = specification_text(chart)
    drawn = draw(specification)
    assert draw(specification) == drawn
    root = ElementTree.fromstring(drawn)
    assert root.get("role") == "group"
    for mark in chart.marks:
        assert mark.text in (root.get("aria-label") or "")
        assert mark.label in "".join(root.itertext())
    assert "\n" not in drawn
    assert 'font-family="inherit"' in drawn


def test_a_year_without_a_figure_keeps_its_row() -> None:
    drawn = draw(specification_text(YEARS))
    assert "2024" in drawn
    assert "no figure" in drawn


def test_colours_are_variables_so_that_they_follow_the_scheme() -> None:
    drawn = draw(specification_text(YEARS))
    assert "var(--chart-" in drawn
    assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', drawn)) <= {
        *VARIABLES.values(),
        "none",
        "transparent",
    }


def test_hostile_labels_stay_text() -> None:
    label = "<script>alert(1)</script>\"'&"
    chart = Chart(
        "x", "bars", "T", "USD", (Mark(label, Decimal(5), Decimal(5), "$5", "f", "s"),), measure=label
    )
    drawn = draw(specification_text(chart))
    assert "<script" not in drawn
    assert {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(drawn).iter()} <= {
        "svg", "a", "g", "path", "line", "rect", "text", "tspan", "defs", "clipPath",
    }  # fmt: skip


def test_the_table_to_take_away_holds_every_mark_exactly() -> None:
    rows = list(csv.DictReader(io.StringIO(csv_text(PLANS))))
    assert [(row["label"], row["low"], row["high"], row["fact"]) for row in rows] == [
        ("1 May 2025", "1000000000", "2000000000", "one"),
        ("1 Jan 2026", "3000000000", "3000000000", "two"),
    ]


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@x", "\t=1"])
def test_no_cell_of_a_table_is_a_formula(start: str) -> None:
    chart = Chart("x", "bars", "T", "USD", (Mark(start, Decimal(5), Decimal(5), "$5", "f", "s"),))
    (row,) = csv.DictReader(io.StringIO(csv_text(chart)))
    assert not row["label"].startswith(("=", "+", "-", "@", "\t"))


def test_specifications_are_plain_json_with_positions() -> None:
    for chart in (YEARS, PLANS, COSTS):
        assert set(json.loads(specification_text(chart))) >= {"$schema", "description", "width", "height"}
    assert set(FORMS) == {"bars", "dots", "ranges"}


def test_a_chart_drawn_once_is_kept(tmp_path: Path) -> None:
    asked: list[str] = []

    def drawing(specification: str) -> str:
        asked.append(specification)
        return "<svg/>"

    for _ in range(2):
        assert disk.remembering(drawing, tmp_path)("{}") == "<svg/>"
    assert disk.remembering(drawing, tmp_path)("{ }") == "<svg/>"
    assert asked == ["{}", "{ }"]


def test_the_own_charts_show_meta_s_spending(own_site: Site) -> None:
    tables: Mapping[str, str] = {
        path: text for path, text in own_site.assets.items() if path.endswith(".csv")
    }
    years = tables["charts/meta-spending/bars-meta-capital-expenditure.csv"]
    drawn = {row["label"]: row["low"] for row in csv.DictReader(io.StringIO(years))}
    assert (drawn["2024"], drawn["2025"]) == ("39230000000", "72220000000")
    plans = list(
        csv.DictReader(io.StringIO(tables["charts/meta-spending/ranges-meta-capital-expenditure.csv"]))
    )
    assert [row["low"] for row in plans] == [
        "60000000000",
        "64000000000",
        "66000000000",
        "70000000000",
        "72220000000",
    ]
    assert [row["high"] for row in plans] == ["65000000000", *["72000000000"] * 3, "72220000000"]


def test_a_logarithmic_scale_has_its_powers_of_ten() -> None:
    drawn = "".join(ElementTree.fromstring(draw(specification_text(COSTS))).itertext())
    assert "$100,000" in drawn
    assert "$1 billion" in drawn


def test_what_is_not_above_zero_cannot_stand_on_a_logarithmic_scale() -> None:
    nothing = Mark("Nothing", Decimal(0), Decimal(0), "$0", "f", "s")
    chart = Chart("x", "dots", "T", "USD", (nothing,))
    assert "$0" not in "".join(ElementTree.fromstring(draw(specification_text(chart))).itertext())
