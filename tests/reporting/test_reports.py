"""Reports: their exact text, carets that stay under their span, and input that tries to break the output."""

from __future__ import annotations

import json
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic, Note, Place, Severity
from generator.reporting import REPORTS
from generator.reporting.excerpt import WIDEST, marked
from generator.reporting.full import render_full
from generator.reporting.visible import columns, visible

FACTS = "seeds/facts/meta.yml"
CLASH = Diagnostic(
    "value-not-in-quote",
    Place(FACTS, 2, 10, 2, 36),
    "meta-capex says $60 million, its quote says $60 billion",
    hint="write `value: $60 billion to $65 billion`",
    notes=(Note("the quote", Place(FACTS, 3, 12, 3, 20)), Note("100% sure")),
)
AGE = Diagnostic(
    "old, date: gone", Place("a,b:c.yml", 1, 1, 3, 1), "50% is\r\nold", severity=Severity.WARNING
)
SOURCES = {FACTS: "- id: meta-capex\n  value: $60 million to $65 million\n    quote: invests\n"}

FULL = """\
a,b:c.yml:1:1: warning[old, date: gone] 50% is\\r\\nold

seeds/facts/meta.yml:2:10: error[value-not-in-quote] meta-capex says $60 million, its quote says $60 billion
    2 |   value: $60 million to $65 million
      |          ^^^^^^^^^^^^^^^^^^^^^^^^^^
   note: the quote, seeds/facts/meta.yml:3:12
   note: 100% sure
   hint: write `value: $60 billion to $65 billion`
"""
LINE = """\
a,b:c.yml:1:1: warning[old, date: gone] 50% is\\r\\nold
seeds/facts/meta.yml:2:10: error[value-not-in-quote] meta-capex says $60 million, its quote says $60 billion \
(hint: write `value: $60 billion to $65 billion`)
"""
GITHUB = """\
::error file=seeds/facts/meta.yml,line=2,endLine=2,col=10,endColumn=36,title=value-not-in-quote::\
meta-capex says $60 million, its quote says $60 billion%0Anote: the quote, seeds/facts/meta.yml:3:12%0Anote: 100%25 sure%0Awrite `value: $60 billion to $65 billion`
::warning file=a%2Cb%3Ac.yml,line=1,endLine=2,title=old%2C date%3A gone::50%25 is\\r\\nold
"""


@pytest.mark.parametrize(("name", "expected"), [("full", FULL), ("line", LINE), ("github", GITHUB)])
def test_text_of_a_report(name: str, expected: str) -> None:
    assert REPORTS[name]([CLASH, AGE], SOURCES) == expected


@pytest.mark.parametrize("name", ["full", "line", "github"])
def test_no_problem_no_text(name: str) -> None:
    assert REPORTS[name]([], SOURCES) == ""


def _excerpt(place: Place, source: str) -> list[str]:
    report = REPORTS["full"]([Diagnostic("x", place, "y")], {place.path: source})
    return report.splitlines()[1:]


@pytest.mark.parametrize(
    ("case", "source", "span", "rows"),
    [
        ("an empty span is one caret", "abc", (1, 2, 1, 2), ["    1 | abc", "      |  ^"]),
        ("a place without an end is one caret", "a\nbcd", (2, 2, 1, 1), ["    2 | bcd", "      |  ^"]),
        ("after the end of the line", "abc", (1, 9, 1, 12), ["    1 | abc", "      |    ^"]),
        ("an empty line", "\nb", (1, 1, 1, 1), ["    1 |", "      | ^"]),
        ("a line past the end", "abc", (7, 1, 7, 2), []),
        ("an empty file", "", (1, 1, 1, 1), ["    1 |", "      | ^"]),
        ("a tab before", "\tkey", (1, 2, 1, 5), ["    1 |     key", "      |     ^^^"]),
        ("a tab inside", "ab\tkey", (1, 2, 1, 5), ["    1 | ab  key", "      |  ^^^^"]),
        ("wide characters", "深度求索 R1", (1, 3, 1, 5), ["    1 | 深度求索 R1", "      |     ^^^^"]),
        ("emoji", "🐳🐳 x", (1, 4, 1, 5), ["    1 | 🐳🐳 x", "      |      ^"]),
        ("combining marks", "e\u0301a", (1, 3, 1, 4), ["    1 | e\u0301a", "      |  ^"]),
        ("an escape sequence", "\x1b[31mred", (1, 6, 1, 9), ["    1 | \\x1b[31mred", "      |         ^^^"]),
        ("a hidden space", "a\u200bb", (1, 2, 1, 3), ["    1 | a\\u200bb", "      |  ^^^^^^"]),
        ("Windows line ends", "a\r\nbc\r\n", (2, 1, 2, 3), ["    2 | bc", "      | ^^"]),
        (
            "two lines",
            "k: a b\n   c d\nx",
            (1, 4, 2, 5),
            ["    1 | k: a b", "      |    ^^^", "    2 |    c d", "      |    ^"],
        ),
        (
            "a block that ends on the line after",
            "k: |\n  a\nx",
            (1, 4, 3, 1),
            ["    1 | k: |", "      |    ^", "    2 |   a", "      |   ^"],
        ),
        (
            "four lines",
            "a\n\nb\nc\n",
            (1, 1, 4, 2),
            ["    1 | a", "      | ^", "    2 |", "    3 | b", "      | ^", "      | …"],
        ),
        (
            "a span past the end of the file",
            "a\nb",
            (2, 1, 9, 9),
            ["    2 | b", "      | ^"],
        ),
    ],
)
def test_carets(case: str, source: str, span: tuple[int, int, int, int], rows: list[str]) -> None:
    assert _excerpt(Place("f.yml", *span), source) == rows


