"""What tests share: the project's own files, a project of a test's own, the built site."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from generator import files as disk
from generator import pipeline
from generator.charts.drawing import draw
from generator.pipeline import Site
from tests import forking

ROOT = Path(__file__).parent.parent
ADDRESS = "https://explainer.example/"
"""Where the site under test says that it stands."""
if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
    # Nothing may be written beside the modules, but every engine that is started would compile a thousand of them.
    os.environ["PYTHONPYCACHEPREFIX"] = str(ROOT / ".pytest_cache" / "bytecode")
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")


FROM_THE_START = {"LC_ALL", "PYTHONHASHSEED", "TZ"}
"""What an interpreter heeds only while it starts; the socket over which commands are forked is Linux’s own."""


def explainer(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user would, with nobody at a terminal."""
    kept = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("GITHUB_", "REPO_", "SITE_URL", "SOURCE_DATE_EPOCH"))
    }
    surroundings = {**kept, "PYTHONPATH": str(ROOT), **environment}
    if sys.platform == "linux" and not environment.keys() & FROM_THE_START:
        return forking.run(arguments, cwd=cwd, environment=surroundings)
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env=surroundings,
        text=True,
        capture_output=True,
        check=False,
    )


@pytest.fixture(scope="session")
def own_files() -> Mapping[str, bytes]:
    """Every seed and page of this repository, as `compile()` takes them."""
    return disk.collect(ROOT)


@pytest.fixture(scope="session")
def own_site(own_files: Mapping[str, bytes]) -> Site:
    """This repository compiled, not audited; drawn charts are kept between tests and sessions."""
    return pipeline.compile(own_files, draw=disk.remembering(draw, ROOT / disk.CACHE), audit=lambda _: ())


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the whole site, built by `explainer build`."""
    return built_once("mkdocs", tmp_path_factory)


@pytest.fixture(scope="session")
def built_by_zensical(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the whole site as the other engine makes it."""
    return built_once("zensical", tmp_path_factory)


def built_once(engine: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site, built by the first process of the suite that asks for it; the others wait and take the same."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = shared / f"built-by-{engine}"
    with (shared / f"{engine}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            command = ("build", "--engine", engine, "--site-dir", str(folder))
            done = explainer(*command, cwd=ROOT, SITE_URL=ADDRESS)
            assert done.returncode == 0, done.stderr
    return folder


PROJECT = ROOT / "tests" / "project"
"""A small project of another subject, on which the cases of the manual lay their files."""

SITE = ROOT / "tests" / "site"
"""A small built site in which nothing is wrong."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` writes what cases now give into their pages, to be read and committed."""
    parser.addoption("--accept", action="store_true", help="write the new texts into the case files")


SLOW_FIRST = (
    "tests/test_engines.py",
    "tests/browser/test_access.py",
    "tests/test_init.py",
    "tests/test_audit.py",
    "tests/engines/test_both.py",
    "tests/browser/test_contribution.py",
    "tests/browser/test_site.py",
    "tests/browser/test_strangers.py",
    "tests/browser/test_cards.py",
    "tests/browser/test_weight.py",
)
"""A module is one process's, so what takes longest begins first; while the first builds the site, the third needs none."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow modules, then browsers and engines, then the quick rest, which fills what time the others leave."""
    assert [name for name in SLOW_FIRST if not (ROOT / name).is_file()] == []
    items.sort(key=lambda item: _turn(item.path.relative_to(ROOT).as_posix()))


def _turn(module: str) -> int:
    if module in SLOW_FIRST:
        return SLOW_FIRST.index(module)
    return len(SLOW_FIRST) + (not module.startswith(("tests/browser/", "tests/engines/")))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the small project, to change and build."""
    folder = tmp_path / "project"
    shutil.copytree(PROJECT, folder)
    return folder
