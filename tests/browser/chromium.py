"""A real Chromium for the tests, tried before the first of them; run as a module it installs what is missing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.browser.serving import ARGUMENTS

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DRIVER = ("libatomic1",)
"""Debian packages that Playwright’s own program needs and does not bring."""
BROWSER = ("chromium",)
"""Debian packages that bring a browser with all it needs."""
_PATIENCE = 300
"""Seconds that one way of installing may take: Debian’s browser is 400 megabytes with what it needs."""
_PLAYWRIGHT = (sys.executable, "-m", "playwright")


@dataclass(frozen=True)
class Missing:
    """Why no browser test can run here, and the Debian packages that mend it, if any do."""

    reason: str
    packages: tuple[str, ...] = ()


def trial() -> Path | Missing:
    """The browser in which a page was opened: the one in `CHROMIUM`, else on the PATH, else Playwright’s own."""
    named = os.environ.get("CHROMIUM")
    chosen = named or next(filter(None, map(shutil.which, NAMES)), None)
    if wrong := _driver_failure():
        packages = DRIVER if chosen else (*DRIVER, *BROWSER)
        return Missing(f"Playwright’s driver does not start, since {wrong}", packages)
    found = Path(chosen) if chosen else _of_playwright()
    if not os.access(found, os.X_OK):
        if named:
            return Missing(f"CHROMIUM names {named}, which is no program")
        return Missing("there is no Chromium on the PATH or in CHROMIUM", BROWSER)
    if wrong := _page_failure(found):
        return Missing(f"{found} opens no page, since {wrong}", () if named else BROWSER)
    return found


def usable() -> Path:
    """The browser that passed its trial; where none does, the process ends with one sentence and the exit code 1."""
    found = trial()
    if isinstance(found, Missing):
        sys.exit(sentence(found))
    return found


def sentence(missing: Missing) -> str:
    """What is missing, and what to install."""
    hint = f"; on Debian: apt install {' '.join(missing.packages)}" if missing.packages else ""
    return f"No browser test can run: {missing.reason}{hint}"


def _driver_failure() -> str:
    done = subprocess.run([*_PLAYWRIGHT, "--version"], check=False, capture_output=True, text=True)
    return _cause(done.stderr) if done.returncode else ""


def _of_playwright() -> Path:
    """Where Playwright’s own browser would be."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where the driver starts

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def _page_failure(browser: Path) -> str:
    from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 - only where the driver starts

    with sync_playwright() as playwright:
        try:
            running = playwright.chromium.launch(executable_path=str(browser), args=list(ARGUMENTS))
            running.new_page().goto("data:text/html,<title>A page</title>")
            running.close()
        except Error as error:
            return _cause(error.message)
    return ""


def _cause(message: str) -> str:
    """The library that a program lacks; else the message’s first line."""
    if lacked := re.search(r"loading shared libraries: ([^:\s]+)", message):
        return f"{lacked[1]} is missing"
    return f"it says “{(message.strip() or 'nothing').splitlines()[0]}”"


def _ways() -> Iterator[Callable[[Missing], None]]:
    """How to install what is missing, in turn: as root Debian’s packages, else a browser of Playwright’s own."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        yield _by_apt
    if not os.environ.get("CHROMIUM") and not _driver_failure():
        yield lambda _: _run([*_PLAYWRIGHT, "install", "chromium"])


def _by_apt(missing: Missing) -> None:
    _run(["apt-get", "update"])
    _run(["apt-get", "install", "--yes", "--no-install-recommends", *missing.packages])


def _run(command: Sequence[str]) -> None:
    """Run a command that may fail: what counts is the next trial."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = not sys.stderr.isatty()
    try:
        subprocess.run(command, env=environment, timeout=_PATIENCE, check=False, capture_output=quiet)
    except subprocess.TimeoutExpired:
        sys.stderr.write(f"{' '.join(command)} was stopped after {_PATIENCE} seconds.\n")


def main() -> None:
    """Try the browser, install what it lacks, and end with one sentence where that does not help."""
    found = trial()
    for way in _ways():
        if isinstance(found, Path) or not found.packages:
            break
        sys.stderr.write(f"Installing what the browser tests need: {found.reason}.\n")
        way(found)
        found = trial()
    if isinstance(found, Missing):
        sys.exit(sentence(found))


if __name__ == "__main__":
    main()
