"""A fork of MkDocs builds the same pages with the same plugin."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.conftest import ADDRESS, ROOT

GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')


def by(engine: str, project: Path) -> dict[str, bytes]:
    """The site that the engine makes of the project, but for the name that it gives itself."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "true", "SITE_URL": ADDRESS}
    command = [sys.executable, "-m", engine, "build", "--strict", "--config-file", "mkdocs.yml"]
    folder = project / f"by-{engine}"
    done = subprocess.run(
        [*command, "--site-dir", str(folder)],
        cwd=project,
        env=environment,
        text=True,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): GENERATOR.sub(b"", path.read_bytes()) for path in files}


def test_properdocs_makes_the_same_site(project: Path) -> None:
    one, other = by("mkdocs", project), by("properdocs", project)
    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []
    assert len(one) > 20
