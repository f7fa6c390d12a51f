"""The site as it is delivered: by the command, by MkDocs alone, and served while somebody edits."""

from __future__ import annotations

import hashlib
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from tests.conftest import ADDRESS, ROOT, explainer

GOOD = "value: about 1,200 people"
BROKEN = "value: about 1,300 people"
HEADLINE = "northwind-people says about 1,300 people, its quote says about 1,200 people"


def mkdocs(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "true"}
    environment.pop("GITHUB_ACTIONS", None)
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, text=True, capture_output=True, check=False)


def change(project: Path, before: str, after: str) -> None:
    facts = project / "seeds" / "facts" / "harbour.yml"
    text = facts.read_text(encoding="utf-8")
    assert text.count(before) == 1
    facts.write_text(text.replace(before, after), encoding="utf-8")


def tree(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def test_two_builds_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    assert explainer("build", "--site-dir", str(again), cwd=ROOT, SITE_URL=ADDRESS).returncode == 0
    assert len(tree(built)) > 500
    assert tree(again) == tree(built)


def test_mkdocs_alone_builds_the_same_pages(project: Path) -> None:
    assert mkdocs("build", "--quiet", "--site-dir", "by-mkdocs", cwd=project).returncode == 0
    assert explainer("build", "--site-dir", "by-explainer", cwd=project).returncode == 0
    summed = tree(project / "by-explainer")
    summed.pop("SHA256SUMS")
    assert tree(project / "by-mkdocs") == summed


@pytest.mark.parametrize("strict", [(), ("--strict",)])
def test_mkdocs_fails_on_an_error_and_says_it_once(project: Path, strict: tuple[str, ...]) -> None:
    change(project, GOOD, BROKEN)
    done = mkdocs("build", *strict, cwd=project)
    assert done.returncode == 1
    assert (done.stdout + done.stderr).count(HEADLINE) == 1
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()


def test_a_failed_build_leaves_the_last_site(project: Path) -> None:
    assert explainer("build", cwd=project).returncode == 0
    before = tree(project / "site")
    change(project, GOOD, BROKEN)
    done = explainer("build", cwd=project)
    assert (done.returncode, done.stdout.strip()) == (1, "Nothing was built: mend the errors above first.")
    assert done.stderr.count(HEADLINE) == 1
    assert tree(project / "site") == before
    assert sorted(path.name for path in project.iterdir() if path.name.startswith(".")) in ([], [".cache"])


def test_a_broken_link_in_a_page_fails_the_build(project: Path) -> None:
    (project / "docs" / "index.md").write_text("# The harbour\n\n[gone](gone.md)\n", encoding="utf-8")
    done = explainer("build", cwd=project)
    assert done.returncode == 1
    assert "gone.md" in done.stderr
    assert not (project / "site").exists()


def test_nothing_but_results_on_a_pipe(project: Path) -> None:
    done = explainer("build", cwd=project)
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        "3 facts · evidence: 3 verified, 0 not checked, 0 failed · 3 sources · 0 errors · 0 warnings",
        "The site is in site/.",
    ]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("build", "--site-dir", "."), "error: the site cannot be written to .; name a folder of its own"),
        (("build", "--site-dir", ".."), "error: the site cannot be written to ..; name a folder of its own"),
        (("build", "--site-dir", "mkdocs.yml"), "error: the site cannot be written to mkdocs.yml; "),
        (("serve", "--address", "8000"), "error: `8000` is not an address such as 127.0.0.1:8000"),
        (("serve", "--address", "127.0.0.1:99999"), "error: 127.0.0.1:99999 cannot be listened on; "),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    project: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    done = explainer(*arguments, cwd=project)
    assert done.returncode == 2
    assert done.stderr.startswith(sentence)
    assert done.stderr.count("\n") == 1


def test_outside_a_project_the_command_says_where_to_run(tmp_path: Path) -> None:
    for command in ("check", "build", "serve"):
        done = explainer(command, cwd=tmp_path)
        assert (done.returncode, "run this in the project’s folder" in done.stderr) == (2, True)


def test_check_says_that_more_may_follow_where_not_all_was_read(project: Path) -> None:
    for text in ("- id: [", "- id: case\n  kind: event\n"):
        (project / "seeds/facts/case.yml").write_text(text, encoding="utf-8")
        done = explainer("check", cwd=project)
        assert done.stdout.splitlines()[-1].endswith(" · more may follow once these are mended")


def test_check_exits_by_errors(project: Path) -> None:
    assert explainer("check", cwd=project).returncode == 0
    change(project, GOOD, BROKEN)
    done = explainer("check", cwd=project)
    assert done.returncode == 1
    assert done.stdout.count(HEADLINE) == 1
    assert done.stdout.splitlines()[-1] == (
        "2 facts and 1 left out · evidence: 2 verified, 0 not checked, 1 failed · 3 sources · 1 error · 0 warnings"
    )


