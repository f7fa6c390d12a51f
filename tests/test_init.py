"""`explainer init`: what it makes is a whole project that passes its own checks, on a subject of its own."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator.commands.init import UNKNOWN, starter
from tests.conftest import ROOT, explainer

ORIGIN = "https://github.com/owner/name@v1.0.0"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new project."""
    folder = tmp_path_factory.mktemp("init")
    done = explainer("init", "trees", "--generator", ORIGIN, cwd=folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "The project is in trees/. Go there and run `explainer serve`.\n"
    assert [path.name for path in folder.iterdir()] == ["trees"]
    return folder / "trees"


def test_a_new_project_has_all_its_parts(made: Path) -> None:
    parts = "mkdocs.yml README.md LICENSE .gitattributes .gitignore requirements.txt .github/workflows/pages.yml docs/index.md docs/contribute.md"
    assert [part for part in parts.split() if not (made / part).is_file()] == []
    assert ORIGIN in (made / "requirements.txt").read_text(encoding="utf-8")
    assert UNKNOWN not in "".join(
        path.read_text(encoding="utf-8") for path in made.rglob("*") if path.is_file()
    )


def test_its_facts_are_checked_without_a_problem(made: Path) -> None:
    done = explainer("check", cwd=made)
    assert (done.returncode, done.stdout.count("\n")) == (0, 1)
    assert "9 verified, 1 not checked, 0 failed" in done.stdout
    assert done.stdout.endswith("0 errors · 0 warnings\n")


def test_its_schemas_are_where_its_files_say(made: Path) -> None:
    named = 0
    for path in (made / "seeds").rglob("*.yml"):
        found = re.search(r"\$schema=(\S+)", path.read_text(encoding="utf-8"))
        assert found, path
        assert (path.parent / found[1]).is_file()
        named += 1
    assert named == 6


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    assert explainer("init", ".", cwd=tmp_path).returncode == 0
    assert (tmp_path / "seeds" / "facts" / "trees.yml").is_file()


@pytest.mark.parametrize("name", ["full", "full/file"])
def test_what_is_there_is_never_touched(tmp_path: Path, name: str) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").write_text("mine", encoding="utf-8")
    done = explainer("init", name, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (
        2,
        f"error: {name} is not empty; name a folder that is new or empty\n",
    )
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["file"]
    assert (tmp_path / "full" / "file").read_text(encoding="utf-8") == "mine"


def test_a_folder_that_cannot_be_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    done = explainer("init", "file/below", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("error: the project cannot be written to file/below: ")
    assert done.stderr.count("\n") == 1


def test_a_generator_without_a_revision_is_refused(tmp_path: Path) -> None:
    done = explainer("init", "new", "--generator", "https://github.com/owner/name", cwd=tmp_path)
    assert done.returncode == 2
    assert "is no repository and revision such as" in done.stderr
    assert not (tmp_path / "new").exists()


def test_the_forms_of_a_new_project_are_ours() -> None:
    """Every fact leads to them by name."""
    texts = starter(ORIGIN)
    for path in sorted((ROOT / ".github" / "ISSUE_TEMPLATE").iterdir()):
        assert texts[f".github/ISSUE_TEMPLATE/{path.name}"] == path.read_text(encoding="utf-8"), (
            f"copy it: cp .github/ISSUE_TEMPLATE/{path.name} generator/starter/github/ISSUE_TEMPLATE/"
        )


def test_the_actions_of_a_new_project_are_pinned_as_ours() -> None:
    """Nothing updates the starter’s own pins, so they follow those that are kept up to date."""
    pinned = re.compile(r"uses: (\S+@[0-9a-f]{40} # v\S+)")
    own = "".join(path.read_text(encoding="utf-8") for path in (ROOT / ".github" / "workflows").glob("*.yml"))
    new = "".join(text for path, text in starter(ORIGIN).items() if "workflows/" in path)
    assert new.count("uses:") == len(pinned.findall(new)) > 5
    assert set(pinned.findall(new)) <= set(pinned.findall(own))


def test_a_wheel_holds_the_starter(tmp_path: Path) -> None:
    """Built from a copy: setuptools leaves its own folder beside what it packs."""
    source = tmp_path / "source"
    for name in ("generator", "LICENSES"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source / name)
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(tmp_path)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, str(source)], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("generator/starter/")}
    folder = ROOT / "generator" / "starter"
    assert packed == {
        f"generator/starter/{path.relative_to(folder).as_posix()}"
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_its_seed_files_are_laid_out_as_ours(made: Path) -> None:
    done = explainer("fmt", "--check", cwd=made)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "linter",
    [
        ("zizmor", "--offline", "--pedantic", "--no-config", ".github"),
        ("actionlint", ".github/workflows/pages.yml", ".github/workflows/pull-request.yml"),
    ],
)
def test_its_workflows_are_as_careful_as_ours(made: Path, linter: tuple[str, ...]) -> None:
    program = Path(sys.executable).parent / linter[0]
    done = subprocess.run([program, *linter[1:]], cwd=made, text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


GUIDE = (ROOT / "docs" / "start-your-own.md").read_text(encoding="utf-8")


def test_the_guide_was_run(tmp_path: Path) -> None:
    """Its commands work in their order, and what it shows is what they print."""
    folder, printed = tmp_path, []
    for line in "".join(re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)).splitlines():
        program, *arguments = line.split()
        if program == "cd":
            folder /= arguments[0]
            continue
        done = explainer(*arguments, cwd=folder, SITE_URL="https://trees.example/marrowby/")
        assert (program, done.returncode) == ("explainer", 0), done.stdout + done.stderr
        printed.append(done.stdout)
    assert "0 problems" in printed[-1]
    assert "not checked" not in printed[-1]
    page = (folder / "site" / "trees" / "index.html").read_text(encoding="utf-8")
    assert "1,240 trees" in page
    assert "disputed" in page
    for step in (("build", "--engine", "zensical"), ("verify-site",)):
        other = explainer(*step, cwd=folder, SITE_URL="https://trees.example/marrowby/")
        assert other.returncode == 0, other.stdout + other.stderr
    facts = folder / "seeds" / "facts" / "trees.yml"
    facts.write_text(
        facts.read_text(encoding="utf-8").replace("value: 1,240 trees", "value: 1,420 trees"),
        encoding="utf-8",
    )
    printed.append(explainer("check", cwd=folder).stdout)
    shown = re.findall(r"```(?:text|console)\n(.*?)```", GUIDE, re.DOTALL)
    assert len(shown) == 3
    assert [text for text in shown[1:] if text not in "".join(printed)] == []
