"""Tables: sorted by any column, by mouse and keyboard; the head of a long one stays in sight."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Tab

pytestmark = pytest.mark.browser
Open = Callable[..., Tab]


def test_a_table_is_sorted_by_size_and_by_day(tab: Open) -> None:
    page = tab().open("deepseek-timeline/")
    costs = page.locator(".table", has_text="DeepSeek put the final training of V3").first
    head = costs.get_by_role("columnheader", name="Value")
    head.get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    values = costs.locator("tbody td:nth-child(3)").all_inner_texts()
    assert values[0].startswith("$294,000")
    assert values[-1].startswith("more than $500")
    costs.get_by_role("columnheader", name="Date").get_by_role("button").click()
    dates = costs.locator("tbody td:nth-child(1)").all_inner_texts()
    years = [int(found[0]) for text in dates if (found := re.search(r"20\d\d", text))]
    assert len(years) >= 3
    assert years == sorted(years)
    assert head.get_attribute("aria-sort") is None


def test_the_head_stays_in_sight(tab: Open) -> None:
    page = tab().open("sources/")
    page.evaluate("window.scrollTo(0, 3000)")
    expect(page.get_by_role("columnheader", name="Publisher")).to_be_in_viewport()


def test_without_script_there_is_nothing_to_press(tab: Open) -> None:
    page = tab(scripts=False).open("sources/")
    expect(page.locator("th button")).to_have_count(0)
    expect(page.get_by_role("columnheader", name="Publisher")).to_be_visible()
