"""The search: facts are found by what a newcomer types, and its index is fetched only then."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Tab

pytestmark = pytest.mark.browser
Open = Callable[..., Tab]
SEARCHES = [
    line.split("\t")
    for line in Path(__file__).with_name("searches.tsv").read_text(encoding="utf-8").splitlines()
]
ITEM = ".md-search-result__item"


def results(page: Page, words: str) -> list[str]:
    """The addresses of the first three results, without the host."""
    field = page.locator("input[name=query]")
    field.fill("")
    field.press("Backspace")
    expect(page.locator(".md-search-result__meta")).to_contain_text("Type to start")
    field.fill(words[:-1])
    field.press_sequentially(words[-1])
    expect(page.locator(".md-search-result__meta")).to_contain_text("match")
    found = page.locator(f"{ITEM} > a").evaluate_all("links => links.slice(0, 3).map(link => link.href)")
    return [re.sub(r"^https?://[^/]+/|[?#].*$", "", address) for address in found]


def asked(page: Page) -> Iterator[str]:
    yield from page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")


def test_nearly_every_search_finds_what_it_should(tab: Open) -> None:
    page = tab().open("")
    page.keyboard.press("/")
    page.wait_for_function(
        "() => performance.getEntriesByType('resource').some(each => /index.json/.test(each.name))"
    )
    missed = [
        (words, found)
        for words, wanted in SEARCHES
        if not set(found := results(page, words)) & set(wanted.split())
    ]
    assert len(SEARCHES) >= 60
    assert len(missed) <= 1, missed


def test_every_target_exists(built: Path) -> None:
    assert [each for _, wanted in SEARCHES for each in wanted.split() if not (built / each).is_dir()] == []


def test_the_index_is_fetched_when_search_is_first_used(tab: Open) -> None:
    page = tab().open("deepseek-timeline/")
    assert not [each for each in asked(page) if "search_index" in each]
    page.keyboard.press("/")
    page.wait_for_function(
        "() => performance.getEntriesByType('resource').some(each => /index.json/.test(each.name))"
    )


def test_a_result_says_kind_standing_and_source_and_leads_to_the_fact(tab: Open) -> None:
    page = tab().open("")
    page.keyboard.press("/")
    page.keyboard.type("5.576")
    first = page.locator(ITEM).first
    expect(first).to_contain_text("DeepSeek put the final training of V3")
    expect(first).to_contain_text("figure")
    expect(first).to_contain_text("claimed")
    expect(first).to_contain_text("DeepSeek-V3 Technical Report")
    first.locator("a").first.click()
    page.wait_for_url(re.compile(r"/facts/deepseek/#v3-training-cost$"))
