"""What a stranger writes: pages, what they say of themselves, and files beside them; only what is listed gets through."""

from __future__ import annotations

import json
import os
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator import files as disk
from generator import pipeline
from generator.pipeline import Site
from generator.reading.seeds import LINK
from tests.attacks import blocks, pages
from tests.conftest import PROJECT, explainer

SMALL = disk.collect(PROJECT)
OF_HTML = {"unknown-element", "reserved-name", "tag-without-pair", "page-unrenderable"}


def compiled(files: Mapping[str, bytes]) -> Site:
    return pipeline.compile({**SMALL, **files}, draw=lambda _: "<svg></svg>", audit=lambda _: ())


def told(site: Site) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for problem in site.errors:
        found.setdefault(problem.place.path, set()).add(problem.code)
    return found


def test_every_attack_on_a_page_is_refused_at_a_place_and_nothing_of_it_is_shown() -> None:
    attacks = blocks("payloads.txt")
    site = compiled(pages(attacks))
    found = told(site)
    passed = [
        attack
        for number, attack in enumerate(attacks)
        if not found.get(f"docs/page-{number}.md", set()) & OF_HTML
    ]
    assert len(attacks) > 240
    assert passed == []
    assert [path for path, text in site.pages.items() if path.startswith("page-") and "Before." in text] == []
    spread = [each for each in site.errors if each.code in OF_HTML and each.place.line == 1]
    assert spread == []
    assert [each for each in site.errors if not each.hint and each.code in OF_HTML] == []


def test_the_marks_of_given_tags_reach_no_engine() -> None:
    page = b'# A page\n\n{{ figures("northwind-people") }}\n'
    assert [
        path for path, text in compiled({"docs/page.md": page}).pages.items() if "data-made" in text
    ] == []


def test_every_honest_near_miss_gets_through() -> None:
    honest = blocks("near-misses.txt")
    assert len(honest) > 50
    assert told(compiled(pages(honest))) == {}


@pytest.mark.parametrize(
    ("front", "code"),
    [
        ("author: '\"><script>alert(1)</script>'", "unknown-key"),
        ("card: https://elsewhere.example/x.png", "unknown-key"),
        ("edit: javascript:alert(1)", "unknown-key"),
        ("template: redirect.html\nlocation: https://elsewhere.example/", "unknown-key"),
        ("template: ../../x", "unknown-key"),
        ("robots: noindex", "unknown-key"),
        ("search:\n  exclude: true", "unknown-key"),
        ("Title: x", "unknown-key"),
        ("title: [a, b]", "bad-value"),
        ("title:\n  '<script>': x", "bad-value"),
        ("description:\n  - '<script>alert(1)</script>'", "bad-value"),
        ("hide: [everything]", "bad-value"),
        ("hide:\n  navigation: true", "bad-value"),
        ("accent: '\"><script>alert(1)</script>'", "bad-value"),
        ("figure: ../../x", "bad-id"),
        ("topic: '<b>'", "bad-id"),
        ("title: !!python/name:os.system x", "yaml-tag"),
        ("- title", "bad-value"),
        ("title", "bad-value"),
        ("? [a]\n: b", "yaml-key"),
    ],
)
def test_front_matter_is_a_closed_list_of_typed_keys(front: str, code: str) -> None:
    site = compiled({"docs/page.md": f"---\n{front}\n---\n\n# A page\n".encode()})
    assert code in told(site)["docs/page.md"]
    assert all(each.place.line > 1 for each in site.errors)
    assert keys(site.pages["page.md"]) == ["title"]


def keys(page: str) -> list[str]:
    """The keys that an engine gets."""
    head = page.removeprefix("---\n").partition("\n---\n")[0]
    return [line.partition(": ")[0] for line in head.split("\n")]


@pytest.mark.parametrize(
    "page",
    [
        "template: redirect.html\nlocation: javascript:alert(1)\n\n# A page\n",
        "\n---\ntemplate: redirect.html\n---\n\n# A page\n",
        "---\ntitle: A\n---\n---\ntemplate: redirect.html\n---\n\n# A page\n",
        "---\ntitle: A\n...\ntemplate: redirect.html\n---\n\n# A page\n",
        "# A page\n",
        "Text alone.\n",
    ],
)
def test_an_engine_gets_our_own_front_matter_whatever_the_page_begins_with(page: str) -> None:
    site = compiled({"docs/page.md": page.encode()})
    assert keys(site.pages["page.md"]) == ["title"]


def test_a_heading_is_never_the_title_as_html() -> None:
    """Themes print the title of a page without escaping it, and undo the escapes of a heading before."""
    site = compiled({"docs/page.md": b"# A &lt;/title>&lt;script>alert(1)&lt;/script> `<b>`\n"})
    head = site.pages["page.md"].split("\n")[1]
    assert json.loads(head.partition(": ")[2]) == (
        "A &#60;/title&#62;&#60;script&#62;alert(1)&#60;/script&#62; &#60;b&#62;"
    )