@pytest.mark.parametrize(
    ("line", "span", "text", "carets"),
    [
        ("0123456789", (4, 6), "0123456789", "    ^^"),
        ("0123456789abc", (0, 1), "01234567…", "^"),
        ("0123456789abc", (6, 7), "…3456789a…", "    ^"),
        ("0123456789abc", (12, 13), "…56789abc", "        ^"),
        ("0123456789abc", (2, 12), "…23456789…", " ^^^^^^^^"),
        ("深深深深深深", (3, 4), "…深深深深", "   ^^"),
    ],
)
def test_a_long_line_is_cut_around_its_span(line: str, span: tuple[int, int], text: str, carets: str) -> None:
    assert marked(line, *span, room=10) == (text, carets)


@settings(deadline=None, derandomize=True)
@given(st.text(st.characters(), max_size=400), st.integers(-2, 400), st.integers(-2, 400))
def test_every_row_fits_the_page_whatever_the_line(line: str, start: int, end: int) -> None:
    text, carets = marked(line, start, end, room=WIDEST)
    assert sum(map(columns, text)) <= WIDEST
    assert set(carets) <= {" ", "^"}
    assert carets.count("^") >= 1
    assert len(carets) <= sum(map(columns, text)) + 1


@settings(deadline=None, derandomize=True)
@given(
    st.text("ab \t深🐳\u0301\x1b", max_size=150),
    st.text("a深🐳", min_size=1, max_size=9),
    st.text("b\t深", max_size=150),
)
def test_the_carets_stand_under_the_span(before: str, span: str, after: str) -> None:
    text, carets = marked(before + span + after, len(before), len(before + span), room=60)
    spread = "".join(character + "\0" * (columns(character) - 1) for character in text if columns(character))
    under = spread[carets.index("^") : len(carets)]
    assert under.replace("\0", "") == span


def test_a_line_of_a_megabyte_is_cut() -> None:
    rows = _excerpt(Place("f.yml", 1, 500_001, 1, 500_004), "a" * 500_000 + "key" + "b" * 500_000)
    assert [len(row) for row in rows] == [WIDEST, 60]
    assert rows[0][57:60] == "key"
    assert rows[1][57:60] == "^^^"


def test_line_numbers_of_six_digits_widen_the_gutter() -> None:
    rows = _excerpt(Place("f.yml", 100_000, 1, 100_000, 2), "\n" * 99_999 + "a")
    assert rows == ["100000 | a", "       | ^"]


def test_colour_adds_nothing_but_colour() -> None:
    coloured = render_full([CLASH, AGE], SOURCES, colour=True)
    first = "\x1b[1mseeds/facts/meta.yml:2:10:\x1b[0m \x1b[1;31merror[value-not-in-quote]\x1b[0m meta-capex"
    assert first in coloured
    assert "\x1b[1;33mwarning[old, date: gone]\x1b[0m" in coloured
    for style in ("0", "1", "1;31", "1;33", "34", "36"):
        coloured = coloured.replace(f"\x1b[{style}m", "")
    assert coloured == FULL


@pytest.mark.parametrize(
    ("count", "last"), [(10, "p9"), (11, "and 1 more problem"), (25, "and 15 more problems")]
)
def test_github_shows_ten_and_counts_the_others(count: int, last: str) -> None:
    problems = [Diagnostic("x", Place("f.yml", n + 1), f"p{n}") for n in range(count)]
    rows = REPORTS["github"](problems, {}).splitlines()
    assert len(rows) == min(count, 11)
    assert [row.startswith("::error ") for row in rows[:10]] == [True] * 10
    assert last in rows[-1]


def test_github_shows_errors_before_warnings() -> None:
    warning = Diagnostic("w", Place("a.yml"), "first by place", severity=Severity.WARNING)
    error = Diagnostic("e", Place("z.yml"), "last by place")
    assert [row.split(" ")[0] for row in REPORTS["github"]([warning, error], {}).splitlines()] == [
        "::error",
        "::warning",
    ]


def test_json() -> None:
    assert json.loads(REPORTS["json"]([CLASH, AGE], SOURCES)) == {
        "schema_version": 1,
        "problems": [
            {
                "code": "old, date: gone",
                "severity": "warning",
                "headline": "50% is\r\nold",
                "hint": "",
                "place": {"path": "a,b:c.yml", "line": 1, "column": 1, "end_line": 3, "end_column": 1},
                "notes": [],
            },
            {
                "code": "value-not-in-quote",
                "severity": "error",
                "headline": CLASH.headline,
                "hint": CLASH.hint,
                "place": {"path": FACTS, "line": 2, "column": 10, "end_line": 2, "end_column": 36},
                "notes": [
                    {
                        "text": "the quote",
                        "place": {"path": FACTS, "line": 3, "column": 12, "end_line": 3, "end_column": 20},
                    },
                    {"text": "100% sure", "place": None},
                ],
            },
        ],
    }


