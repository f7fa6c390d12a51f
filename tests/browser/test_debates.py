"""Debates: sides beside each other where there is room, one column on a phone; what an argument rests on is one step away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from generator.model.fact import Argument
from generator.pipeline import Site
from tests.browser.conftest import Tab

pytestmark = pytest.mark.browser
Open = Callable[..., Tab]


def edges(sides: Locator) -> set[float]:
    return {side.bounding_box()["x"] for side in sides.all() if side.bounding_box()}  # type: ignore[index]


def test_sides_stand_beside_each_other_and_become_one_column_on_a_phone(tab: Open) -> None:
    wide = tab(width=1440).open("open-source-debate/").locator(".debate").first.locator(".side")
    narrow = tab(width=360).open("open-source-debate/").locator(".debate").first.locator(".side")
    assert len(edges(wide)) >= 2
    assert len(edges(narrow)) == 1


def test_each_argument_shows_how_what_it_rests_on_stands_and_leads_there(tab: Open, own_site: Site) -> None:
    page = tab(width=360).open("open-source-debate/")
    argument = page.locator(".side li").first
    expect(argument.locator("strong")).not_to_be_empty()
    expect(argument.locator(".when")).not_to_be_empty()
    grounds = page.locator(".rests .standing")
    arguments = [fact for fact in own_site.ledger.facts.values() if isinstance(fact, Argument)]
    assert grounds.count() == sum(len(fact.rests_on) for fact in arguments)
    shape = grounds.first.evaluate("mark => getComputedStyle(mark, '::before').content")
    assert shape not in ("none", "normal", '""')
    link = grounds.first.locator("a")
    name = (link.get_attribute("href") or "").partition("#")[2]
    expect(link).to_have_text(own_site.ledger.standings[name])
    link.click()
    expect(page.locator(f"#{name}")).to_be_in_viewport()