def test_check_annotates_in_actions(project: Path) -> None:
    change(project, GOOD, BROKEN)
    done = explainer("check", cwd=project, GITHUB_ACTIONS="true")
    place = "file=seeds/facts/harbour.yml,line=17,endLine=17,col=10,endColumn=28"
    assert f"::error {place},title=value-not-in-quote::{HEADLINE}" in done.stdout


@pytest.fixture
def served(project: Path) -> Iterator[str]:
    """The small project served while it is edited."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "generator", "serve", "--address", f"127.0.0.1:{port}"]
    with (project / "serve.log").open("w") as log:
        running = subprocess.Popen(command, cwd=project, env=environment, stdout=log, stderr=log)
    yield f"http://127.0.0.1:{port}/"
    running.terminate()
    running.wait(timeout=20)


def shown(address: str) -> tuple[int, str]:
    """The status and the text at an address; 0 and nothing where nobody listens."""
    try:
        with urlopen(address, timeout=60) as answer:  # noqa: S310 - our own server
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()
    except (URLError, ConnectionError):
        return 0, ""


def eventually(address: str, pattern: str) -> str:
    """The page once it matches; serving and rebuilding take their time."""
    last = ""
    for _ in range(300):
        last = shown(address)[1]
        if re.search(pattern, last):
            return last
        time.sleep(0.2)
    pytest.fail(f"{address} never showed {pattern!r}; it shows {last[:2000]!r}")


def test_serving_shows_what_is_broken_and_heals(project: Path, served: str) -> None:
    eventually(served, "Northwind employs about 1,200 people")
    change(project, GOOD, BROKEN)
    page = eventually(served, HEADLINE)
    assert "This page is not what would be published" in page
    assert "Northwind plans to spend $60 million to $65 million" in page
    assert "left out: this fact has an error" in page
    (project / "docs" / "index.md").write_text("# The harbour\n\n{{ say(\n", encoding="utf-8")
    eventually(served, "the page cannot be read")
    (project / "docs" / "index.md").write_text('# Again\n\n{{ say("northwind-people") }}\n', encoding="utf-8")
    change(project, BROKEN, GOOD)
    page = eventually(served, "Again(?s:.)*Northwind employs about 1,200 people")
    assert 'role="alert"' not in page
    told = (project / "serve.log").read_text(encoding="utf-8")
    assert "Traceback" not in told


def test_serving_shows_a_broken_yaml_file_too(project: Path, served: str) -> None:
    eventually(served, "Northwind employs about 1,200 people")
    change(project, "  statement: Northwind employs {value}.", "  statement: {value} people")
    page = eventually(served, "begins with .*, which means something else to YAML")
    assert "left out: this fact has an error" in page
    change(project, "  statement: {value} people", "  statement: Northwind employs {value}.")
    eventually(served, "Northwind employs about 1,200 people")


def test_serving_answers_before_the_first_build_is_done_and_never_refuses(project: Path, served: str) -> None:
    while not (first := shown(served))[0]:
        time.sleep(0.05)
    assert first[0] == 503
    assert '<meta http-equiv="refresh" content="1">' in first[1]
    assert "The site is being built" in first[1]
    answers = [first]
    while answers[-1][0] != 200:
        answers.append(shown(served))
    assert {status for status, _ in answers} == {503, 200}
    assert "Northwind employs about 1,200 people" in answers[-1][1]
    lines = (project / "serve.log").read_text(encoding="utf-8").splitlines()
    assert [re.sub(r"\d+ (seconds|pages)", r"N \1", line) for line in lines] == [
        f"{served} answers now, and shows the site once it is built.",
        "Checking every fact and writing the pages; with all of Git’s history the first time.",
        "3 facts · evidence: 3 verified, 0 not checked, 0 failed · 3 sources · 0 errors · 0 warnings",
        "Making N pages into a site.",
        f"The site is on {served}, after N seconds. It is built again whenever you save; Ctrl+C ends it.",
    ]


@pytest.mark.parametrize(
    ("broken", "message", "place"),
    [
        ("site_name: [", "mkdocs.yml:1:13 is broken: ", "error: "),
        (
            "site_name: The harbour\ntheme:\n  name: none\n",
            "Unrecognised theme name: &#x27;none&#x27;",
            "ERROR ",
        ),
    ],
)
def test_serving_shows_a_broken_configuration_and_heals(
    project: Path, served: str, broken: str, message: str, place: str
) -> None:
    eventually(served, "Northwind employs about 1,200 people")
    path = project / "mkdocs.yml"
    whole = path.read_text(encoding="utf-8")
    path.write_text(broken, encoding="utf-8")
    assert message in eventually(served, "The site cannot be built now")
    path.write_text(whole, encoding="utf-8")
    eventually(served, "Northwind employs about 1,200 people")
    log = (project / "serve.log").read_text(encoding="utf-8")
    assert "Traceback" not in log
    assert [line.startswith(place) for line in log.splitlines() if "rror:" in line or "ERROR" in line] == [
        True
    ]
