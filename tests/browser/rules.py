"""The rules of axe on an open page, or on a part of it."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

ONLY = {"resultTypes": ["violations"]}
"""What else axe finds, it need not describe: on a long page that takes longer than the finding."""


def violations(page: Page, within: str = "html") -> list[tuple[str, str]]:
    """What axe finds below the elements that `within` selects: the rule and the first element that breaks it."""
    assert page.locator(within).count()
    found = Axe().run(page, context=within, options=ONLY).response["violations"]
    return [(each["id"], each["nodes"][0]["html"][:200]) for each in found]
