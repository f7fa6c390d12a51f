"""Whatever is typed into a seed file by a slip of the hand: the reader says where and what, and never raises."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.reading.quoting import one_line
from generator.reading.yaml_nodes import ListNode, TextNode, read_yaml
from tests.conftest import PROJECT

ENTRY = (PROJECT / "seeds" / "facts" / "harbour.yml").read_text(encoding="utf-8")
SLIPS = st.lists(
    st.tuples(st.integers(0, len(ENTRY)), st.integers(0, 6), st.text("\t :-\"'{}[]“”‘#|>&*!%@`\n,?=<é\u00a0", max_size=3)),
    min_size=1,
    max_size=4,
)  # fmt: skip


@given(slips=SLIPS)
def test_every_slip_has_a_place_in_the_text(slips: list[tuple[int, int, str]]) -> None:
    text = ENTRY
    for at, dropped, typed in slips:
        text = text[:at] + typed + text[at + dropped :]
    _, problems = read_yaml("a.yml", text)
    lines = text.split("\n")
    for problem in problems:
        assert problem.headline
        assert problem.hint
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1


@given(
    text=st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_characters="\x7f"), min_size=1)
)
def test_a_quoted_text_is_read_as_it_was(text: str) -> None:
    words = " ".join(text.split())
    if not words or not words.isprintable():
        return
    root, problems = read_yaml("a.yml", f"- key: {one_line(text)}\n")
    assert problems == ()
    assert isinstance(root, ListNode)
    (_, value), *_ = root.items[0].entries.values()  # type: ignore[union-attr]
    assert isinstance(value, TextNode)
    assert value.text == words


UNQUOTED = """\
- id: one
  statement: {value} was spent.
- id: two
  statement: {value} more followed.
- id: three
  statement: "It was" spent.
"""


def test_every_value_without_its_quotation_marks_is_said_at_once() -> None:
    root, problems = read_yaml("a.yml", UNQUOTED)
    assert [(each.code, each.place.line) for each in problems] == [
        ("start-unquoted", 2), ("start-unquoted", 4), ("quotes-inside", 6),
    ]  # fmt: skip
    assert isinstance(root, ListNode)
    assert len(root.items) == 3


def test_the_end_of_a_value_over_several_lines_is_no_slip_of_its_own() -> None:
    root, problems = read_yaml("a.yml", "- a: {value} was\n    spent\n- b: {value} more\n")
    assert root is None
    assert [(each.code, each.place.line) for each in problems] == [("start-unquoted", 1)]


def test_a_slip_of_another_kind_farther_down_is_said_too() -> None:
    _, problems = read_yaml("a.yml", "- a: {value} was\n  b: c\n  d: e\n\tf: g\n")
    assert [(each.code, each.place.line) for each in problems] == [("start-unquoted", 1), ("tab-indent", 4)]


def test_lines_that_end_as_on_windows_have_the_same_slips() -> None:
    _, problems = read_yaml("a.yml", UNQUOTED.replace("\n", "\r\n"))
    assert [each.place.line for each in problems] == [2, 4, 6]
