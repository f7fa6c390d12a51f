"""What the layout makes of a file: the pairs in `cases.md`, and the first place that differs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.layout import difference, formatted
from generator.reading.yaml_nodes import plain, read_yaml

PAGE = Path(__file__).parent / "cases.md"
CASE = re.compile(
    r"^## (?P<title>[^\n]*)\n\n```yaml (?P<path>[^\n]*)\n(?P<given>.*?)^```\n\n```yaml\n(?P<wanted>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


def test_every_case_comes_out_as_its_page_says(request: pytest.FixtureRequest) -> None:
    page = PAGE.read_text(encoding="utf-8")
    cases = list(CASE.finditer(page))
    assert len(cases) == page.count("\n## ")
    given = [formatted(case["path"], case["given"]).text for case in cases]
    if request.config.getoption("--accept"):
        for case, text in reversed(list(zip(cases, given, strict=True))):
            page = page[: case.start("wanted")] + text + page[case.end("wanted") :]
        PAGE.write_text(page, encoding="utf-8")
        return
    assert given == [case["wanted"] for case in cases]


@pytest.mark.parametrize(
    "case", list(CASE.finditer(PAGE.read_text(encoding="utf-8"))), ids=lambda case: case["title"]
)
def test_what_comes_out_stays_and_means_the_same(case: re.Match[str]) -> None:
    assert formatted(case["path"], case["wanted"]).text == case["wanted"]
    if case["path"].endswith(".yml"):
        roots = [read_yaml(case["path"], case[part])[0] for part in ("given", "wanted")]
        assert [root and plain(root) for root in roots[:1]] == [root and plain(root) for root in roots[1:]]


def test_what_cannot_be_read_stays_with_its_problem_and_place() -> None:
    broken = formatted("seeds/articles/x.md", "---\nid: a\nid: b\n---\ntext\n")
    assert broken.text == "---\nid: a\nid: b\n---\ntext\n"
    assert [(each.code, each.place.line, each.place.column) for each in broken.problems] == [
        ("key-twice", 3, 1)
    ]


@pytest.mark.parametrize(
    ("text", "line", "column", "note"),
    [
        ("- kind: event\n  id: a\n", 1, 1, "this line would be `- id: a`"),
        ("- id: a\n- id: b\n", 2, 1, "this line would be empty"),
        ("- id: a\n\n\n- id: b\n", 3, 1, "this line would be `- id: b`"),
        ("- id: a\n\n", 2, 1, "the file would end before this line"),
        ("- id: a\r\n", 1, 1, "its lines end as on Windows, in CR LF; in seed files they end in LF"),
        ("-   id: a\n", 1, 1, "this line would be `- id: a`"),
        (
            "- id: a\n  evidence:\n  - source: b\n",
            3,
            3,
            "this line would stand at column 5, with nothing unseen at its ends",
        ),
    ],
)
def test_the_first_difference_has_its_place(text: str, line: int, column: int, note: str) -> None:
    found = difference("seeds/facts/x.yml", text, formatted("seeds/facts/x.yml", text).text)
    assert (found.place.line, found.place.column) == (line, column)
    assert [each.text for each in found.notes] == [note]
    assert found.hint == "run `explainer fmt seeds/facts/x.yml`"
