"""What `explainer verify-site` proves of a site from outside: nothing runs on it that was not known before."""

from __future__ import annotations

import pytest

from generator import files as disk
from generator.theme import assets
from generator.verifying import verify
from tests.conftest import SITE

PAGE = disk.everything(SITE)["boats/index.html"].decode()


def codes(files: dict[str, bytes]) -> set[str]:
    return {each.code for each in verify({**disk.everything(SITE), **files}).diagnostics}


def of_page(html: str) -> set[str]:
    return codes({"boats/index.html": PAGE.replace("</body>", f"{html}\n</body>").encode()})


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<SCRIPT>alert(1)</SCRIPT>",
        '<script type="module">alert(1)</script>',
        '<script type="importmap">{}</script>',
        '<script type="speculationrules">{}</script>',
        '<script>document.documentElement.className = "js";alert(1)</script>',
        '<script>__md_scope=new URL("");alert(1)//",location)</script>',
        '<p OnClick="alert(1)">x</p>',
        '<img src="x.png" alt="x" onerror="alert(1)">',
        '<a href="JaVaScRiPt:alert(1)">x</a>',
        '<a href="java&#9;script&colon;alert(1)">x</a>',
        '<a href="&#1; javascript:alert(1)">x</a>',
        '<a href="data:text/html,x">x</a>',
        '<svg><a xlink:href="java&#10;script:alert(1)"><text>x</text></a></svg>',
        '<form action="javascript:alert(1)"></form>',
        '<iframe title="x" srcdoc="<p>"></iframe>',
        '<meta http-equiv="refresh" content="0;url=https://elsewhere.example/">',
        '<meta http-equiv="Refresh" content="0; URL=javascript:alert(1)">',
        '<base href="https://elsewhere.example/">',
    ],
)
def test_whatever_runs_is_named(html: str) -> None:
    assert "strange-script" in of_page(html)


@pytest.mark.parametrize(
    "html",
    [
        '<script type="application/json">{"a": "javascript:"}</script>',
        "<p>onclick=alert(1) and javascript:alert(1)</p>",
        '<p><a href="mailto:a@b.example">x</a></p>',
        '<p title="onclick=alert(1)">x</p>',
    ],
)
def test_what_only_looks_like_it_is_not(html: str) -> None:
    assert of_page(html) == set()


def test_our_own_scripts_are_known_by_their_bytes() -> None:
    own = assets()["assets/explainer.js"]
    assert codes({"assets/explainer.js": own.encode()}) == set()
    assert codes({"assets/explainer.js": f"{own} ".encode()}) == {"strange-script"}
    assert codes({"assets/explainer.MJS": b"x"}) == {"strange-script", "active-file"}


DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.mark.parametrize(
    ("inner", "acts"),
    [
        ('<g fill="#fff"><path d="M0 0"/><text x="1">Boats &lt;b&gt; &#38; more</text></g>', False),
        ("<!-- a remark --><title>x</title>", False),
        ("<script>alert(1)</script>", True),
        ('<rect onload="alert(1)"/>', True),
        ('<a href="javascript:alert(1)"><text>x</text></a>', True),
        ('<use xlink:href="https://elsewhere.example/#x"/>', True),
        ('<rect style="fill: url(https://elsewhere.example/)"/>', True),
        ("<foreignObject/>", True),
        ('<set attributeName="onclick" to="alert(1)"/>', True),
        ('<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>', True),
        ('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>', True),
        ('<?xml-stylesheet href="x"?>', True),
        ("<text>&a;</text>", True),
        ("<text>", True),
    ],
)
def test_a_drawing_only_draws(inner: str, *, acts: bool) -> None:
    assert codes({"boats.svg": DRAWING.format(inner).encode()}) == ({"active-file"} if acts else set())


def test_a_drawing_declares_nothing() -> None:
    text = '<!DOCTYPE svg [<!ENTITY a "b">]>' + DRAWING.format("<text>&a;</text>")
    assert codes({"boats.svg": text.encode()}) == {"active-file"}


@pytest.mark.parametrize(
    "path",
    ["x.xhtml", "x.xht", "x.xml", "x.svgz", "x.pdf", "x.swf", "x.HTML", "x", "CNAME", "x.php", ".htaccess"],
)
def test_files_of_other_kinds_are_named(path: str) -> None:
    assert "active-file" in codes({path: b"x"})


@pytest.mark.parametrize(
    "text", ['<feed xmlns="http://www.w3.org/2005/Atom"/>', "<script/>", "<!DOCTYPE x><urlset/>"]
)
def test_a_site_map_is_one(text: str) -> None:
    assert "active-file" in codes({"sitemap.xml": text.encode()})
