"""Hostile text in every field of a record, looked at in a real browser: nothing of it runs, nothing is fetched."""

from __future__ import annotations

import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Request

from tests.browser.serving import Quiet
from tests.conftest import explainer

pytestmark = pytest.mark.browser
TEXT = "'\"><img src=https://elsewhere.example/x onerror=alert(1)><script>alert(2)</script>[x](javascript:alert(3)) {{ 7 }}'"


def test_nothing_hostile_runs(browser: Browser, project: Path) -> None:
    seeds = project / "seeds"
    source = "- {id: hostile, type: webpage, title: T, publisher: T, author: [T], accessed: 2025-03-10, tier: secondary, url: https://hostile.example/}\n"
    (seeds / "sources" / "hostile.yml").write_text(
        source.replace(" T", f" {TEXT}").replace("[T]", f"[{TEXT}]")
    )
    with (seeds / "entities.yml").open("a") as entities:
        entities.write(
            f"- {{id: evil, name: {TEXT}, kind: person, aliases: [{TEXT}], description: {TEXT}}}\n"
        )
    with (seeds / "metrics.yml").open("a") as metrics:
        metrics.write(f"- {{id: harm, name: {TEXT}, unit: apples, definition: {TEXT}, includes: [{TEXT}]}}\n")
    (seeds / "facts" / "case.yml").write_text(
        f"- {{id: case, kind: quotation, speaker: evil, words: {TEXT}, occasion: {TEXT}, date: 2025-03-04,\n"
        f"   statement: Somebody spoke., evidence: [{{source: hostile, locator: {TEXT}}}]}}\n"
        f"- {{id: more, kind: figure, entity: evil, metric: harm, value: 5 apples, period: 2025, date: 2025-03-04,\n"
        f"   statement: 'It is {{value}}.', evidence: [{{source: hostile, locator: {TEXT}}}]}}\n"
    )
    (project / "docs" / "index.md").write_text(
        '# Page\n\n{{ quotation("case") }}\n\n{{ figures("more") }}\n\n{{ timeline(entity="evil") }}\n\n'
        '{{ chart("bars", facts=["more"], title="Harm") }}\n\n{{ table("case", columns=["entity", "statement"]) }}\n'
    )
    built = explainer("build", cwd=project)
    assert built.returncode == 0, built.stderr + built.stdout
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(project / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    page = browser.new_page()
    dialogs: list[str] = []
    strangers: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    def note(asked: Request) -> None:
        if not asked.url.startswith((address, "data:", "blob:")):
            strangers.append(asked.url)

    page.on("dialog", dismiss)
    page.on("request", note)
    for path in (
        "",
        "facts/",
        "facts/case/",
        "sources/",
        "sources/hostile/",
        "entities/",
        "entities/evil/",
        "glossary/",
    ):
        page.goto(f"{address}/{path}")
        page.wait_for_load_state("networkidle")
        assert page.locator("img[onerror], a[href^='javascript']").count() == 0, path
    page.get_by_role("textbox", name="Search").first.click()
    page.keyboard.type("onerror")
    page.wait_for_timeout(500)
    assert page.locator("img[onerror]").count() == 0
    page.close()
    server.shutdown()
    assert (dialogs, strangers) == ([], [])
