"""What the browser tests need is tried first, and what is missing is said in one sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

LACKS_ATOMIC = 'echo "node: error while loading shared libraries: libatomic.so.1: cannot open" >&2; exit 127'
LACKS_NSS = 'echo "chrome: error while loading shared libraries: libnss3.so: cannot open" >&2; exit 127'


def program(path: Path, body: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def run(*, path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The trial with nothing on the PATH but what is in a folder; Playwright finds no browser of its own there."""
    cleared = {name: value for name, value in os.environ.items() if name != "CHROMIUM"}
    surroundings = {
        **cleared,
        "PATH": str(path),
        "PLAYWRIGHT_BROWSERS_PATH": str(path / "none"),
        **environment,
    }
    return subprocess.run(
        [sys.executable, "-m", "tests.browser.chromium"],
        cwd=ROOT,
        env=surroundings,
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(("found", "packages"), [((), "libatomic1 chromium"), (("chromium",), "libatomic1")])
def test_a_driver_that_does_not_start_names_its_package(
    tmp_path: Path, found: tuple[str, ...], packages: str
) -> None:
    for name in found:
        program(tmp_path / "bin" / name, "exit 0")
    node = program(tmp_path / "node", LACKS_ATOMIC)
    done = run(path=tmp_path / "bin", PLAYWRIGHT_NODEJS_PATH=str(node))
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "No browser test can run: Playwright’s driver does not start, since libatomic.so.1 is missing; "
        f"on Debian: apt install {packages}"
    )
    assert "Traceback" not in done.stderr


def test_a_browser_that_opens_no_page_says_which_library_it_lacks(tmp_path: Path) -> None:
    browser = program(tmp_path / "browser", LACKS_NSS)
    done = run(path=tmp_path, CHROMIUM=str(browser))
    sentence = f"No browser test can run: {browser} opens no page, since libnss3.so is missing\n"
    assert (done.returncode, done.stderr) == (1, sentence)


def test_what_chromium_names_has_to_be_a_program(tmp_path: Path) -> None:
    done = run(path=tmp_path, CHROMIUM="/none")
    assert (done.returncode, done.stderr) == (
        1,
        "No browser test can run: CHROMIUM names /none, which is no program\n",
    )


@pytest.mark.skipif(os.geteuid() != 0, reason="only root installs packages")
def test_root_installs_what_is_missing(tmp_path: Path) -> None:
    node = program(tmp_path / "node", LACKS_ATOMIC)
    asked = tmp_path / "asked"
    program(tmp_path / "bin" / "apt-get", f'echo "$@" >>{asked}')
    run(path=tmp_path / "bin", PLAYWRIGHT_NODEJS_PATH=str(node))
    assert asked.read_text(encoding="utf-8").splitlines() == [
        "update",
        "install --yes --no-install-recommends libatomic1 chromium",
    ]
