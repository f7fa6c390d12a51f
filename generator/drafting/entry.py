"""Answers as the entry of a seed file: where it goes, and its text in the one layout."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from generator.drafting.fields import PROOF
from generator.layout import laid_out
from generator.reading.yaml_nodes import ListNode, Plain, read_yaml

Answers = Mapping[str, str | tuple[str, ...]]


def plain_entry(answers: Answers, clashes: Mapping[str, str] | None = None) -> dict[str, Plain]:
    """The record that `answers` describe; what proves a fact goes below `evidence`, empty answers are left out."""
    found: dict[str, Plain] = {}
    proof: dict[str, Plain] = {}
    for key, value in answers.items():
        text: Plain = value.strip() if isinstance(value, str) else list(value)
        if text:
            (proof if key in PROOF else found)[key] = text
    if clashes:
        found["disagrees_with"] = [{"fact": fact, "because": because} for fact, because in clashes.items()]
    return {**found, "evidence": [proof]} if proof else found


def own_file(path: str, entry: Mapping[str, Plain], *, schema: str = "") -> str:
    """The text of a file with this one entry; `schema` is the path of what editors complete it by."""
    above = "../" * (len(PurePosixPath(path).parts) - 1)
    head = f"# yaml-language-server: $schema={above}{schema}\n" if schema else ""
    return head + laid_out(path, [dict(entry)])


def appended(path: str, text: str, entry: Mapping[str, Plain]) -> str:
    """`text` with the entry below it, dashes in one column; all that stood there is unchanged."""
    end = "\r\n" if "\r\n" in text else "\n"
    gap = end if text.endswith("\n") else end * 2
    root, _ = read_yaml(path, text.removeprefix("\ufeff"))
    indent = " " * (root.place.column - 1) if isinstance(root, ListNode) else ""
    lines = laid_out(path, [dict(entry)]).splitlines()
    return text + gap + "".join(f"{indent}{line}{end}" for line in lines)
