"""What the form for contributions is told of the site."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

import pytest

from generator import files as disk
from generator import pipeline
from generator.model.references import NAMES
from generator.model.repository import Repository
from generator.pipeline import Site
from generator.reading.yaml_nodes import plain
from generator.schemas.published import schema_files
from tests.conftest import PROJECT

PAGE = b"---\ntitle: Help\ndescription: How to help.\n---\n\n# Help\n\n{{ contribution_form() }}\n"
REPOSITORY = Repository("https://github.example/us/site", "main")


def site(repository: Repository | None) -> Site:
    files = {**disk.collect(PROJECT), "docs/help.md": PAGE}
    return pipeline.compile(files, draw=lambda _: "<svg></svg>", audit=lambda _: (), repository=repository)


def known(made: Site) -> Mapping[str, object]:
    found: Mapping[str, object] = json.loads(made.assets["contribute/known.json"])
    return found


def test_the_form_knows_ids_and_facts_as_they_are_written() -> None:
    made = site(REPOSITORY)
    told = known(made)
    assert told["repository"] == {"url": REPOSITORY.url, "branch": "main"}
    assert told["topics"] == ["harbour"]
    assert told["terms"] == {"berth-licence": {"open": "open to all", "members": "members only"}}
    assert told["stored"] == ["harbour-gazette"]
    facts = told["fact"]
    assert isinstance(facts, dict)
    assert facts["northwind-people"] == [
        "harbour",
        "northwind",
        "workforce",
        "about 1,200 people, 20 February 2025",
    ]
    written = json.loads(made.assets["contribute/facts/harbour.json"])
    assert written["northwind-people"]["path"] == "seeds/facts/harbour.yml"
    assert written["northwind-people"]["keys"] == plain(
        made.ledger.origin(made.ledger.facts["northwind-people"]).node
    )


@pytest.mark.parametrize("repository", [REPOSITORY, None])
def test_without_its_script_the_form_is_a_template_and_a_way(repository: Repository | None) -> None:
    page = site(repository).pages["help.md"]
    assert "- id: a-name-of-its-own" in page
    assert "seeds/facts/TOPIC/ID.yml" in page
    assert ("[open a new file on GitHub](https://github.example/us/site/new/main)" in page) is bool(
        repository
    )


def test_only_a_site_with_the_form_has_what_it_needs(own_site: Site) -> None:
    bare = pipeline.compile(disk.collect(PROJECT), draw=lambda _: "<svg></svg>")
    assert [path for path in bare.assets if "contribut" in path] == []
    assert "assets/contribution/form.js" in own_site.assets


def test_every_key_that_takes_an_id_says_what_it_names() -> None:
    """Save a record’s own id, and the terms of a property, which are of its metric."""
    kinds = dict(json.loads(schema_files()["schema/facts.json"])["$defs"])
    kinds["source"] = json.loads(schema_files()["schema/sources.json"])["items"]

    def keys(shape: object, key: str = "") -> set[str]:
        if isinstance(shape, list):
            return {name for each in shape for name in keys(each, key)}
        if not isinstance(shape, dict):
            return set()
        own = {key} if re.match(r"\^\(\?!index", str(shape.get("pattern", ""))) else set()
        inner = [(each, name) for name, each in shape.get("properties", {}).items()]
        inner += [(shape[name], key) for name in ("items", "anyOf") if name in shape]
        return own.union(*(keys(each, name) for each, name in inner))

    named = {name for kind in kinds.values() for name in keys(kind)}
    assert named - {"id", "value"} == set(NAMES)
