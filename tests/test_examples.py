"""Every YAML example of the documentation is run: it has no problem, or the one that the words before it name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from generator import manual, pipeline
from generator.explainers.known import MODELINE
from generator.pipeline import Site
from generator.reading.yaml_nodes import ListNode, MapNode, plain, read_yaml
from tests.conftest import ROOT

PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "docs").rglob("*.md")),
)
_FENCE = re.compile(r"(?P<before>[^\n]*)\n+```ya?ml\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL)
HOMES = {"quote": "assessments", "url": "sources", "name": "", "kind": "facts"}
"""Where an entry belongs, by a key that it has; the first that fits counts."""


@dataclass(frozen=True)
class Example:
    """The lines of an example, where they stand, and the codes that the paragraph before them names."""

    page: str
    text: str
    expected: frozenset[str]

    @property
    def entries(self) -> list[MapNode]:
        root, problems = read_yaml(self.page, self.text)
        assert problems == ()
        assert isinstance(root, ListNode), self.text
        return [entry for entry in root.items if isinstance(entry, MapNode)]

    def home(self, number: int) -> str:
        room = next(room for key, room in HOMES.items() if key in self.entries[0].entries)
        return f"seeds/{room}/example-{number}.yml" if room else "seeds/entities.yml"


def examples() -> list[Example]:
    return [
        Example(
            page, found["text"], frozenset(re.findall(r"`([a-z-]+)`", found["before"])) & set(manual.codes())
        )
        for page in PAGES
        for found in _FENCE.finditer((ROOT / page).read_text(encoding="utf-8"))
    ]


def ids(site: Site) -> dict[str, object]:
    ledger = site.ledger
    return {
        name: plain(ledger.origin(record).node)
        for shelf in (ledger.facts, ledger.sources, ledger.entities)
        for name, record in shelf.items()
    }


def test_examples_are_found_in_the_documentation() -> None:
    found = examples()
    assert {each.page for each in found} >= {"README.md", "docs/contribute.md"}
    assert any(each.expected for each in found)


def test_the_first_line_of_an_example_leads_from_a_new_file_to_its_schema() -> None:
    lines = {each.text.splitlines()[0] for each in examples() if each.text.startswith("#")}
    assert len(lines) == 2
    for line in lines:
        path = line.removeprefix(MODELINE)
        room = path.rpartition("/")[2].removesuffix(".json")
        assert (ROOT / "seeds" / room / "topic" / path).resolve().is_file()


def laid(files: Mapping[str, bytes], chosen: Mapping[int, Example]) -> Site:
    """The real project with examples laid into it."""
    more = dict(files)
    for number, example in chosen.items():
        home = example.home(number)
        more[home] = more.get(home, b"") + b"\n" + example.text.encode()
    return pipeline.compile(more, draw=lambda _: "", audit=lambda _: ())


def test_examples_hold_in_the_real_project(own_site: Site, own_files: Mapping[str, bytes]) -> None:
    """An example with the id of a record is that record, word for word; any other is a valid new one."""
    known = ids(own_site)
    new: dict[int, Example] = {}
    for number, example in enumerate(examples()):
        for entry in example.entries:
            name = str(plain(entry.entries["id"][1]))
            if name in known:
                assert plain(entry) == known[name], example.page
            elif not example.expected:
                new[number] = example
    site = laid(own_files, new) if new else own_site
    told = [problem for problem in site.diagnostics if problem.code != "unused-fact"]
    assert told == []
    assert len(site.ledger.facts) == len(own_site.ledger.facts) + len(new)


@pytest.mark.parametrize(
    "example", [each for each in examples() if each.expected], ids=lambda each: each.page
)
def test_a_wrong_example_gets_the_code_that_its_page_names(
    example: Example, own_files: Mapping[str, bytes]
) -> None:
    site = laid(own_files, {0: example})
    assert {problem.code for problem in site.errors} == example.expected
