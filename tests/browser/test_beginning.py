"""The theme's script begins when a reader first does something, and nothing looks, moves or is lost for its coming late."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Tab
from tests.browser.pictures import LAID_OUT

pytestmark = pytest.mark.browser
Open = Callable[..., Tab]
PLACES = """() => [...document.querySelectorAll(":is(article, .md-header) :is(h1, h2, h3, p, li, td, th, figure, label)")]
  .map(each => each.getBoundingClientRect()).map(({ x, y, width, height }) => [x, y, width, height].map(Math.round).join())"""

SHEETS = """() => {
  const look = () => {
    const now = new Set([...document.styleSheets].map(({ href }) => href)).size;
    if (window.sheets.at(-1) !== now) window.sheets.push(now);
    requestAnimationFrame(look);
  };
  window.sheets = [];
  look();
}"""
"""How many style sheets hold, noted whenever it changes from one frame to the next."""


def has_begun(page: Page) -> bool:
    return bool(page.evaluate("() => Boolean(window.document$)"))


def begin(page: Page) -> None:
    assert not has_begun(page)
    page.mouse.move(3, 300)
    page.wait_for_function("() => window.document$")


@pytest.mark.parametrize(
    ("path", "width"),
    [("meta-spending/", 360), ("open-source-debate/", 768), ("meta-spending/", 1440), ("coverage/", 360)],
)
def test_nothing_moves_when_it_begins(tab: Open, path: str, width: int) -> None:
    page = tab(width=width).open(path)
    page.add_style_tag(content=LAID_OUT)
    page.wait_for_timeout(200)
    before = page.evaluate(PLACES)
    begin(page)
    page.wait_for_timeout(300)
    assert len(before) > 50
    assert page.evaluate(PLACES) == before


def test_no_style_is_missing_for_a_moment(tab: Open) -> None:
    page = tab(width=360).open("facts/")

    def late(route: Route) -> None:
        page.wait_for_timeout(150)
        route.continue_()

    page.route("**/*.css", late)
    page.evaluate(SHEETS)
    assert len(page.evaluate("() => window.sheets")) == 1
    begin(page)
    page.wait_for_timeout(700)
    assert page.evaluate("() => window.sheets") == [page.evaluate("() => document.styleSheets.length")]


def test_the_dark_scheme_and_its_switch_are_there_before_it_begins(tab: Open) -> None:
    page = tab(scheme="dark").open("")
    assert page.evaluate("() => document.body.dataset.mdColorScheme") == "slate"
    expect(page.locator("[data-md-component=palette] label:visible")).to_have_count(1)
    assert not has_begun(page)


def test_the_switch_works_as_the_first_thing_a_finger_does(tab: Open) -> None:
    page = tab(width=360, touch=True).open("")
    page.locator("[data-md-component=palette] label:visible").tap()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert not has_begun(page)


@pytest.mark.parametrize("width", [360, 1440])
def test_what_is_typed_right_behind_the_first_key_is_searched(tab: Open, width: int) -> None:
    page = tab(width=width).open("")
    page.keyboard.press("/")
    page.keyboard.type("5.576")
    expect(page.locator("input[name=query]")).to_have_value("5.576")
    expect(page.locator(".md-search-result__item").first).to_contain_text("final training of V3")


def test_an_address_with_a_search_begins_it(tab: Open) -> None:
    page = tab().open("?q=5.576")
    expect(page.locator(".md-search-result__item").first).to_contain_text("final training of V3")


def test_a_click_as_the_first_thing_leads_on(tab: Open) -> None:
    page = tab(width=360, touch=True).open("")
    page.locator("article a[href*='meta-spending']").first.tap()
    page.wait_for_url(re.compile("/meta-spending/"))
    expect(page.locator("h1")).to_be_visible()


def test_the_keys_of_the_browser_stay_its_own(tab: Open) -> None:
    page = tab().open("")
    page.evaluate("() => addEventListener('keydown', (event) => (window.taken = event.defaultPrevented))")
    page.keyboard.press("Control+f")
    assert page.evaluate("() => window.taken") is False
    expect(page.locator("input[name=query]")).not_to_be_focused()
