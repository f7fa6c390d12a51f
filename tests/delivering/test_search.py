"""The search index holds each thing once: a fact as an entry of its own, and not again in the notes and lists of pages."""

from __future__ import annotations

import json

from generator.delivering.search import with_facts
from generator.pipeline import Site


def entries(site: Site, *docs: dict[str, str]) -> dict[str, dict[str, object]]:
    index = json.dumps({"config": {}, "docs": docs})
    return {each["location"]: each for each in json.loads(with_facts(index, site.ledger))["docs"]}


def test_every_fact_has_an_entry(own_site: Site) -> None:
    found = entries(own_site)
    assert {f"fact/{name}/" for name in own_site.ledger.facts} <= set(found)


def test_notes_below_a_page_are_left_out_and_lists_within_it_stay(own_site: Site) -> None:
    text = "<p>Told.</p> <ol> <li>one</li> </ol>"
    notes = " <ol> <li> <p>“said” open the fact ↩↩</p> </li> </ol>"
    found = entries(
        own_site,
        {"location": "meta-spending/#end", "title": "End", "text": text + notes},
        {"location": "meta-spending/#start", "title": "Start", "text": text},
    )
    assert [found[f"meta-spending/#{each}"]["text"] for each in ("end", "start")] == [text, text]


def test_a_source_is_told_by_who_published_it_and_when(own_site: Site) -> None:
    long = "<p>Where the facts come from.</p> Source Publisher"
    found = entries(
        own_site,
        {
            "location": "sources/hf-deepseek-org/",
            "title": "DeepSeek organisation card",
            "text": "<ul> …",
        },
        {"location": "sources/", "title": "Sources", "text": long},
    )
    assert str(found["sources/hf-deepseek-org/"]["text"]).endswith("<p>2025</p>")
    assert found["sources/"]["text"] == "<p>Where the facts come from.</p>"
