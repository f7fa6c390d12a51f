"""Charts as a reader sees them: no words over other words on a phone, the value of a mark in its card."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Tab

pytestmark = pytest.mark.browser
Open = Callable[..., Tab]
PAGES = ("deepseek-timeline/", "meta-spending/", "open-source-debate/")
_OVER_EACH_OTHER = """
drawing => {
  const boxes = [...drawing.querySelectorAll("text")].flatMap(text => text.querySelector("tspan")
      ? [...text.querySelectorAll("tspan")] : [text]).map(text => [text.textContent, text.getBoundingClientRect()]);
  const frame = drawing.getBoundingClientRect();
  const found = [];
  boxes.forEach(([one, a], place) => {
    if (a.left < frame.left - 1 || a.right > frame.right + 1 || a.bottom > frame.bottom + 1) found.push([one, "outside"]);
    for (const [other, b] of boxes.slice(place + 1))
      if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3)
        found.push([one, other]);
  });
  return found;
}
"""


@pytest.mark.parametrize("page", PAGES)
def test_no_words_of_a_chart_overlap_on_a_phone(tab: Open, page: str) -> None:
    opened = tab(width=360).open(page)
    drawings = opened.query_selector_all(".chart-drawing")
    assert drawings
    assert [found for each in drawings for found in each.evaluate(_OVER_EACH_OTHER)] == []


def test_the_card_of_a_point_names_its_value(tab: Open) -> None:
    opened = tab(width=360).open("meta-spending/")
    point = opened.locator("#lines-meta-capital-expenditure .chart-mark").last
    point.focus()
    card = opened.locator(".evidence-card")
    expect(card.locator("b")).to_have_text("2026-Q2: $31.08 billion")
    opened.keyboard.press("Escape")
    expect(card).to_have_count(0)
