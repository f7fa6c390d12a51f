"""Whatever YAML the reader takes comes out with the same meaning and the same comments, and comes out once."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.layout import formatted
from generator.layout.comments import comments
from generator.reading.yaml_nodes import plain, read_yaml

ODD = (
    *"NO 012 yes ~ null 1.10 12:30:45 0x1F 2025-01-29 - -- --- ... .5 -5.6% +3 ? : , # & * ! | > % @ ` [] {} << = \\".split(),
    *(
        "a: b",
        "a:",
        "a #b",
        "a#b",
        ": a",
        "- a",
        "? a",
        "[a",
        "{value} rose",
        "it's",
        '"quoted"',
        'it\'s "both"',
    ),
    *(
        "",
        " lead",
        "trail ",
        "two  spaces",
        "tab\there",
        "a\nb",
        "a\n\nb\n",
        "\na",
        "a\n",
        "a\n\n",
        "  a\nb",
        "a \nb",
    ),
    *(
        "“curly”",
        "–5%",
        "数百万",
        "e\u0301",
        "👩\u200d🔬",
        "\xa0nbsp\xa0",
        "http://x.y/z?a#b",
        "a, b",
        "C:\\path",
        "x" * 130,
    ),
    *("# no comment\nat all", "|\n>", "--- a", "%YAML 1.2"),
)
TEXTS = st.sampled_from(ODD) | st.text("aA0 :#-?[]{}'\"\\,%&*!|>\n\té", max_size=12)
KEYS = st.sampled_from(("id", "kind", "evidence", "statement", "value", "because", "zeta")) | TEXTS
TREES = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)
RECORDS = st.lists(st.dictionaries(KEYS, TREES, min_size=1, max_size=5), min_size=1, max_size=3)
STYLES = st.fixed_dictionaries(
    {
        "default_style": st.sampled_from((None, None, "'", '"', "|", ">")),
        "default_flow_style": st.sampled_from((False, False, None, True)),
        "width": st.sampled_from((10, 40, 1000)),
        "indent": st.sampled_from((2, 3, 4)),
        "explicit_start": st.booleans(),
    }
)
NOTES = st.lists(
    st.tuples(
        st.integers(0, 40),
        st.integers(0, 8),
        st.booleans(),
        st.sampled_from(("# note", "#", "#x: [", "# - id: a")),
    ),
    max_size=5,
)


def noted(text: str, notes: list[tuple[int, int, bool, str]]) -> str:
    """`text` with comments behind lines, or between them at any depth and with an empty line after every other."""
    lines = text.split("\n")
    for row, indent, behind, note in notes:
        place = row % len(lines)
        if behind and lines[place].strip():
            lines[place] += f" {note}"
        else:
            lines[place:place] = [" " * indent + note] + [""] * (indent % 2)
    return "\n".join(lines)


def same_and_once(path: str, text: str) -> None:
    root, problems = read_yaml(path, text)
    assume(root is not None and not problems)
    assert root is not None
    once = formatted(path, text)
    assert once.problems == ()
    again, broken = read_yaml(path, once.text)
    assert again is not None
    assert not broken
    assert plain(again) == plain(root)
    told = [sorted(each.text for each in comments(*pair)) for pair in ((text, root), (once.text, again))]
    assert told[0] == told[1]
    assert formatted(path, once.text) == once


@settings(max_examples=150)
@given(RECORDS, STYLES, NOTES, st.booleans())
def test_any_list_of_records_keeps_its_meaning_and_comments(
    records: list[Any], style: dict[str, Any], notes: list[tuple[int, int, bool, str]], carriage: bool
) -> None:
    text = noted(yaml.safe_dump(records, allow_unicode=True, sort_keys=False, **style), notes)
    same_and_once("seeds/facts/x.yml", text.replace("\n", "\r\n") if carriage else text)


@settings(max_examples=80)
@given(TREES, STYLES, NOTES)
def test_any_other_tree_does_too(
    tree: Any, style: dict[str, Any], notes: list[tuple[int, int, bool, str]]
) -> None:
    same_and_once(
        "seeds/sources/x.yml",
        noted(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, **style), notes),
    )


@settings(max_examples=200)
@given(st.text("- a:b\n#'\"[]{},|>?", max_size=40))
def test_any_text_that_reads_at_all_does_too(text: str) -> None:
    same_and_once("seeds/sources/x.yml", text)
