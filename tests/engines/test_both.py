"""Both engines are handed the same bytes, and what matters on a page is the same on both sites."""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from mkdocs.utils import meta
from turbohtml import Document, parse

from generator.delivering.finishing import INDEXES
from tests.conftest import ADDRESS, explainer
from tests.engines.golden import ENTRIES, EVERYWHERE, GOLDEN, Golden

HOOK = """
import json, pathlib
def on_page_markdown(markdown, page, config, files):
    kept = pathlib.Path(config.config_file_path).parent / "handed" / (page.file.src_uri + ".json")
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps([markdown, page.meta]), encoding="utf-8")
    return markdown
"""


@pytest.fixture(params=["mkdocs", "zensical"])
def site(request: pytest.FixtureRequest) -> Path:
    """The whole site, by one engine and by the other."""
    folder: Path = request.getfixturevalue("built" if request.param == "mkdocs" else "built_by_zensical")
    return folder


def test_both_are_handed_the_same_markdown(project: Path) -> None:
    (project / "hook.py").write_text(HOOK, encoding="utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write("hooks:\n  - hook.py\n")
    for engine in ("mkdocs", "zensical"):
        assert explainer("build", "--engine", engine, cwd=project).returncode == 0
    handed = project / "build" / "docs"
    names = sorted(path.relative_to(handed).as_posix() for path in handed.rglob("*.md"))
    kept = project / "handed"
    assert names == sorted(path.relative_to(kept).as_posix()[:-5] for path in kept.rglob("*.json"))
    assert len(names) > 5
    for name in names:
        text = (handed / name).read_bytes().decode()
        markdown, entries = json.loads((kept / f"{name}.json").read_text(encoding="utf-8"))
        assert text.endswith(markdown), name
        assert meta.get_data(text) == (markdown, entries), name


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden.path or "home")
def test_what_matters_holds(site: Path, golden: Golden) -> None:
    page = parse((site / golden.path / "index.html").read_text(encoding="utf-8"))
    assert [selector for selector in EVERYWHERE if len(page.select(selector)) != 1] == []
    title = page.select_one("title")
    assert title is not None
    assert title.text.strip().startswith(golden.title)
    assert golden.path or title.text.strip() == golden.title  # home is named once
    headings = {found.attr("id"): found.text for found in page.select("article [id]")}
    assert {
        name: text for name, text in golden.headings.items() if not headings.get(name, "").startswith(text)
    } == {}
    assert set(golden.headings) <= set(headings)
    assert {
        each: len(page.select(each)) for each, least in golden.holds.items() if len(page.select(each)) < least
    } == {}
    assert set(golden.links) <= set(links(page, golden.path))


def links(page: Document, path: str) -> list[str]:
    """Where the links of the article lead, below the site; an address with a slash at the end is the page's own."""
    found = (urljoin(ADDRESS + path, each.attr("href") or "") for each in page.select("article a[href]"))
    return [re.sub(r"(^|/)index\.html(?=#|$)", r"\1", each.removeprefix(ADDRESS)) for each in found]


def content(page: Document, path: str) -> dict[str, object]:
    """All of a page that comes from us."""
    article = page.select("article")[0]
    return {
        "title": [each.text.strip() for each in page.select("title")],
        "described": [
            (each.attr("name"), each.attr("property"), each.attr("content"))
            for each in page.select("meta[name=description], meta[property]")
        ],
        "headings": [
            (each.tag, each.attr("id"), each.text) for each in article.select("h1, h2, h3, h4, h5, h6")
        ],
        "notes": [each.attr("id") for each in article.select(".footnote li, sup[id]")],
        "rows": [[cell.text for cell in row.select("th, td")] for row in article.select("tr")],
        "pictures": [each.inner_html for each in article.select("svg")],
        "items": [each.text for each in article.select("li")],
        "words": article.text.split(),
        "links": links(page, path),
    }


def test_every_page_says_the_same_on_both(built: Path, built_by_zensical: Path) -> None:
    names = [path.relative_to(built).as_posix() for path in sorted(built.rglob("*.html"))]
    compared = 0
    for name in names:
        one, other = ((folder / name).read_text(encoding="utf-8") for folder in (built, built_by_zensical))
        if name == "404.html":
            continue
        if "<article" not in one:
            assert one == other, name
            continue
        path = posixpath.dirname(name)
        path = f"{path}/" if path else ""
        assert content(parse(one), path) == content(parse(other), path), name
        compared += 1
    assert compared > 300


def test_every_other_file_is_the_same_on_both(built: Path, built_by_zensical: Path) -> None:
    """But for what belongs to the engine: its own styles and scripts, its search, its map of the site."""
    theirs = re.compile(
        r"assets/(javascripts|stylesheets|images)/|SHA256SUMS$|sitemap\.xml(\.gz)?$|.*\.html$"
    )
    files = [
        {
            name: path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
            and not theirs.match(name := path.relative_to(folder).as_posix())
            and name not in INDEXES
        }
        for folder in (built, built_by_zensical)
    ]
    assert sorted(files[0]) == sorted(files[1])
    assert [name for name in files[0] if files[0][name] != files[1][name]] == []


def test_both_maps_list_the_same_pages(built: Path, built_by_zensical: Path) -> None:
    listed = [
        sorted(re.findall("<loc>(.*?)</loc>", (folder / "sitemap.xml").read_text(encoding="utf-8")))
        for folder in (built, built_by_zensical)
    ]
    assert listed[0] == listed[1]
    assert len(listed[0]) > 300


def entries(site: Path) -> dict[str, str]:
    index = next(site / name for name in INDEXES if (site / name).is_file())
    read = json.loads(index.read_text(encoding="utf-8"))
    return {each["location"]: each["title"] for each in read.get("docs") or read["items"]}


def test_the_search_knows_facts_and_pages(site: Path) -> None:
    found = entries(site)
    assert {
        at: found.get(at) for at, title in ENTRIES.items() if not found.get(at, "").startswith(title)
    } == {}


def test_both_searches_know_the_same(built: Path, built_by_zensical: Path) -> None:
    one, other = entries(built), entries(built_by_zensical)
    assert sorted(one) == sorted(other)
