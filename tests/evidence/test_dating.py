"""Dates told in words: which days they mean, and what is no date."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evidence.dating import dates_in
from generator.model.dates import read_date


@pytest.mark.parametrize(
    ("text", "issued", "days"),
    [
        ("on 29 January 2025", "", "2025-01-29/2025-01-29"),
        ("January 29, 2025", "", "2025-01-29/2025-01-29"),
        ("Jan. 29th, 2025", "", "2025-01-29/2025-01-29"),
        ("launched on Jan. 10", "2025-01-28", "2025-01-10/2025-01-10"),
        ("on December 26", "2025-01-03", "2024-12-26/2024-12-26"),
        ("on 3 January", "2024-12-30", "2025-01-03/2025-01-03"),
        ("in January 2025", "", "2025-01-01/2025-01-31"),
        ("in 2025", "", "2025-01-01/2025-12-31"),
        ("since early 2024", "", "2024-01-01/2024-12-31"),
        ("Q4 2024", "", "2024-10-01/2024-12-31"),
        ("in the first half of 2024", "", "2024-01-01/2024-06-30"),
        ("H2 2024", "", "2024-07-01/2024-12-31"),
        ("the fourth quarter of 2024", "", "2024-10-01/2024-12-31"),
        ("2024.05.06: We released", "", "2024-05-06/2024-05-06"),
        ("7/23/2024", "", "2024-07-23/2024-07-23"),
        ("3/4/2024", "", "2024-03-04/2024-04-03"),
        ("fell on Monday", "2025-01-29/2025-02-02", "2025-01-27/2025-01-27"),
        ("fell on Monday", "2025-01-27", "2025-01-27/2025-01-27"),
        ("fell on Friday", "2025-01-29/2025-02-02", "2025-01-24/2025-01-31"),
        ("was stunned this week", "2025-01-29/2025-02-02", "2025-01-27/2025-02-02"),
        ("said last week", "2025-01-29", "2025-01-20/2025-01-26"),
        ("said yesterday", "2025-03-01", "2025-02-28/2025-02-28"),
        ("said today", "2025-03-01", "2025-03-01/2025-03-01"),
        ("last month", "2025-01-29", "2024-12-01/2024-12-31"),
        ("this year", "2025-01-29", "2025-01-01/2025-12-31"),
        ("last year", "2025-01-29", "2024-01-01/2024-12-31"),
    ],
)
def test_days(text: str, issued: str, days: str) -> None:
    (told,) = dates_in(text, read_date(issued) if issued else None)
    assert f"{told.first.isoformat()}/{told.last.isoformat()}" == days


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("on AIME 2024", ""),
        ("2,048 GPUs", ""),
        ("for 2048 GPUs in 2048%", ""),
        ("on 31 February 2025", ""),
        ("on Monday", ""),
        ("on Monday", "2025"),
        ("this week", "2025-01/2025-03"),
        ("on 5 May", ""),
        ("may 5 or 6 people", ""),
        ("the model V3 of December", ""),
        ("by 2025% more", ""),
    ],
)
def test_what_cannot_be_told_is_no_date(text: str, issued: str) -> None:
    assert dates_in(text, read_date(issued) if issued else None) == ()


@given(
    st.text("0123456789/-. JanuaryMondaythisweeklastyear,", max_size=60),
    st.sampled_from(["", "2025-01-29", "../2025", "2025/.."]),
)
def test_any_text_is_read(text: str, issued: str) -> None:
    for told in dates_in(text, read_date(issued) if issued else None):
        assert told.first <= told.last
