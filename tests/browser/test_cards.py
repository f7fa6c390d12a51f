"""The evidence of a figure in place: by mouse, by finger and by keyboard; dismissible, hoverable, persistent."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Tab

pytestmark = pytest.mark.browser
Open = Callable[..., Tab]
MARK = "sup a.footnote-ref[href$='#fn:autogpt-r1-training-cost']"


def card(page: Page) -> Locator:
    return page.locator(".evidence-card")


def test_a_card_shows_the_whole_evidence(tab: Open) -> None:
    page = tab().open("deepseek-timeline/")
    page.locator(MARK).first.hover()
    shown = card(page)
    expect(shown).to_be_visible()
    expect(shown.locator(".cite-quote")).to_contain_text("claimed it built its R1 large language model")
    expect(shown.locator("mark")).to_have_text("under $6 million")
    expect(shown).to_contain_text("verified")
    expect(shown).to_contain_text("AutoGPT")
    expect(shown.locator(".cite-clash").first).to_be_visible()
    expect(shown.get_by_role("link", name="open the fact")).to_be_visible()
    correct = shown.get_by_role("link", name="suggest a correction")
    assert (correct.get_attribute("href") or "").endswith("contribute/?fact=autogpt-r1-training-cost")
    original = shown.get_by_role("link", name=re.compile("original")).get_attribute("href") or ""
    assert original.startswith("https://autogpt.net/")
    assert "#:~:text=claimed%20it%20built" in original


def test_it_stays_while_the_pointer_is_on_it_and_goes_after(tab: Open) -> None:
    page = tab().open("deepseek-timeline/")
    page.locator(MARK).first.hover()
    expect(card(page)).to_be_visible()
    card(page).hover()
    page.wait_for_timeout(600)
    expect(card(page)).to_be_visible()
    page.mouse.move(5, 5)
    expect(card(page)).to_have_count(0)


def test_escape_closes_it_and_gives_the_focus_back(tab: Open) -> None:
    page = tab().open("deepseek-timeline/")
    mark = page.locator(MARK).first
    mark.focus()
    expect(card(page)).to_be_visible()
    assert mark.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('.evidence-card')")
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    expect(mark).to_be_focused()


def test_only_one_is_open(tab: Open) -> None:
    page = tab().open("deepseek-timeline/")
    marks = page.locator("sup a.footnote-ref")
    marks.nth(0).focus()
    marks.nth(4).focus()
    expect(card(page)).to_have_count(1)


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_it_is_never_off_screen(tab: Open, width: int) -> None:
    page = tab(width=width).open("meta-spending/")
    marks = page.locator("article sup a.footnote-ref")
    for place in range(0, marks.count(), 9):
        if not marks.nth(place).is_visible():
            continue
        marks.nth(place).focus()
        box = card(page).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 900


def test_a_tap_on_the_figure_opens_it_and_one_beside_closes_it(tab: Open) -> None:
    page = tab(width=360, touch=True).open("deepseek-timeline/")
    page.locator(".figure").first.tap()
    expect(card(page)).to_be_visible()
    page.touchscreen.tap(3, 3)
    expect(card(page)).to_have_count(0)
    assert "#fn" not in page.url


def test_without_script_it_is_a_footnote(tab: Open) -> None:
    page = tab(scripts=False).open("deepseek-timeline/")
    page.locator(MARK).first.click()
    note = page.locator(".footnote li:target")
    expect(note).to_contain_text("claimed it built its R1 large language model")
    expect(note).to_contain_text("verified")


def test_it_works_after_moving_on_without_a_reload(tab: Open) -> None:
    page = tab(instant=True).open("")
    page.evaluate("window.isStillHere = true")
    link = page.get_by_role("link", name="How much does Meta spend on AI")
    with page.expect_response("**/sitemap.xml"):
        link.hover()
    page.wait_for_timeout(300)
    link.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Meta’s AI spending")
    assert page.evaluate("window.isStillHere")
    page.locator("article sup a.footnote-ref").first.focus()
    expect(card(page)).to_be_visible()


def test_a_mark_of_a_chart_shows_its_evidence(tab: Open) -> None:
    page = tab(width=360).open("meta-spending/")
    mark = page.locator(".chart-mark").nth(2)
    assert re.fullmatch(r"20\d\d: .*billion", mark.get_attribute("aria-label") or "")
    mark.focus()
    expect(card(page)).to_be_visible()
    expect(card(page)).to_contain_text("Meta Platforms")
    page.keyboard.press("Escape")
    page.mouse.move(1, 1)
    mark.hover()
    expect(card(page)).to_be_visible()
