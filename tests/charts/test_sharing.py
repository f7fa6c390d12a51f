"""The pictures beside shared links: one for each page that names a figure, as large as networks show, and true."""

from __future__ import annotations

import re
import struct
from pathlib import Path

from generator import files as disk
from generator import pipeline
from generator.charts.sharing import HEIGHT, WIDTH, card, paint
from generator.pipeline import Site
from tests.conftest import ADDRESS, PROJECT, explainer


def size(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_every_explainer_has_a_picture_with_its_figure(own_site: Site) -> None:
    named = {path for path, text in own_site.pages.items() if re.search(r"^figure: ", text, re.MULTILINE)}
    assert len(named) == 4
    assert set(own_site.cards) == {f"cards/{path.removesuffix('.md')}.png" for path in named}
    assert "$72.22 billion" in own_site.cards["cards/meta-spending.png"]
    assert "(claimed)" in own_site.cards["cards/deepseek-timeline.png"]


def test_the_built_pages_name_pictures_that_are_there(built: Path) -> None:
    html = (built / "meta-spending" / "index.html").read_text(encoding="utf-8")
    found = re.search(rf'property="og:image" content="{ADDRESS}([^"]+)"', html)
    assert found
    assert size((built / found[1]).read_bytes()) == (WIDTH, HEIGHT)
    assert f'<link rel="canonical" href="{ADDRESS}meta-spending/">' in html


def test_a_picture_is_painted_the_same_every_time_whatever_it_says() -> None:
    svg = card(title="<script>&\u202e" * 40, value="$5 billion " * 9, label="\ud800 x" * 90)
    assert size(paint(svg)) == (WIDTH, HEIGHT)
    assert paint(svg) == paint(svg)


def test_a_figure_that_is_none_is_told() -> None:
    page = b"---\ntitle: A page\nfigure: northwind-peoples\n---\n\n# A page\n"
    site = pipeline.compile({**disk.collect(PROJECT), "docs/a.md": page})
    (wrong,) = [each for each in site.errors if each.place.path == "docs/a.md"]
    assert (wrong.code, wrong.place.line, wrong.place.column) == ("unknown-fact", 3, 9)
    assert "`northwind-people`" in wrong.hint


def test_what_a_page_says_of_itself_stays_text(project: Path) -> None:
    page = project / "docs" / "a.md"
    quoted = "'\"><script>alert(1)</script>'"
    page.write_text(
        f"---\ntitle: {quoted}\nquestion: {quoted}\naccent: plum\nfigure: northwind-people\n---\n\n# A page\n"
    )
    assert explainer("build", cwd=project, SITE_URL=ADDRESS).returncode == 0
    html = (project / "site" / "a" / "index.html").read_text(encoding="utf-8")
    assert 'property="og:image:alt"' in html
    assert 'name="accent"' in html
    assert "<script>alert(1)" not in html


def test_no_page_holds_what_runs_not_even_a_decision() -> None:
    page = b"# A decision\n\n<iframe></iframe>\n"
    site = pipeline.compile({**disk.collect(PROJECT), "docs/decisions/a.md": page})
    assert [each.code for each in site.errors] == ["unknown-element"]
