"""The walk of a reader: home, an explainer, a citation to its fact and source, the ledger, the search."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Tab
from tests.browser.pictures import KINDS

pytestmark = pytest.mark.browser
Open = Callable[..., Tab]


def test_home_leads_to_an_explainer(tab: Open) -> None:
    page = tab().open("")
    expect(page).to_have_title(re.compile("What holds up"))
    page.get_by_role("link", name="How much does Meta spend on AI").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Meta’s AI spending")


def test_a_citation_leads_to_its_fact_and_its_source(tab: Open) -> None:
    page = tab().open("deepseek-timeline/")
    page.locator("sup a.footnote-ref[href$='#fn:autogpt-r1-training-cost']").first.click()
    page.locator(".evidence-card").get_by_role("link", name="open the fact").click()
    expect(page).to_have_url(re.compile(r"/facts/deepseek/#autogpt-r1-training-cost$"))
    entry = page.locator("#autogpt-r1-training-cost")
    expect(entry).to_be_in_viewport()
    page.locator("article").get_by_role("link", name=re.compile("Mark Zuckerberg announces")).first.click()
    expect(page).to_have_url(re.compile(r"/sources/autogpt-meta-deepseek/"))
    outside = page.locator("article a[href^='https://autogpt.net/']").first
    expect(outside).to_be_visible()


def test_a_fact_has_an_address_of_its_own(tab: Open) -> None:
    page = tab().open("fact/v3-training-cost/")
    page.wait_for_url(re.compile(r"/facts/deepseek/#v3-training-cost$"))


@pytest.mark.parametrize("path", KINDS)
def test_every_kind_of_page_fits_a_phone(tab: Open, path: str) -> None:
    page = tab(width=360).open(path)
    assert overflow(page) <= 0


@pytest.mark.parametrize("path", KINDS)
def test_every_kind_of_page_has_one_main_heading(tab: Open, path: str) -> None:
    expect(tab().open(path).get_by_role("heading", level=1)).to_have_count(1)


def test_charts_stand_as_pictures_with_words_and_a_table(tab: Open) -> None:
    page = tab(scripts=False).open("meta-spending/")
    chart = page.locator("figure.chart").first
    picture = chart.locator("svg")
    expect(picture).to_be_visible()
    assert "$72.22 billion" in (picture.get_attribute("aria-label") or "")
    chart.locator("summary").click()
    expect(chart.get_by_role("cell", name=re.compile(r"\$39\.23 billion"))).to_be_visible()
    with page.expect_download() as started:
        chart.get_by_role("link", name="Download as CSV").click()
    assert started.value.path().read_text(encoding="utf-8").startswith("label,")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_scheme_of_the_machine_is_followed(tab: Open, scheme: str) -> None:
    page = tab(scheme=scheme).open("meta-spending/")
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    light = sum(map(int, re.findall(r"\d+", str(colour))[:3])) > 382
    assert light == (scheme == "light")


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@pytest.mark.parametrize("instant", [False, True])
def test_a_page_is_walked_by_keyboard(tab: Open, instant: bool) -> None:
    page = tab(instant=instant).open("meta-spending/")
    page.keyboard.press("Tab")
    assert "Skip to content" in str(page.evaluate("document.activeElement.textContent"))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"#metas-ai-spending$"))
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('footnote-ref')"):
            break
    assert page.evaluate("document.activeElement.hash").startswith("#fn:")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"#fn:"))
