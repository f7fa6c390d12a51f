"""Pictures of every kind of page, at two widths, light and dark: `make pictures` writes them to build/pictures/."""

from __future__ import annotations

import sys
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import usable
from tests.browser.serving import ARGUMENTS, Quiet

KINDS = (
    "", "deepseek-timeline/", "meta-spending/", "open-source-debate/", "facts/", "facts/deepseek/", "sources/",
    "sources/autogpt-meta-deepseek/", "entities/", "entities/meta/", "glossary/", "coverage/", "numbers-by-hand/",
    "changes/", "contribute/", "mistakes/", "about/", "publish/", "engines/", "start-your-own/", "404.html",
)  # fmt: skip
"""One page of each kind, by its address below the site."""
LAID_OUT = (
    "* { content-visibility: visible !important; transition: none !important; animation: none !important }"
)
"""What waits for somebody to come near is shown too, and colours where they come to rest."""
WIDTHS = (360, 1440)
SCHEMES = ("light", "dark")


def picture(browser: Browser, url: str, file: Path, *, width: int, scheme: str) -> None:
    """The whole of one page, with nothing moving."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(url)
    page.wait_for_load_state("networkidle")
    page.add_style_tag(content=LAID_OUT)
    page.screenshot(path=file, full_page=True)
    context.close()


def front(browser: Browser, url: str, file: Path) -> None:
    """The picture of the README: a page with the card of a figure open."""
    page = browser.new_page(viewport={"width": 1280, "height": 760}, reduced_motion="reduce")
    page.goto(url)
    page.locator("p .figure + sup a.footnote-ref").first.hover()
    page.locator(".evidence-card").wait_for()
    page.screenshot(path=file)
    page.close()


def main() -> None:
    """Draw every page of the site in the folder named first into the folder named second; fewer if more are named."""
    site, into, *only = sys.argv[1:]
    found = usable()
    folder = Path(into)
    folder.mkdir(parents=True, exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(found), args=list(ARGUMENTS))
        for path, width, scheme in product(only or KINDS, WIDTHS, SCHEMES):
            name = path.strip("/").replace("/", "-").removesuffix(".html") or "home"
            file = folder / f"{name}-{width}-{scheme}.png"
            url = f"http://127.0.0.1:{server.server_port}/{path}"
            picture(browser, url, file, width=width, scheme=scheme)
        front(
            browser, f"http://127.0.0.1:{server.server_port}/deepseek-timeline/", folder / "evidence-card.png"
        )
        browser.close()
    server.shutdown()
    sys.stdout.write(f"The pictures are in {folder}/.\n")


if __name__ == "__main__":
    main()
