"""A site below a path, as a project's page on GitHub is, on either engine: nothing leads nowhere, and search and cards work."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from html import unescape
from http.server import ThreadingHTTPServer
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.browser.serving import Quiet
from tests.conftest import PROJECT, explainer

pytestmark = pytest.mark.browser
BELOW = "some/path"


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the small site is served, below a path of a host that has nothing else."""
    folder = tmp_path_factory.mktemp("host")
    project = folder / "project"
    shutil.copytree(PROJECT, project)
    host = folder / "host"
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(host)))
    url = f"http://127.0.0.1:{server.server_port}/{BELOW}/"
    command = ("build", "--engine", request.param, "--site-dir", str(host / BELOW))
    done = explainer(*command, cwd=project, SITE_URL=url)
    assert done.returncode == 0, done.stderr
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield url
    server.shutdown()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page on which nothing may be missing, nothing foreign be asked for, and nothing be complained of."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    wrong: list[str] = []

    def look(response: Response) -> None:
        if response.status >= 400 or not response.url.startswith(address):
            wrong.append(f"{response.status} {response.url}")

    opened.on("response", look)
    opened.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    yield opened
    context.close()
    assert wrong == []


def test_everything_that_is_named_is_there(address: str) -> None:
    """Pages, pictures, styles, scripts, and where the permanent address of a fact leads on to."""
    waiting, seen = [address], set()
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        with urlopen(at) as answer:  # noqa: S310 - our own server; it raises where there is nothing
            if answer.headers.get_content_type() != "text/html":
                continue
            text = answer.read().decode()
        assert re.search(r'<link rel="?icon', text), f"a browser asks the host of {at} for an icon"
        named = re.findall(r'\b(?:href|src)="([^"]+)"|; url=([^"]+)"', text)
        found = (urljoin(at, unescape(one or other)).partition("#")[0] for one, other in named)
        waiting += [each for each in found if each.startswith(address)]
    assert len(seen) > 20


def test_a_reader_clicks_from_card_to_fact_and_searches(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("sup a.footnote-ref").first.click()
    card = page.locator(".evidence-card")
    expect(card).to_be_visible()
    card.get_by_role("link", name="open the fact").click()
    page.wait_for_url(re.compile(f"^{re.escape(address)}facts/harbour/"))
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    page.wait_for_timeout(500)
    page.keyboard.type("1,200 people")
    page.wait_for_timeout(1000)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"^{re.escape(address)}facts/harbour/.*#northwind-people$"))
