"""English is data: no list of more than eight words and no pattern of more than 110 characters in code that reads it."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "generator"
FOLDERS = ("quantities", "language", "evidence")
LONGEST_PATTERN = 110
MOST_WORDS = 8
MODULES = sorted(path for folder in FOLDERS for path in (PACKAGE / folder).rglob("*.py"))
STILL = (
    "language/text/attributed.py",
    "evidence/cuts.py",
    "evidence/dating.py",
    "evidence/rules/claimant.py",
    "evidence/rules/the_value.py",
)
"""Modules with a list of words yet; one that has none any more is taken from here."""
_FIELD = re.compile(r"(?<!\{)\{[^{}]+\}(?!\})")
_PATTERN = re.compile(r"\\[bsdwSWDZA]|\(\?|\[\^")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]+")


def written(node: ast.AST) -> str:
    """The characters of a string in code; empty where it is none."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def patterns(code: str) -> Iterator[tuple[int, str]]:
    """Every literal that looks like a pattern, with its line, without what replacement fields put in."""
    for token in tokenize.generate_tokens(io.StringIO(code).readline):
        if token.type == tokenize.STRING and '"""' not in token.string and _PATTERN.search(token.string):
            yield token.start[0], _FIELD.sub("", token.string.lstrip("rbfu").strip("\"'"))


def lists(tree: ast.AST) -> Iterator[tuple[int, int]]:
    """Every row of words in code, with its line: the words of a list, the keys of a mapping, a text that is split."""
    for node in ast.walk(tree):
        items = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", [])
        if words := [each for each in items if each is not None and _WORD.fullmatch(written(each))]:
            yield getattr(node, "lineno", 0), len(words)
        split = (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split"
        )
        if split and isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.lineno, len(written(node.func.value).split())


def alternatives(pattern: str) -> int:
    """How many words a pattern lists."""
    return sum(1 for each in re.split(r"[|()]", pattern) if _WORD.fullmatch(each.strip()))


def found(path: Path) -> tuple[list[int], list[int], list[int]]:
    """The lines with a pattern that is too long, one that lists too many words, and a row of too many words."""
    code = path.read_text(encoding="utf-8")
    seen = [*patterns(code)]
    long = [line for line, text in seen if len(text) > LONGEST_PATTERN]
    wordy = [line for line, text in seen if alternatives(text) > MOST_WORDS]
    return long, wordy, [line for line, count in lists(ast.parse(code)) if count > MOST_WORDS]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_words_are_data(path: Path) -> None:
    name = str(path.relative_to(PACKAGE))
    assert any(found(path)) is (name in STILL), found(path)
