"""Every kind of page is open to all: the rules of axe, with everything laid out, a card closed and open."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Tab
from tests.browser.pictures import KINDS, LAID_OUT
from tests.browser.rules import violations

pytestmark = pytest.mark.browser
Open = Callable[..., Tab]


def laid_out(page: Page) -> Page:
    page.add_style_tag(content=LAID_OUT)
    page.wait_for_timeout(100)
    return page


SHORTENED = """() => {
  for (const list of document.querySelectorAll(".md-content :is(ol, ul, tbody, :has(> .fact-entry))"))
    for (const more of [...list.children].slice(20)) more.remove();
}"""
"""Of what is alike, twenty: the phone shows all of them to axe, and a page of a hundred notes takes it ten seconds."""
REACHED = """() => {
  const it = document.activeElement;
  if (it === document.body) return null;
  if (it.closest(".md-search")) return [it.className, true]; // its window opens slowly
  const shown = it.matches(".md-option") ? it.nextElementSibling : it;
  const { outlineStyle, boxShadow } = getComputedStyle(shown);
  const marked = outlineStyle !== "none" || boxShadow !== "none";
  return [it.outerHTML.slice(0, 60), shown.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && marked];
}"""
"""What has the focus, and whether it is seen and marked; the switch of the scheme is shown by its label."""


@pytest.mark.parametrize("path", KINDS)
def test_axe_finds_nothing_on_a_light_phone(tab: Open, path: str) -> None:
    assert violations(laid_out(tab(scheme="light", width=360).open(path))) == []


@pytest.mark.parametrize("path", KINDS)
def test_axe_finds_nothing_on_a_dark_wide_screen(tab: Open, path: str) -> None:
    page = tab(scheme="dark", width=1440).open(path)
    page.evaluate(SHORTENED)
    assert violations(laid_out(page)) == []


@pytest.mark.parametrize("path", ["deepseek-timeline/", "open-source-debate/"])
@pytest.mark.parametrize(("scheme", "width"), [("light", 768), ("dark", 360)])
def test_axe_finds_nothing_with_a_card_open(tab: Open, path: str, scheme: str, width: int) -> None:
    page = tab(scheme=scheme, width=width).open(path)
    page.locator("sup a.footnote-ref").first.focus()
    page.locator(".evidence-card").wait_for()
    assert violations(page, ".evidence-card") == []


def test_the_navigation_of_a_narrow_screen_opens_by_keyboard(tab: Open) -> None:
    page = tab(width=360).open("")
    button = page.get_by_role("button", name="Navigation")
    link = page.locator(".md-sidebar--primary").get_by_text("Changes")
    expect(link).to_be_hidden()
    button.press("Enter")
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(button).to_be_focused()


def test_nothing_moves_for_who_asks_for_reduced_motion(tab: Open) -> None:
    page = tab(width=360).open("deepseek-timeline/")
    page.emulate_media(reduced_motion="reduce")
    page.locator("sup a.footnote-ref").first.focus()
    page.locator(".evidence-card").wait_for()
    page.get_by_role("button", name="Navigation").press("Enter")
    moving = (
        "() => document.getAnimations({ subtree: true }).filter(each => each.playState === 'running').length"
    )
    assert page.evaluate(moving) == 0
    page.emulate_media(reduced_motion="no-preference")
    page.keyboard.press("Escape")
    assert page.evaluate(moving) > 0


@pytest.mark.parametrize(
    ("path", "width"), [("404.html", 360), ("404.html", 1440), ("facts/", 360), ("changes/", 768)]
)
def test_what_a_key_reaches_is_seen_and_marked(tab: Open, path: str, width: int) -> None:
    page = tab(width=width).open(path)
    reached = []
    for _ in range(120):
        page.keyboard.press("Tab")
        page.wait_for_timeout(60)
        found = page.evaluate(REACHED)
        if found is None:
            break
        reached.append(found)
    assert len(reached) >= 6
    assert [name for name, seen in reached if not seen] == []
