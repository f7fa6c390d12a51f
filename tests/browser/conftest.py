"""A browser, and the built site served to it; every request to another host is refused and remembered."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.browser.chromium import Missing, sentence, trial
from tests.browser.serving import ARGUMENTS, Quiet
from tests.conftest import ADDRESS


@dataclass
class Tab:
    """A page with what went wrong in it: requests to other hosts, and errors on the console."""

    page: Page
    address: str
    strangers: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go to a page of the site and wait until it is at rest."""
        self.page.goto(f"{self.address}/{path}")
        self.page.wait_for_load_state("networkidle")
        return self.page


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of this process."""
    found = trial()
    if isinstance(found, Missing):
        pytest.fail(sentence(found), pytrace=False)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(found), args=list(ARGUMENTS))
        yield running
        running.close()


@pytest.fixture(scope="session")
def served(built: Path) -> Iterator[str]:
    """The address of the built site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(built)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def tab(browser: Browser, served: str) -> Iterator[Callable[..., Tab]]:
    """Open tabs of a width and colour scheme; all are closed, and none may have asked another host."""
    opened: list[Tab] = []

    def new(
        *,
        width: int = 1440,
        scheme: str = "light",
        scripts: bool = True,
        touch: bool = False,
        instant: bool = False,
    ) -> Tab:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=scripts,
            has_touch=touch,
        )
        made = Tab(context.new_page(), served)

        def with_port(route: Route) -> None:
            """The theme moves on without a reload only to addresses of the map, which knows no port."""
            host = ADDRESS.rstrip("/")
            port = served.rpartition(":")[2]
            route.fulfill(body=route.fetch().text().replace(host, f"{host}:{port}"))

        def pass_or_refuse(route: Route) -> None:
            if route.request.url.startswith((served, "data:", "blob:")):
                route.continue_()
            else:
                made.strangers.append(route.request.url)
                route.abort()

        context.route("**/*", pass_or_refuse)
        if instant:
            context.route("**/sitemap.xml", with_port)
        made.page.on(
            "console", lambda said: made.complaints.append(said.text) if said.type == "error" else None
        )
        made.page.on("pageerror", lambda error: made.complaints.append(str(error)))
        opened.append(made)
        return made

    yield new
    for each in opened:
        each.page.context.close()
    assert [url for each in opened for url in each.strangers] == []
    assert [text for each in opened for text in each.complaints] == []
