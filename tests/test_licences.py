"""Every file says under which licence it stands, by the rules of REUSE."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

REUSE = Path(sys.executable).parent / "reuse"


def test_every_file_has_a_licence_and_no_licence_is_idle() -> None:
    done = subprocess.run([REUSE, "lint", "--lines"], cwd=ROOT, text=True, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
