"""Every kind of page is open to all: the rules of axe, with everything laid out, a card closed and open."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Tab
from tests.browser.pictures import KINDS, LAID_OUT

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Open = Callable[..., Tab]


def violations(page: Page) -> list[tuple[str, str]]:
    """What axe finds: the rule and the first element that breaks it."""
    page.add_style_tag(content=LAID_OUT)
    page.wait_for_timeout(100)
    return [(each["id"], each["nodes"][0]["html"][:200]) for each in Axe().run(page).response["violations"]]


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1440)])
def test_axe_finds_nothing(tab: Open, path: str, scheme: str, width: int) -> None:
    assert violations(tab(scheme=scheme, width=width).open(path)) == []


@pytest.mark.parametrize("path", ["deepseek-timeline/", "open-source-debate/"])
@pytest.mark.parametrize(("scheme", "width"), [("light", 768), ("dark", 360)])
def test_axe_finds_nothing_with_a_card_open(tab: Open, path: str, scheme: str, width: int) -> None:
    page = tab(scheme=scheme, width=width).open(path)
    page.locator("sup a.footnote-ref").first.focus()
    page.locator(".evidence-card").wait_for()
    assert violations(page) == []