def png(*pieces: tuple[bytes, bytes]) -> bytes:
    parts = [
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in pieces
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


WHOLE = png((b"IHDR", bytes(13)), (b"IEND", b""))
JPEG = b"\xff\xd8\xff\xe0\x00\x04JF\xff\xda\x00\x02\x00\xff\xd9"
WEBP = b"RIFF\x10\x00\x00\x00WEBPVP8L\x04\x00\x00\x00/\x00\x00\x00"


@pytest.mark.parametrize(
    ("path", "content", "code"),
    [
        ("harbour.png", WHOLE, ""),
        ("pictures/harbour.jpg", JPEG, ""),
        ("harbour.webp", WEBP, ""),
        ("boats.csv", b'boat,tons\r\n"Emma, the",9\r\n', ""),
        ("harbour.png", WHOLE + b"<script>alert(1)</script>", "not-its-kind"),
        ("harbour.png", WHOLE[:-1], "not-its-kind"),
        ("harbour.png", b"", "not-its-kind"),
        ("harbour.png", b"<svg onload='alert(1)'></svg>", "not-its-kind"),
        ("harbour.jpg", WHOLE, "not-its-kind"),
        ("harbour.jpg", JPEG + b"more", "not-its-kind"),
        ("harbour.webp", WEBP + b"more", "not-its-kind"),
        ("boats.csv", b"<script>alert(1)</script>", "not-its-kind"),
        ("boats.csv", b"a,b\n1\n", "not-its-kind"),
        ("boats.csv", b"a,\xff\n1,2\n", "not-its-kind"),
        ("boats.csv", b"a,b\n1,2\n" * 200_000, "file-too-large"),
        ("harbour.PNG", WHOLE, "unknown-file"),
        ("evil.svg", b"<svg onload='alert(1)'></svg>", "unknown-file"),
        ("evil.xhtml", b"<html/>", "unknown-file"),
        ("evil.html", b"<script>alert(1)</script>", "unknown-file"),
        ("evil.HTML", b"<script>alert(1)</script>", "unknown-file"),
        ("evil.xml", b"<x/>", "unknown-file"),
        ("evil.js", b"alert(1)", "unknown-file"),
        ("evil.css", b"*{}", "unknown-file"),
        ("evil.json", b"{}", "unknown-file"),
        ("evil.pdf", b"%PDF-1.7", "unknown-file"),
        ("evil.wasm", b"\0asm", "unknown-file"),
        ("evil", b"x", "unknown-file"),
        ("CNAME", b"elsewhere.example", "unknown-file"),
        ("facts/list.json", b"[]", "unknown-file"),
        ("assets/explainer.js", b"alert(1)", "unknown-file"),
        ("assets/harbour.png", WHOLE, "page-taken"),
        ("cards/index.png", WHOLE, "page-taken"),
        ("fact/northwind-people/harbour.png", WHOLE, "page-taken"),
        ("Harbour.png", WHOLE, "file-name"),
        ("a b.png", WHOLE, "file-name"),
        ("con.png", WHOLE, "file-name"),
        ("a:b.png", WHOLE, "file-name"),
        ("a\nb.png", WHOLE, "file-name"),
        ("link.png", LINK, "unknown-file"),
    ],
)
def test_files_beside_pages_are_of_a_few_kinds_known_by_their_content(
    path: str, content: bytes, code: str
) -> None:
    site = compiled({f"docs/{path}": content})
    assert told(site) == ({f"docs/{path}": {code}} if code else {})
    assert (path in site.beside) == (code in ("", "page-taken"))


@pytest.mark.parametrize(
    "path",
    [
        "facts/index.md", "facts/harbour.md", "facts.md", "changes/index.md", "sources/harbour-gazette.md",
        "sources/harbour-gazette/index.md", "fact/northwind-people.md", "fact/northwind-people/index.md",
        "fact/gone/index.md", "assets.md", "assets/index.md", "search/index.md", "404.md", "index/index.md",
        "page/index.md", "Facts/index.md",
    ],
)  # fmt: skip
def test_no_page_stands_where_another_one_belongs(path: str) -> None:
    site = compiled({"docs/page.md": b"# A page\n", f"docs/{path}": b"# Another\n"})
    expected = {} if path == "index/index.md" else {f"docs/{path}": {"page-taken"}}
    if path.startswith("Facts"):
        expected = {f"docs/{path}": {"file-name", "page-taken"}}
    assert told(site) == expected


def test_a_folder_that_is_a_link_is_not_followed(project: Path) -> None:
    (project / "docs").rename(project / "elsewhere")
    os.symlink(project / "elsewhere", project / "docs")
    done = explainer("check", "--format", "line", cwd=project)
    assert done.returncode == 1
    assert "docs:1:1: error[unknown-file] docs is a link to another file or folder" in done.stdout


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_an_engine_publishes_what_it_is_handed_and_nothing_that_lies_about(
    project: Path, engine: str
) -> None:
    (project / "docs" / "harbour.png").write_bytes(WHOLE)
    (project / "docs" / ".evil.svg").write_text("<svg/>", encoding="utf-8")
    assert explainer("build", "--engine", engine, cwd=project).returncode == 0
    assert (project / "site" / "harbour.png").read_bytes() == WHOLE
    assert [path for path in (project / "site").rglob("*") if "evil" in path.name] == []