MARKDOWN = """\
**1 error, 1 warning**

| Where | What is wrong | What to do |
|---|---|---|
| seeds/facts/meta.yml:2 | **error** value-not-in-quote: meta-capex says $60 million, its quote says $60 billion\
<br>the quote, seeds/facts/meta.yml:3:12<br>100% sure | write &#96;value: $60 billion to $65 billion&#96; |
| a,b:c.yml:1 | **warning** old, date: gone: 50% is&#92;r&#92;nold |  |
"""


def test_markdown_shows_errors_first_and_the_input_cannot_act() -> None:
    assert REPORTS["markdown"]([CLASH, AGE], SOURCES) == MARKDOWN
    assert REPORTS["markdown"]([], SOURCES) == "No problems.\n"
    hostile = Diagnostic("x", Place("f.yml"), "a | b <img> ![x](https://x.example)")
    (row,) = REPORTS["markdown"]([hostile], {}).splitlines()[4:]
    assert row.count("|") == 4
    assert not set(row) & set("<>[]")


def test_markdown_counts_what_a_summary_cannot_hold() -> None:
    problems = [Diagnostic("x", Place("f.yml", n + 1), "wrong") for n in range(1501)]
    report = REPORTS["markdown"](problems, {})
    assert report.startswith("**1,501 errors, 0 warnings**\n")
    assert report.endswith("\n\nAnd 1,001 more.\n")


def _location(uri: str, *region: int) -> dict[str, object]:
    names = ("startLine", "startColumn", "endLine", "endColumn")
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": uri},
            "region": dict(zip(names, region, strict=True)),
        }
    }


def test_sarif() -> None:
    late = Diagnostic("value-not-in-quote", Place("z é.yml", 4, 2), "no end")
    report = json.loads(REPORTS["sarif"]([late, CLASH, AGE], SOURCES))
    assert (report["version"], len(report["runs"])) == ("2.1.0", 1)
    run = report["runs"][0]
    assert run["tool"] == {
        "driver": {"name": "explainer", "rules": [{"id": "old, date: gone"}, {"id": "value-not-in-quote"}]}
    }
    assert run["columnKind"] == "unicodeCodePoints"
    hint = "hint: write `value: $60 billion to $65 billion`"
    assert run["results"] == [
        {
            "ruleId": "old, date: gone",
            "ruleIndex": 0,
            "level": "warning",
            "message": {"text": "50% is\\r\\nold"},
            "locations": [_location("a%2Cb%3Ac.yml", 1, 1, 3, 1)],
        },
        {
            "ruleId": "value-not-in-quote",
            "ruleIndex": 1,
            "level": "error",
            "message": {"text": f"{CLASH.headline}\nnote: 100% sure\n{hint}"},
            "locations": [_location(FACTS, 2, 10, 2, 36)],
            "relatedLocations": [_location(FACTS, 3, 12, 3, 20) | {"message": {"text": "the quote"}}],
        },
        {
            "ruleId": "value-not-in-quote",
            "ruleIndex": 1,
            "level": "error",
            "message": {"text": "no end"},
            "locations": [_location("z%20%C3%A9.yml", 4, 2, 4, 2)],
        },
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("naïve 深度 👩‍💻", "naïve 深度 👩‍💻"),
        ("a\n::error::b", "a\\n::error::b"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("\x9b31m\x85", "\\x9b31m\\x85"),
        ("\u202egnp.exe\u2028", "\\u202egnp.exe\\u2028"),
        ("\ud800\U000e0041", "\\ud800\\U000e0041"),
    ],
)
def test_characters_that_hide_or_steer_are_spelt_out(text: str, shown: str) -> None:
    assert visible(text) == shown


_hostile = st.text(st.characters(), max_size=30)
_numbers = st.integers(0, 9)
_places = st.builds(Place, _hostile, _numbers, _numbers, _numbers, _numbers)
_problems = st.lists(
    st.builds(
        Diagnostic,
        _hostile,
        _places,
        _hostile,
        _hostile,
        st.lists(st.builds(Note, _hostile, st.none() | _places), max_size=2).map(tuple),
        st.sampled_from(Severity),
    ),
    max_size=3,
)


@pytest.mark.parametrize("name", sorted(REPORTS))
@settings(deadline=None, derandomize=True)
@given(problems=_problems, text=_hostile)
def test_no_input_raises_or_reaches_the_terminal_raw(
    name: str, problems: list[Diagnostic], text: str
) -> None:
    report = REPORTS[name](problems, {problem.place.path: text for problem in problems[:2]})
    raw = {c for c in report if category(c) in ("Cc", "Cs", "Zl", "Zp", "Cf")} - {"\n", "\u200c", "\u200d"}
    assert raw == set()
    if name == "line":
        assert report.count("\n") == len(problems)
