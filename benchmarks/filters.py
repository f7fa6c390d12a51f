"""The filters of the ledger at five thousand facts, in a real Chromium: `python -m benchmarks.filters SITE`."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Sequence
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.chromium import usable
from tests.browser.serving import ARGUMENTS, Quiet

MANY = 5000
WORDS = ("m", "me", "meta", "meta capital", "deepseek", "zzz", "2025", "a")
_TIMED = """
async words => {
  const field = document.querySelector(".ledger-filters [name=text]");
  const list = document.querySelector(".ledger-results");
  const took = [];
  for (const word of words) {
    const start = performance.now();
    field.value = word;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    list.getBoundingClientRect();
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    took.push(performance.now() - start);
  }
  return took;
}
"""


def slowest(page: Page, url: str, rows: Sequence[object]) -> float:
    """Milliseconds of the slowest word with `rows` as the facts, each word at its best of three."""
    page.route("**/facts/list.json", lambda route: route.fulfill(json=rows))
    page.goto(f"{url}/facts/")
    page.locator(".filters [name=text]").fill("x")
    page.locator(".filters output:has-text('found')").wait_for()
    runs: list[list[float]] = [page.evaluate(_TIMED, list(WORDS)) for _ in range(3)]
    page.unroute("**/facts/list.json")
    best: float = max(min(each) for each in zip(*runs, strict=True))
    return best


def main() -> None:
    """Print the time for five thousand facts, and how it compares with the site's own number in the same run."""
    site = Path(sys.argv[1])
    own = json.loads((site / "facts" / "list.json").read_text(encoding="utf-8"))
    many = [[f"{row[0]}-{copy}", *row[1:]] for copy in range(-(-MANY // len(own))) for row in own][:MANY]
    found = usable()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(found), args=list(ARGUMENTS))
        page = browser.new_page()
        few, all_of_them = slowest(page, url, own), slowest(page, url, many)
        browser.close()
    server.shutdown()
    sys.stdout.write(
        f"{MANY:,} facts: {all_of_them:.0f} ms for the slowest word, "
        f"{all_of_them / few:.1f} times as long as for {len(own):,}\n"
    )


if __name__ == "__main__":
    main()
