"""The built site before the Nu HTML checker, which knows the whole schema of HTML."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

CHECKER = ROOT / "tests" / "nu" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
JAVA = shutil.which("java")
needs_checker = pytest.mark.skipif(
    JAVA is None or not CHECKER.is_file(),
    reason="not checked: the Nu checker needs Java, and npm ci --prefix tests/nu",
)


def errors(folder: Path) -> list[str]:
    command = [
        str(JAVA),
        "-Xss4m",
        "-jar",
        str(CHECKER),
        "--errors-only",
        "--skip-non-html",
        "--format",
        "gnu",
        str(folder),
    ]
    return subprocess.run(command, text=True, capture_output=True, check=False).stderr.splitlines()


@needs_checker
def test_the_real_site_is_valid(built: Path) -> None:
    assert errors(built)[:20] == []


@needs_checker
def test_what_is_wrong_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        "<!doctype html><html lang=en><title>a</title><p></section>", encoding="utf-8"
    )
    assert any("Stray end tag" in each for each in errors(tmp_path))
