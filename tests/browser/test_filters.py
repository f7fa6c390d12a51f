"""Filters of timelines and of the ledger: their state is in the address, they work by keyboard, and without script all is there."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from generator.model.fact import subjects
from generator.pipeline import Site
from tests.browser.conftest import Tab
from tests.browser.rules import violations

pytestmark = pytest.mark.browser
Open = Callable[..., Tab]
FIELD = {
    label: f".filters [name={name}]"
    for label, name in (("About", "entity"), ("Entity", "entity"), ("Kind", "kind"), ("Words", "text"))
}


def shown(page: Page) -> int:
    return page.locator(".timeline li:not([hidden])").count()


def test_a_timeline_is_filtered_by_entity_and_kind(tab: Open) -> None:
    page = tab().open("deepseek-timeline/")
    whole = shown(page)
    page.locator(FIELD["About"]).select_option("nvidia")
    some = shown(page)
    assert 0 < some < whole
    expect(page.locator(".timeline output")).to_have_text(f"{some} of {whole}")
    assert page.locator(".strip i:not(.off)").count() == some
    assert page.url.endswith("?entity=nvidia")
    page.locator(FIELD["Kind"]).select_option("quotation")
    assert shown(page) < some
    heads = page.locator(".timeline h3:not([hidden])").count()
    assert heads == page.locator(".timeline .entries:not([hidden])").count()


def test_a_view_can_be_shared(tab: Open) -> None:
    page = tab().open("deepseek-timeline/?entity=nvidia&kind=event")
    expect(page.locator(FIELD["About"])).to_have_value("nvidia")
    expect(page.locator(FIELD["Kind"])).to_have_value("event")
    assert shown(page) < 10


def test_a_strange_address_shows_everything(tab: Open) -> None:
    page = tab().open("deepseek-timeline/?entity=%3Cscript%3E&kind=nothing")
    expect(page.locator(FIELD["About"])).to_have_value("")
    assert shown(page) > 40


def test_the_filter_works_by_keyboard(tab: Open) -> None:
    page = tab().open("deepseek-timeline/")
    whole = shown(page)
    page.locator(FIELD["Kind"]).focus()
    page.keyboard.type("quot")
    assert 0 < shown(page) < whole


def test_without_script_the_whole_timeline_is_there(tab: Open) -> None:
    page = tab(scripts=False).open("deepseek-timeline/")
    assert shown(page) > 40
    expect(page.locator(".filters")).to_have_count(0)
    expect(page.get_by_role("img", name=re.compile("facts to scale, from"))).to_be_visible()


def test_the_ledger_is_filtered(tab: Open, own_site: Site) -> None:
    page = tab().open("facts/")
    assert not page.evaluate(
        "performance.getEntriesByType('resource').some(each => /list.json/.test(each.name))"
    )
    page.locator(FIELD["Words"]).fill("training cost")
    results = page.locator(".ledger-results li")
    expect(results.first).to_be_visible()
    page.locator(FIELD["Kind"]).select_option("figure")
    page.locator(FIELD["Entity"]).select_option("deepseek-v3")
    expect(page.locator(".filters output")).to_contain_text("found")
    assert "entity=deepseek-v3" in page.url
    page.locator(FIELD["Words"]).fill("")
    facts = own_site.ledger.facts.values()
    figures = [fact for fact in facts if fact.kind == "figure" and "deepseek-v3" in subjects(fact)]
    expect(results).to_have_count(len(figures))
    results.first.get_by_role("link").click()
    page.wait_for_url(re.compile(r"/facts/[a-z-]+/.*#"))


def test_the_ledger_is_searched_at_once_with_many_facts(tab: Open) -> None:
    """Five thousand facts: what is typed is answered before the next key."""
    made = tab()
    row = '["fact-%d","Statement %d of Meta about capital expenditure","topic",["meta"],"figure","confirmed","2025"]'
    rows = "[" + ",".join(row % (n, n) for n in range(5000)) + "]"
    made.page.route("**/list.json", lambda route: route.fulfill(body=rows, content_type="application/json"))
    page = made.open("facts/?text=capital")
    output = page.locator(".filters output")
    expect(output).to_have_text("5000 found, the first 100 shown")
    page.locator(FIELD["Words"]).fill("4999")
    expect(output).to_have_text("1 found")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["facts/?text=capital", "deepseek-timeline/?entity=nvidia"])
def test_axe_finds_nothing_with_filters_set(tab: Open, path: str, scheme: str) -> None:
    page = tab(scheme=scheme, width=360).open(path)
    assert violations(page, ".filters, .ledger-results") == []
