"""The rooms stand in the order of the flow: a lower room never imports a higher one, and only adapters touch the world."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "generator"
ORDER = (
    "diagnostics",
    "language",
    "markup",
    "quantities",
    "reading",
    "model",
    "schemas",
    "loading",
    "layout",
    "evidence",
    "deriving",
    "checks",
    "auditing",
    "charts",
    "theme",
    "explainers",
    "exports",
    "changes",
    "manual",
    "pages",
    "delivering",
    "verifying",
    "reporting",
    "upkeep",
    "pipeline",
    "drafting",
    "environment",
    "git",
    "files",
    "asking",
    "engines",
    "mkdocs_plugin",
    "commands",
    "cli",
    "__main__",
)
ADAPTERS = {
    "asking",
    "environment",
    "git",
    "files",
    "engines",
    "mkdocs_plugin",
    "commands",
    "cli",
    "__main__",
}
WORLD = (
    "os",
    "subprocess",
    "socket",
    "urllib.request",
    "time",
    "random",
    "shutil",
    "tempfile",
    "pathlib.Path",
    "sys",
)
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def room(path: Path) -> str:
    """The first name below the package."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """The dotted names a module imports, inside functions too; `from a import b` counts as `a.b`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def test_every_room_has_its_place_in_the_order() -> None:
    assert {room(path) for path in MODULES} == set(ORDER)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_room_imports_a_higher_one(path: Path) -> None:
    allowed = set(ORDER[: ORDER.index(room(path)) + 1])
    ours = [name.split(".")[1] for name in imported(path) if name.startswith("generator.")]
    assert set(ours) <= allowed


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_adapters_touch_disk_clock_processes_and_mkdocs(path: Path) -> None:
    if room(path) in ADAPTERS:
        return
    banned = (*WORLD, "mkdocs", "click")
    assert not [name for name in imported(path) for world in banned if f"{name}.".startswith(f"{world}.")]


def test_only_the_plugin_imports_mkdocs() -> None:
    users = {room(path) for path in MODULES if any(name.split(".")[0] == "mkdocs" for name in imported(path))}
    assert users == {"mkdocs_plugin"}
