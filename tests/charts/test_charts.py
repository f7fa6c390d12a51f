"""Charts: what they draw, in words and in figures too, the same bytes every time, safe with hostile text."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator import files as disk
from generator.charts.chart import Chart, Mark
from generator.charts.drawing import draw, specification_text
from generator.charts.forms import FORMS
from generator.charts.lettering import LINE
from generator.charts.levels import levels
from generator.charts.palette import VARIABLES
from generator.charts.picture import picture
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


def _year(year: int, low: int, high: int | None = None, *, of: str, projected: bool = False) -> Mark:
    text = f"${low} billion" if high is None else f"${low} billion to ${high} billion"
    return Mark(
        str(year), Decimal(low) * 10**9, Decimal(high or low) * 10**9, text, f"{of.lower()}-{year}", "report",
        projected=projected, series=of, first=date(year, 1, 1), last=date(year, 12, 31),
    )  # fmt: skip


def _day(label: str, first: date, last: date | None = None, *, row: str) -> Mark:
    covered = Decimal(first.toordinal()), Decimal((last or first).toordinal())
    return Mark(label, *covered, first.isoformat(), "one", "a", series=row, first=first, last=last or first)


LINES = Chart(
    "lines", "lines", "Spending by year", "USD",
    (
        _year(2021, 10, of="Northwind"), _year(2023, 20, of="Northwind"), _year(2024, 30, of="Northwind"),
        _year(2025, 35, 45, of="Northwind", projected=True),
        _year(2023, 21, of="Southwind"), _year(2024, 31, of="Southwind"),
    ),
)  # fmt: skip
STRIP = Chart(
    "strip", "strip", "Openings", "date",
    (
        _day("The pier", date(2025, 1, 29), row="Harbour"), _day("The crane", date(2025, 1, 30), row="Harbour"),
        _day("The dock", date(2025, 6, 1), date(2025, 8, 31), row="Yard"),
    ),
)  # fmt: skip


@pytest.mark.parametrize("chart", [YEARS, PLANS, COSTS, STRIP], ids=lambda chart: str(chart.form))
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
    for chart in (YEARS, PLANS, COSTS, LINES, STRIP):
        assert set(json.loads(specification_text(chart))) >= {"$schema", "description", "width", "height"}
    assert set(FORMS) == {"bars", "dots", "lines", "ranges", "strip"}


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


def _words(chart: Chart) -> dict[str, tuple[float, float]]:
    """Where each text of a drawing stands, in pixels."""
    placed = {}
    for element in ElementTree.fromstring(draw(specification_text(chart))).iter():
        if element.tag.endswith("}text"):
            x, y = re.findall(r"-?[\d.]+", element.get("transform") or "")[:2]
            placed["".join(element.itertext())] = float(x), float(y)
    return placed


def test_a_line_is_named_at_its_end_and_says_what_is_planned() -> None:
    drawn = draw(specification_text(LINES))
    assert drawn == draw(specification_text(LINES))
    assert "Northwind, 2025: $35 billion to $45 billion, projected" in drawn
    label = ElementTree.fromstring(drawn).get("aria-label") or ""
    assert "No figure for 2022." in label
    assert "Projected: 2025." in label
    words = _words(LINES)
    assert abs(words["Northwind"][1] - words["Southwind"][1]) >= LINE
    assert words["Northwind"][1] < words["Southwind"][1]
    assert {"0", "10", "20", "30", "40", "$50 billion"} <= set(words)
    assert words["2023"][0] < words["2024"][0] < words["2025"][0]


def test_no_line_runs_across_a_missing_year_and_a_plan_is_dashed() -> None:
    drawn = draw(specification_text(LINES))
    joined = re.findall(r'<path d="(M[^"ZA]*)"([^>]*)/>', drawn)
    solid = [path for path, rest in joined if "dasharray" not in rest]
    dashed = [path for path, rest in joined if "dasharray" in rest]
    assert [path.count("L") for path in solid] == [1, 1], "2023 to 2024 for both; 2021 stands alone"
    assert [path.count("L") for path in dashed] == [1, 1], "to either end of the range"


def test_lines_with_ends_at_one_place_have_names_one_below_the_other() -> None:
    chart = Chart("x", "lines", "T", "USD", tuple(_year(2024, 7, of=name) for name in "ABCDEFGHIJKLMN"))
    heights = sorted(y for text, (_, y) in _words(chart).items() if text in "ABCDEFGHIJKLMN")
    assert len(heights) == 14
    assert all(other - one >= LINE for one, other in pairwise(heights))


def test_dates_stand_to_scale_and_words_in_lanes_of_their_own() -> None:
    words = _words(STRIP)
    assert words["The pier"][1] != words["The crane"][1]
    assert words["Harbour"][1] == words["The pier"][1]
    rows = list(csv.DictReader(io.StringIO(csv_text(STRIP))))
    assert [(row["series"], row["low"], row["high"]) for row in rows] == [
        ("Harbour", "2025-01-29", "2025-01-29"),
        ("Harbour", "2025-01-30", "2025-01-30"),
        ("Yard", "2025-06-01", "2025-08-31"),
    ]
    drawn = draw(specification_text(STRIP))
    (length,) = re.findall(r'<line transform="[^"]*" x2="([\d.]+)"[^>]*stroke-width="8"', drawn)
    assert float(length) == pytest.approx(words["Apr"][0] - words["2025"][0], abs=0.1)


@pytest.mark.parametrize(
    ("values", "unit", "words"),
    [
        ([7, 31], "people", ["0", "10", "20", "30", "40 people"]),
        ([335, 360], "people", ["335", "340", "345", "350", "355", "360 people"]),
        ([-5, 12], "percent", ["-5%", "0%", "5%", "10%", "15%"]),
        ([0], "USD", ["0", "0.2", "0.4", "0.6", "0.8", "$1"]),
        ([Decimal("0.2"), Decimal("0.7")], "USD", ["0", "0.2", "0.4", "0.6", "$0.8"]),
        ([3 * 10**9, 9 * 10**9], "USD", ["0", "2", "4", "6", "8", "$10 billion"]),
    ],
)  # fmt: skip
def test_levels_are_round_and_few(values: list[Decimal], unit: str, words: list[str]) -> None:
    assert [text for _, text in levels([Decimal(value) for value in values], unit)] == words


def test_a_picture_to_take_away_names_every_source_and_stands_alone() -> None:
    sources = ", ".join(f"The Harbour Gazette of {number}" for number in range(14))
    taken = picture(draw(specification_text(LINES)), title="Spending", sources=sources)
    shown = " ".join(ElementTree.fromstring(taken).itertext())
    assert "var(" not in taken
    assert "<a " not in taken
    assert "…" not in shown
    assert "Gazette of 13" in re.sub(r"\s+", " ", " ".join(re.findall(r">([^<]+)</text>", taken)))
