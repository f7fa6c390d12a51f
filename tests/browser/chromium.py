"""A real Chromium for the tests: found, or installed; run as a module it does both and says what it did."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ADVICE = "no Chromium was found: install one (on Debian: apt install chromium), or name one in CHROMIUM"
_PATIENCE = 300
"""Seconds that one way of installing may take."""


def find() -> Path | None:
    """The browser that `CHROMIUM` names, else one on the PATH, else Playwright's own; None where there is none."""
    named = os.environ.get("CHROMIUM")
    if named:
        return Path(named) if os.access(named, os.X_OK) else None
    on_path = next((found for name in NAMES if (found := shutil.which(name))), None)
    return Path(on_path) if on_path else _of_playwright()


def install() -> Path | None:
    """A browser fetched by Playwright, else Debian's package where this process may install it."""
    _tried([sys.executable, "-m", "playwright", "install", "chromium"])
    if found := find():
        return found
    if os.geteuid() == 0 and shutil.which("apt-get"):
        _tried(["apt-get", "update"])
        _tried(["apt-get", "install", "--yes", "--no-install-recommends", "chromium"])
    return find()


def _of_playwright() -> Path | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - starts a process of its own

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.is_file() else None


def _tried(command: Sequence[str]) -> None:
    """Run a command that may fail; what counts is whether a browser is there afterwards."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        subprocess.run(
            command, env=environment, timeout=_PATIENCE, check=False, capture_output=not sys.stderr.isatty()
        )
    except subprocess.TimeoutExpired:
        return


def main() -> None:
    """Make sure that a browser is there; the browser tests themselves fail where it is not."""
    found = find()
    if found is None and not os.environ.get("CHROMIUM"):
        sys.stderr.write("No Chromium here yet; installing one.\n")
        found = install()
    sys.stderr.write("" if found else f"{ADVICE}\n")


if __name__ == "__main__":
    main()
