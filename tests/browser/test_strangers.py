"""What strangers write, in a real browser: with the checks taken out the policy stops it, and what they let through is inert."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Route

from generator.markup.nesting import flaws
from tests.attacks import blocks
from tests.browser.serving import Quiet
from tests.conftest import ROOT, explainer
from tests.test_strangers import JPEG, WEBP, WHOLE

pytestmark = pytest.mark.browser
ENGINES = ("mkdocs", "zensical")
_SWALLOWS = re.compile(
    r"<(?:plaintext|xmp|title|textarea|no\w+|template|style|select|iframe|listing|frameset|button|form|math|svg|base|meta|body|html)"
    r"|<[!?]|^(?:```|~~~)|^ {4}|\{\{|^#|^\[",
    re.IGNORECASE | re.MULTILINE,
)
"""What may take in the payloads behind it, or gets its names from the page around it."""
TOGETHER = 20
FRAMES = 16
EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
FRONTS = (
    f"author: {EVIL!r}",
    f"description: [{EVIL!r}]",
    f"description: {EVIL!r}",
    f"title: {EVIL!r}",
    "template: redirect.html\nlocation: '\"+alert(1)+\"'",
    "template: redirect.html\nlocation: javascript:alert(1)",
    "edit: javascript:alert(1)",
    f"card: {EVIL!r}",
    f"robots: {EVIL!r}\nsubtitle: {EVIL!r}\ntags: [{EVIL!r}]",
)
CRASHES = "<![x>"
"""With the checks taken out the first engine fails on this."""
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
LOUD = "window.alert = () => console.debug('RAN', location.pathname)"
TRY = """() => {
  for (const { contentWindow: inner } of document.querySelectorAll("iframe")) {
    try {
      inner.dispatchEvent(new PointerEvent("pointermove")); // the theme begins
      for (const each of inner.document.querySelectorAll("*")) {
        for (const { name } of [...each.attributes])
          if (name.startsWith("on")) each.dispatchEvent(new Event(name.slice(2)));
        const to = (each.getAttribute("href") ?? each.getAttribute("xlink:href") ?? "").replace(/[\\x00-\\x20]/g, "");
        if (/^javascript:/i.test(to)) each.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
      }
    } catch {} // the page has led elsewhere
  }
}"""
"""Sets off whatever waits for a reader."""


def gathered(texts: Sequence[str]) -> Iterator[str]:
    """The texts of pages, many payloads on one where none can take in the next."""
    alone = [text for text in texts if _SWALLOWS.search(text) or list(flaws(f"<!doctype html>{text}"))]
    together = [text for text in texts if text not in alone]
    yield from alone
    for start in range(0, len(together), TOGETHER):
        yield "\n\nBetween.\n\n".join(together[start : start + TOGETHER])


def navigate(project: Path, *pages: str) -> None:
    """Only these in the navigation, which every page holds: else each would be as long as there are pages."""
    listed = "".join(f"  - {each}.md\n" for each in ("index", *pages))
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write(f"nav:\n{listed}")


def write(project: Path, kind: str, pages: Sequence[str]) -> None:
    for number, text in enumerate(pages):
        (project / "docs" / f"{kind}-{number}.md").write_text(text, encoding="utf-8")


def unchecked(project: Path, engine: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.browser.unchecked", engine],
        cwd=project,
        env={
            "PYTHONPATH": str(ROOT),
            "PATH": str(Path(sys.executable).parent),
            "NO_MKDOCS_2_WARNING": "true",
        },
        text=True,
        capture_output=True,
        check=False,
    )
    assert (project / "site" / "index.html").is_file(), done.stderr + done.stdout


@contextmanager
def served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def listening(found: list[str]) -> Callable[[ConsoleMessage], None]:
    def note(said: ConsoleMessage) -> None:
        if said.text.startswith("RAN "):
            found.append(said.text)

    return note


def ran(
    browser: Browser, site: Path, kind: str, *, themed: bool = True, most: int | None = None
) -> list[str]:
    """Where something of a stranger's ran on the pages of a kind; `themed` lets the theme's scripts begin.

    The pages stand in frames, many at a time: each is a document with a policy of its own.
    """
    found: list[str] = []
    wanted = ("document", "script")[: 1 + themed]
    names = [folder.name for folder in sorted(site.glob(f"{kind}-*"))][:most]
    context = browser.new_context()
    context.add_init_script(LOUD)
    with served(site) as address:

        def here_only(route: Route) -> None:
            here = route.request.url.startswith((address, "data:", "blob:"))
            if here and route.request.resource_type in wanted:
                route.continue_()
            else:
                route.abort()

        context.route("**/*", here_only)
        for start in range(0, len(names), FRAMES):
            frames = "".join(f'<iframe src="{name}/"></iframe>' for name in names[start : start + FRAMES])
            (site / "frames.html").write_text(frames, encoding="utf-8")
            page = context.new_page()
            page.on("console", listening(found))
            page.goto(f"{address}/frames.html", wait_until="load")
            page.evaluate(TRY)
            page.wait_for_timeout(200)
            page.close()
    context.close()
    return found


def without_policy(site: Path) -> None:
    for path in site.rglob("*.html"):
        path.write_text(POLICY.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")


@pytest.mark.parametrize("engine", ENGINES)
def test_the_policy_alone_stops_what_the_checks_refuse(browser: Browser, project: Path, engine: str) -> None:
    write(project, "attack", list(gathered([each for each in blocks("payloads.txt") if CRASHES not in each])))
    write(project, "front", [f"---\n{front}\n---\n\n# A page\n" for front in FRONTS])
    navigate(project, "front-0", "front-3")
    unchecked(project, engine)
    site = project / "site"
    assert ran(browser, site, "attack", themed=False) == []
    assert ran(browser, site, "front") == []
    without_policy(site)
    assert len(set(ran(browser, site, "front"))) >= 3, "the attacks are real"
    assert len(set(ran(browser, site, "attack", themed=False, most=2 * FRAMES))) > 10, "the attacks are real"


@pytest.mark.parametrize("engine", ENGINES)
def test_what_the_checks_let_through_runs_nowhere(browser: Browser, project: Path, engine: str) -> None:
    """The headings of hostile pages too, which themes print again elsewhere, and the search."""
    write(project, "honest", list(gathered(blocks("near-misses.txt"))))
    (project / "docs" / "pictures").mkdir()
    for name, content in (("harbour.png", WHOLE), ("pictures/harbour.jpg", JPEG), ("harbour.webp", WEBP)):
        (project / "docs" / name).write_bytes(content)
    write(
        project,
        "title",
        [f"---\ntitle: {EVIL!r}\ndescription: {EVIL!r}\nquestion: {EVIL!r}\nsummary: {EVIL!r}\n---\n\n# A page\n",
         "# A &lt;/title>&lt;script>alert(1)&lt;/script> &lt;img src=x onerror=alert(1)>\n\n## &lt;img src=x onerror=alert(1)> `<svg/onload=alert(1)>`\n"],
    )  # fmt: skip
    navigate(project, "title-0", "title-1")
    done = explainer("build", "--engine", engine, cwd=project)
    assert done.returncode == 0, done.stderr + done.stdout
    site = project / "site"
    verified = explainer("verify-site", "site", "--format", "line", cwd=project)
    assert "strange-script" not in verified.stdout
    assert "active-file" not in verified.stdout
    assert "outside-layout" not in verified.stdout
    for _ in ("with the policy", "without it"):
        assert ran(browser, site, "honest") == []
        assert ran(browser, site, "title") == []
        without_policy(site)
