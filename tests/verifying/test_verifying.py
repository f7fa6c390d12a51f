"""What the cases of the manual cannot show of `explainer verify-site`: limits, addresses, odd files, the command itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import files as disk
from generator import verifying
from generator.markup.nesting import flaws
from generator.verifying import verify, weights
from generator.verifying.closing import closing_line
from generator.verifying.references import of_script, of_style
from tests.conftest import ROOT, SITE, explainer

HERE = "https://harbour.example/log/"
CHECKS = {check.__module__.rpartition(".")[2] for check in verifying.CHECKS}


def small(**changed: bytes) -> dict[str, bytes]:
    return {**disk.everything(SITE), **changed}


def told(files: dict[str, bytes], address: str = "") -> list[tuple[str, str]]:
    found = verify(files, folder="site/", address=address).diagnostics
    return [(problem.code, str(problem.place)) for problem in found]


def test_every_check_is_run() -> None:
    folder = ROOT / "generator" / "verifying"
    written = {path.stem for path in folder.glob("*.py") if "\ndef find(" in path.read_text(encoding="utf-8")}
    assert written == CHECKS


def test_a_file_over_the_limit_is_named() -> None:
    heavy = {"boats/list.json": b"x" * (weights.FILE + 1), "boats/fits.json": b"x" * weights.FILE}
    assert told(small() | heavy) == [("file-over-limit", "site/boats/list.json:1:1")]


def test_a_site_over_the_limit_is_named() -> None:
    """Bytes that are all zero take no memory before they are read."""
    heavy = small() | {"boats/film.txt": bytes(weights.SITE)}
    assert told(heavy) == [
        ("file-over-limit", "site/boats/film.txt:1:1"),
        ("site-over-limit", "site/index.html:1:1"),
    ]


def test_the_projection_counts_what_grows_with_the_facts() -> None:
    stub = b"x" * 1000
    files = {"assets/theme.js": b"x" * 500_000, "fact/a/index.html": stub, "fact/b/index.html": stub}
    built = verify(files | {"facts/list.json": b"x" * 4000}).built
    assert weights.facts(built) == 2
    assert weights.fitting(built) == (1_000_000_000 - 500_000) * 2 // 6000
    assert weights.first_over(built) == ("facts/list.json", 500)


def test_a_site_without_facts_promises_nothing() -> None:
    assert closing_line(verify(small())).split(" · ")[2:] == ["0 problems"]


def test_the_address_is_what_the_home_page_says() -> None:
    page = small()["boats/index.html"].replace(
        b"Two boats.", b'<a href="/log/#no">a</a> <a href="/log/x">b</a>'
    )
    assert told(small() | {"boats/index.html": page}) == [
        ("dead-fragment", "site/boats/index.html:11:13"),
        ("dead-link", "site/boats/index.html:11:38"),
    ]


def test_another_address_can_be_named() -> None:
    assert told(small(), "https://harbour.example/") == [
        ("not-in-sitemap", "site/boats/index.html:1:1"),
        ("not-in-sitemap", "site/index.html:1:1"),
        ("dead-link", "site/index.html:8:1"),
        ("not-a-page", "site/sitemap.xml:3:11"),
        ("not-a-page", "site/sitemap.xml:4:11"),
    ]


def test_what_could_not_be_checked_is_said() -> None:
    home = small()["index.html"].replace(b'<link rel="canonical" href="https://harbour.example/log/">\n', b"")
    nowhere = verify(small() | {"index.html": home})
    assert nowhere.diagnostics == ()
    assert closing_line(nowhere).endswith(
        " · not checked: the site map: the site does not say its address; name it with --base"
    )
    assert told(small() | {"index.html": home}, HERE) == []


def test_a_page_that_is_no_text_is_named() -> None:
    latin = small()["boats/index.html"].replace(b"Two", b"Tw\xf6")
    codes = told(small() | {"boats/index.html": latin})
    assert ("invalid-html", "site/boats/index.html:1:1") in codes


@pytest.mark.parametrize(
    ("path", "content", "place"),
    [
        (
            "search/search_index.json",
            b'{"docs": [{"location": "crews/"}]}',
            "site/search/search_index.json:1:1",
        ),
        ("search/search_index.json", b"{", "site/search/search_index.json:1:1"),
        ("search.json", b'{"items": [{"location": "boats/#three"}]}', "site/search.json:1:1"),
        ("assets/more.css", b"/* url(a.png) */\nb { c: url(b.png) }", "site/assets/more.css:2:8"),
    ],
)
def test_files_that_are_no_pages_are_followed_too(path: str, content: bytes, place: str) -> None:
    assert [found for _, found in told(small() | {path: content})] == [place]


def test_what_a_template_does_wrong_is_said_once() -> None:
    broken = {path: content for path, content in small().items() if path.endswith(".html")}
    broken = {path: content.replace(b"</h1>", b"</h1></i>") for path, content in broken.items()}
    (problem,) = verify(small() | broken, folder="site/").diagnostics
    assert str(problem.place) == "site/boats/index.html:10:15"
    assert [(note.text, str(note.place)) for note in problem.notes] == [
        ("one of 1 more place with the same", "site/index.html:12:21")
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<ul><li>a<li>b<ul><li>c</ul></ul>",
        "<table><tr><td>a<td>b<tr><td><p>c<tfoot><tr><td>d</table>",
        "<p>a<p>b<div>c</div><dl><dt>d<dd>e<dt>f</dl>",
        "<svg><path d=''/><g><use/></g></svg><br><img alt=''>",
        "<select><option>a<option>b</select><textarea><b></textarea>",
        "<p><button><div>a</div></button></p>",
    ],
)
def test_what_html_lets_one_leave_out_is_no_flaw(body: str) -> None:
    assert list(flaws(f"<!doctype html><title>a</title><body>{body}")) == []


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("a { b: url( 'x.png' ) url(y.png) }", ["x.png", "y.png"]),
        ('@import "z.css"; @import url(w.css);', ["z.css", "w.css"]),
        (
            "a { b: url(\"data:image/svg+xml;utf8,<svg fill='('/>\") }",
            ["data:image/svg+xml;utf8,<svg fill='('/>"],
        ),
    ],
)
def test_styles_are_read(text: str, urls: list[str]) -> None:
    assert [url for url, _ in of_style(text)] == urls


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("fetch('//a.example/b')", ["//a.example/b"]),
        ("import x from 'https://a.example/b.js'", ["https://a.example/b.js"]),
        ("new Worker(`https://a.example/b.js`)", ["https://a.example/b.js"]),
        ("r.open('GET', 'http://a.example')", ["http://a.example"]),
        ("i.src='https://a.example/p.gif'", ["https://a.example/p.gif"]),
        ("const schema = 'https://a.example/schema'; fetch('/b')", []),
    ],
)
def test_scripts_are_read(text: str, urls: list[str]) -> None:
    assert [url for url, _ in of_script(text)] == urls


def test_the_command_prints_problems_and_exits_by_them(tmp_path: Path) -> None:
    for path, content in small().items():
        disk.write_bytes(tmp_path / "site" / path, content)
    assert explainer("verify-site", cwd=tmp_path).stdout == "2 pages · 4 files, 0 MB · 0 problems\n"
    (tmp_path / "site" / "boats" / "index.html").unlink()
    done = explainer("verify-site", "--format", "line", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines()[0].startswith(
        "site/index.html:13:8: error[dead-link] `boats/#two` leads nowhere"
    )
    assert done.stdout.splitlines()[-1] == "1 page · 3 files, 0 MB · 2 problems"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("gone",), "error: there is no folder gone; build the site first, or name the folder it is in\n"),
        (("empty",), "error: empty holds no index.html, so it is no built site\n"),
        (("empty", "--base", "here"), "error: `here` is no address such as https://example.org/site/\n"),
    ],
)
def test_what_is_no_site_is_said_in_a_sentence(
    tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    (tmp_path / "empty").mkdir()
    done = explainer("verify-site", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, sentence)


def test_the_real_site_has_no_problem(built: Path) -> None:
    done = explainer("verify-site", str(built), cwd=ROOT)
    assert (done.returncode, done.stdout.count("\n")) == (0, 1), done.stdout
    assert "not checked" not in done.stdout
