"""What a first view transfers and whether anything in it jumps: a server that packs as a host does, a slow phone that has seen nothing before."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.serving import packed

pytestmark = pytest.mark.browser
KILO = 1000
VIEW = 120 * KILO
SCRIPT = 10 * KILO
STYLES = 15 * KILO
REST = 1500
"""Milliseconds in which a page at rest may still ask for something."""


SLOW = {"offline": False, "latency": 100, "downloadThroughput": 250 * KILO, "uploadThroughput": 90 * KILO}
"""A mobile network, in milliseconds and bytes a second: what comes late has time to push aside what is there."""
WATCH = """window.jumps = []; new PerformanceObserver((list) => {
  for (const each of list.getEntries()) window.jumps.push([each.value, ...each.sources.map(({ node }) => node?.textContent?.trim())]);
}).observe({ type: "layout-shift", buffered: true })"""


@pytest.fixture
def fresh(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 412, "height": 823}, is_mobile=True, has_touch=True)
    page = context.new_page()
    page.add_init_script(WATCH)
    yield page
    context.close()


def slowed(page: Page) -> None:
    """Give `page` a quarter of the processor, and a mobile network."""
    tools = page.context.new_cdp_session(page)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", SLOW)


def first_view(page: Page, url: str) -> None:
    page.goto(url)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(REST)


@pytest.mark.parametrize(
    "path", ["", "deepseek-timeline/", "meta-spending/", "open-source-debate/", "facts/"]
)
def test_a_first_view_is_light_and_nothing_jumps(fresh: Page, built: Path, path: str) -> None:
    slowed(fresh)
    with packed(built) as (address, sent):
        first_view(fresh, f"{address}/{path}")
        assert sent[f"/{path}"] > 5 * KILO
        assert sent.total() <= VIEW, sent.most_common()
        assert fresh.evaluate("() => window.jumps") == []


def test_search_and_map_are_fetched_when_they_are_wanted(fresh: Page, built: Path) -> None:
    with packed(built) as (address, sent):
        first_view(fresh, f"{address}/about/")
        assert fetched(sent) == set()
        fresh.mouse.move(300, 300)
        fresh.wait_for_timeout(REST)
        assert fetched(sent) == {"sitemap.xml"}
        fresh.keyboard.press("/")
        fresh.keyboard.type("deepseek", delay=20)
        fresh.locator(".md-search-result__item").first.wait_for()
        assert fetched(sent) == {"sitemap.xml", "search_index.json", "search.min.js"}


def fetched(sent: Counter[str]) -> set[str]:
    """What of the search and the map has been sent, without the mark that the theme puts into its script's name."""
    names = [path.rpartition("/")[2].split(".") for path in sent if "search" in path or "sitemap" in path]
    return {".".join((name[0], *name[-2:])) if "min" in name else ".".join(name) for name in names}


def test_our_own_script_and_styles_are_small(built: Path) -> None:
    assets = built / "assets"
    assert len(gzip.compress((assets / "explainer.js").read_bytes())) <= SCRIPT
    assert len(gzip.compress((assets / "explainer.css").read_bytes())) <= STYLES
