"""Dates and periods: what reads, what it spans, what is refused with which words, how it is written."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.dates import (
    DateError,
    EdtfDate,
    overlaps,
    read_date,
    read_period,
    sort_key,
    write_date,
    write_period,
)

JUNE_30 = (6, 30)
FIRST, LAST = date.min.isoformat(), date.max.isoformat()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-01", "2025-01-01", "2025-01-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-01-29", "2025-01-29", "2025-01-29"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
        ("2025-21", "2025-03-01", "2025-05-31"),
        ("2025-22", "2025-06-01", "2025-08-31"),
        ("2025-23", "2025-09-01", "2025-11-30"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("9999-24", "9999-12-01", LAST),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2025-XX", "2025-01-01", "2025-12-31"),
        ("2025-02-XX", "2025-02-01", "2025-02-28"),
        ("2025-XX-XX", "2025-01-01", "2025-12-31"),
        ("2025-01-29/2025-02-02", "2025-01-29", "2025-02-02"),
        ("2024/2025", "2024-01-01", "2025-12-31"),
        ("2025-05/2025", "2025-05-01", "2025-12-31"),
        ("../2025", FIRST, "2025-12-31"),
        ("2025/..", "2025-01-01", LAST),
        ("/2025-01", FIRST, "2025-01-31"),
        ("2025-01/", "2025-01-01", LAST),
    ],
)
def test_a_date_spans_the_days_it_may_mean(text: str, first: str, last: str) -> None:
    assert read_date(text) == EdtfDate(text, date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2025-01", False, False),
        ("2025-01~", True, False),
        ("2025?", False, True),
        ("2025-01-29%", True, True),
        ("2025-21~", True, False),
        ("201X?", False, True),
        ("2025~/2026", True, False),
        ("2025/2026?", False, True),
        ("2025~/2026?", True, True),
    ],
)
def test_qualifiers(text: str, approximate: bool, uncertain: bool) -> None:
    read = read_date(text)
    assert (read.text, read.approximate, read.uncertain) == (text, approximate, uncertain)


def test_space_around_a_date_is_not_part_of_it() -> None:
    assert read_date(" 2025-01\n") == read_date("2025-01")


EARLIER = (
    "lies before the year 1, with which dates begin here; "
    "give the day on which the source says so, and leave the year to the quote"
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2025-13", "month 13 does not exist; write a month from 01 to 12"),
        ("2025-00", "month 00 does not exist; write a month from 01 to 12"),
        ("2025-33", "month 33 does not exist; write a month from 01 to 12"),
        ("2025-21-01", "month 21 does not exist; write a month from 01 to 12"),
        ("2025-02-30", "30 February does not exist; write the right day; February 2025 has 28 days"),
        ("2025-02-29", "29 February 2025 does not exist; write the right day; February 2025 has 28 days"),
        ("2025-04-31", "31 April does not exist; write the right day; April 2025 has 30 days"),
        ("2025-04-00", "0 April does not exist; write the right day; April 2025 has 30 days"),
        ("0000", "year 0000 does not exist"),
        ("44 BC", f"44 BC {EARLIER}"),
        ("c. 300 BCE", f"c. 300 BCE {EARLIER}"),
        ("-0043", f"-0043 {EARLIER}"),
        ("-0043-03-15", f"-0043-03-15 {EARLIER}"),
        ("AD 79", "AD 79 is not how a date is written here; write 0079"),
        ("2025/2024", "2025/2024 ends before it begins"),
        ("2025-02/2025-02-30", "30 February does not exist; write the right day; February 2025 has 28 days"),
        ("201X-05", "201X-05 has X before known digits; write X only at the end, as in 2025-XX"),
        (
            "2025-XX-29",
            "2025-XX-29 has X before known digits; write X only at the end, as in 2025-XX",
        ),
        ("1/29/2025", "1/29/2025 is not how a date is written here; write 2025-01-29"),
        ("29/1/2025", "29/1/2025 is not how a date is written here; write 2025-01-29"),
        ("29.1.2025", "29.1.2025 is not how a date is written here; write 2025-01-29"),
        (
            "3/4/2025",
            "3/4/2025 is not how a date is written here; write 2025-03-04 for 4 March 2025 or 2025-04-03 for 3 April 2025",
        ),
        ("3/3/25", "3/3/25 is not how a date is written here; write 2025-03-03"),
        ("1/2025", "1/2025 is not how a date is written here; write 2025-01"),
        ("2025/01", "2025/01 is not how a date is written here; write 2025-01"),
        ("2025/01/29", "2025/01/29 is not how a date is written here; write 2025-01-29"),
        ("2025-1-9", "2025-1-9 is not how a date is written here; write 2025-01-09"),
        ("20250129", "20250129 is not how a date is written here; write 2025-01-29"),
        ("2025-01-29T10:00:00Z", "2025-01-29T10:00:00Z is not how a date is written here; write 2025-01-29"),
        ("January 2025", "January 2025 is not how a date is written here; write 2025-01"),
        ("Jan. 29, 2025", "Jan. 29, 2025 is not how a date is written here; write 2025-01-29"),
        ("29 January 2025", "29 January 2025 is not how a date is written here; write 2025-01-29"),
        ("January 29th, 2025", "January 29th, 2025 is not how a date is written here; write 2025-01-29"),
        ("Fall 2025", "Fall 2025 is not how a date is written here; write 2025-23"),
        ("2010s", "2010s is not how a date is written here; write 201X"),
        ("about 2025", "about 2025 is not how a date is written here; write 2025~"),
        ("~2025-01", "~2025-01 is not how a date is written here; write 2025-01~"),
        ("2025 to 2026", "2025 to 2026 is not how a date is written here; write 2025/2026"),
        ("2025\u20132026", "2025\u20132026 is not how a date is written here; write 2025/2026"),
        (
            "2025-Q1",
            "2025-Q1 is a period, not a date; write the day or month in `date`, and this in `period`",
        ),
        ("FY2026", "FY2026 is a period, not a date; write the day or month in `date`, and this in `period`"),
        ("13/45/2025", "13/45/2025 is not a date such as 2025, 2025-01 or 2025-01-29"),
        ("February 30, 2025", "February 30, 2025 is not a date such as 2025, 2025-01 or 2025-01-29"),
        ("soon", "soon is not a date such as 2025, 2025-01 or 2025-01-29"),
        ("", "an empty text is not a date such as 2025, 2025-01 or 2025-01-29"),
        ("/", "/ is not a date such as 2025, 2025-01 or 2025-01-29"),
        ("../..", "../.. is not a date such as 2025, 2025-01 or 2025-01-29"),
        ("٢٠٢٥", "٢٠٢٥ is not a date such as 2025, 2025-01 or 2025-01-29"),
        ("9" * 99, "9" * 59 + "… is not a date such as 2025, 2025-01 or 2025-01-29"),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(text: str, message: str) -> None:
    with pytest.raises(DateError) as caught:
        read_date(text)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("text", "edtf", "quarter", "fiscal", "words"),
    [
        ("2025", "2025-01-01/2025-12-31", None, False, "2025"),
        ("2024-12", "2024-12-01/2024-12-31", None, False, "December 2024"),
        ("2025-02-27/2025-02-28", "2025-02-27/2025-02-28", None, False, "27 to 28 February 2025"),
        ("2025/2029", "2025-01-01/2029-12-31", None, False, "2025 to 2029"),
        ("2025~", "2025-01-01~/2025-12-31~", None, False, "about 2025"),
        ("2025?/2026", "2025-01-01?/2026-12-31", None, False, "possibly 2025 to 2026"),
        ("2025-02/..", "2025-02-01/..", None, False, "from February 2025 on"),
        ("/2025", "/2025-12-31", None, False, "an unknown date to 2025"),
        ("2025-Q1", "2025-01-01/2025-03-31", 1, False, "the first quarter of 2025"),
        ("2025-Q2", "2025-04-01/2025-06-30", 2, False, "the second quarter of 2025"),
        ("2025-Q3", "2025-07-01/2025-09-30", 3, False, "the third quarter of 2025"),
        ("2025-Q4", "2025-10-01/2025-12-31", 4, False, "the fourth quarter of 2025"),
        ("FY2026", "2025-07-01/2026-06-30", None, True, "fiscal 2026"),
        ("FY2026-Q1", "2025-07-01/2025-09-30", 1, True, "the first quarter of fiscal 2026"),
        ("FY2026-Q2", "2025-10-01/2025-12-31", 2, True, "the second quarter of fiscal 2026"),
        ("FY2026-Q4", "2026-04-01/2026-06-30", 4, True, "the fourth quarter of fiscal 2026"),
    ],
)
def test_periods(text: str, edtf: str, quarter: int | None, fiscal: bool, words: str) -> None:
    period = read_period(text, JUNE_30)
    assert (period.text, period.edtf, period.quarter, period.fiscal) == (text, edtf, quarter, fiscal)
    days = read_date(edtf)
    assert (period.first, period.last, write_period(period)) == (days.first, days.last, words)


@pytest.mark.parametrize(
    ("ends", "text", "edtf"),
    [
        ((12, 31), "FY2025", "2025-01-01/2025-12-31"),
        ((12, 31), "FY2025-Q2", "2025-04-01/2025-06-30"),
        ((1, 31), "FY2026-Q1", "2025-02-01/2025-04-30"),
        ((2, 28), "FY2024", "2023-03-01/2024-02-29"),
        ((2, 29), "FY2025", "2024-03-01/2025-02-28"),
        ((9, 27), "FY2025", "2024-09-28/2025-09-27"),
        ((9, 27), "FY2025-Q1", "2024-09-28/2024-12-27"),
        ((11, 29), "FY2025-Q2", "2025-03-01/2025-05-29"),
    ],
)
def test_a_fiscal_year_is_named_by_the_year_it_ends_in(ends: tuple[int, int], text: str, edtf: str) -> None:
    assert read_period(text, ends).edtf == edtf


@settings(deadline=None, derandomize=True)
@given(st.integers(1000, 9999), st.dates(date(2025, 1, 1), date(2025, 12, 31)))
def test_four_quarters_make_the_fiscal_year(year: int, end: date) -> None:
    ends = (end.month, end.day)
    quarters = [read_period(f"FY{year}-Q{number}", ends) for number in (1, 2, 3, 4)]
    whole = read_period(f"FY{year}", ends)
    assert (quarters[0].first, quarters[3].last) == (whole.first, whole.last)
    for earlier, later in pairwise(quarters):
        assert later.first.toordinal() == earlier.last.toordinal() + 1
        assert not overlaps(earlier, later)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "FY2026",
            (
                "FY2026 is a fiscal period, but `fiscal_year_ends` of its entity is not known; "
                "add `fiscal_year_ends: 12-31` to the entity, with the day on which its year ends"
            ),
        ),
        ("2025-Q5", "quarter 5 does not exist"),
        ("2025-13", "month 13 does not exist; write a month from 01 to 12"),
        ("0001-Q1", "0001-Q1 is not a period such as 2025, 2025-01 or 2025-Q1"),
        ("FY0025", "FY0025 is not a period such as 2025, 2025-01 or 2025-Q1"),
        ("Q1 2025", "Q1 2025 is not how a period is written here; write 2025-Q1"),
        ("2025 Q1", "2025 Q1 is not how a period is written here; write 2025-Q1"),
        ("2025-q1", "2025-q1 is not how a period is written here; write 2025-Q1"),
        ("1Q25", "1Q25 is not how a period is written here; write 2025-Q1"),
        ("Q4 '25", "Q4 '25 is not how a period is written here; write 2025-Q4"),
        ("first quarter of 2025", "first quarter of 2025 is not how a period is written here; write 2025-Q1"),
        ("4th quarter 2025", "4th quarter 2025 is not how a period is written here; write 2025-Q4"),
        (
            "the second quarter of fiscal year 2026",
            "the second quarter of fiscal year 2026 is not how a period is written here; write FY2026-Q2",
        ),
        ("Q1 FY26", "Q1 FY26 is not how a period is written here; write FY2026-Q1"),
        ("fiscal Q3 2026", "fiscal Q3 2026 is not how a period is written here; write FY2026-Q3"),
        ("FY26", "FY26 is not how a period is written here; write FY2026"),
        ("fiscal 2026", "fiscal 2026 is not how a period is written here; write FY2026"),
        ("H1 2025", "H1 2025 is not how a period is written here; write 2025-01/2025-06"),
        ("2H25", "2H25 is not how a period is written here; write 2025-07/2025-12"),
        (
            "second half of 2025",
            "second half of 2025 is not how a period is written here; write 2025-07/2025-12",
        ),
        ("1/29/2025", "1/29/2025 is not how a period is written here; write 2025-01-29"),
        ("January 2025", "January 2025 is not how a period is written here; write 2025-01"),
        ("2025-2026", "2025-2026 is not how a period is written here; write 2025/2026"),
        ("last year", "last year is not a period such as 2025, 2025-01 or 2025-Q1"),
    ],
)
def test_other_notations_of_periods_are_told_the_right_one(text: str, message: str) -> None:
    with pytest.raises(DateError) as caught:
        read_period(text)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025-01-24", "24 January 2025"),
        ("2025-01", "January 2025"),
        ("2025", "2025"),
        ("2025-01~", "about January 2025"),
        ("2025-01-29?", "possibly 29 January 2025"),
        ("2025%", "possibly about 2025"),
        ("2025-21", "spring 2025"),
        ("2025-24", "winter 2025"),
        ("201X", "the 2010s"),
        ("20XX", "2000 to 2099"),
        ("2025-XX", "2025"),
        ("2025-01-XX", "January 2025"),
        ("2025-01-29/2025-02-02", "29 January to 2 February 2025"),
        ("2024-12-30/2025-01-02", "30 December 2024 to 2 January 2025"),
        ("2025-02-27/2025-02-28", "27 to 28 February 2025"),
        ("2025-05/2025-09", "May to September 2025"),
        ("2024-12/2025-01", "December 2024 to January 2025"),
        ("2024-05-01/2025-05-01", "1 May 2024 to 1 May 2025"),
        ("2025-21/2025-22", "spring to summer 2025"),
        ("2025-01/2025-03-05", "January 2025 to 5 March 2025"),
        ("2025-01~/2025-02", "about January 2025 to February 2025"),
        ("2025-01/2025-02~", "January 2025 to about February 2025"),
        ("200X/201X", "the 2000s to the 2010s"),
        ("2025-01/2025-01", "January 2025"),
        ("2025/..", "from 2025 on"),
        ("../2025-01", "until January 2025"),
        ("2025/", "2025 to an unknown date"),
    ],
)
def test_dates_in_words(text: str, words: str) -> None:
    assert write_date(read_date(text)) == words


@pytest.mark.parametrize(
    ("a", "b", "shared"),
    [
        ("2025", "2025-01-29", True),
        ("2025-01", "2025-02", False),
        ("2025-01/2025-02", "2025-02-28/2025-03", True),
        ("2025-01-29", "2025-01-30", False),
        ("2024/..", "2030", True),
        ("../2024", "2025", False),
    ],
)
def test_overlaps_either_way_round(a: str, b: str, shared: bool) -> None:
    assert overlaps(read_date(a), read_date(b)) is shared
    assert overlaps(read_period(b), read_date(a)) is shared


def test_dates_sort_by_first_then_last_day() -> None:
    texts = ["2025-01-29", "2025", "../2024", "2025-01", "2024/..", "2024-12-31"]
    ordered = sorted(map(read_date, texts), key=sort_key)
    assert [d.text for d in ordered] == ["../2024", "2024/..", "2024-12-31", "2025-01", "2025", "2025-01-29"]


AS_WRITTEN = """\
2021
2024-03
2025~
2025-01~
2026-06~
2024-12-26
2026-10
2024/2025
2025-05/2025-09
2026-06-12/2026-07-01
2025-02-27/2025-02-28
2025/2029
2023-Q1
2024-Q4
FY2023
FY2026-Q3"""


@pytest.mark.parametrize(
    "text",
    AS_WRITTEN.splitlines(),
)
def test_dates_as_authors_write_them_read(text: str) -> None:
    assert read_period(text, JUNE_30).text == text


_days = st.dates(date(1, 1, 1), date(9999, 12, 31)).map(date.isoformat)
_plain = st.one_of(
    _days,
    _days.map(lambda day: day[:7]),
    _days.map(lambda day: day[:4]),
)
_qualified = st.tuples(_plain, st.sampled_from(["", "~", "?", "%"])).map("".join)
_unspecified = st.one_of(
    _days.map(lambda day: day[:3] + "X"),
    _days.map(lambda day: day[:2] + "XX"),
    _days.map(lambda day: day[:4] + "-XX"),
    _days.map(lambda day: day[:4] + "-XX-XX"),
    _days.map(lambda day: day[:8] + "XX"),
).filter(lambda text: not text.startswith(("000X", "00XX")))
_seasons = st.tuples(_days.map(lambda day: day[:4]), st.sampled_from(["-21", "-22", "-23"])).map("".join)
_intervals = st.tuples(_qualified, _qualified).map(
    lambda pair: "/".join(sorted(pair, key=lambda text: read_date(text).first))
)
_open = st.one_of(_qualified.map(lambda text: f"../{text}"), _qualified.map(lambda text: f"{text}/.."))
_any = st.one_of(_qualified, _unspecified, _seasons, _intervals, _open)


def _oracle(days: tuple[int, ...] | float) -> date:
    if isinstance(days, float):
        return date.min if days < 0 else date.max
    return date(*days[:3])


@settings(max_examples=60, deadline=None, derandomize=True)
@given(_any)
def test_first_and_last_day_agree_with_the_edtf_package(text: str) -> None:
    ours, theirs = read_date(text), parse_edtf(text)
    assert (ours.first, ours.last) == (_oracle(theirs.lower_strict()), _oracle(theirs.upper_strict()))
    both = theirs.is_uncertain_and_approximate
    assert (ours.approximate, ours.uncertain) == (theirs.is_approximate or both, theirs.is_uncertain or both)


@settings(deadline=None, derandomize=True)
@given(_any)
def test_a_period_as_interval_reads_as_the_same_days(text: str) -> None:
    period = read_period(text)
    again = read_date(period.edtf)
    assert (again.first, again.last) == (period.first, period.last)


@settings(deadline=None, derandomize=True)
@given(st.one_of(st.text(max_size=80), st.text("0123456789-/.XQFY~?% ", max_size=20)))
def test_any_text_reads_or_is_refused_in_words(text: str) -> None:
    try:
        period = read_period(text, JUNE_30)
    except DateError as error:
        said = str(error)
    else:
        assert period.first <= period.last
        said = write_period(period)
    assert said
