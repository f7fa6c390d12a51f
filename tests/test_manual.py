"""The manual: every page's examples give what the page says, and every code has a page."""

from __future__ import annotations

import ast
import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator import files as disk
from generator import manual, pipeline
from generator.evidence.quotes import Reason
from generator.loading.misshapen import codes_of_fields
from generator.pages import mistakes
from generator.pipeline import Site
from generator.reporting import REPORTS
from generator.verifying import verify
from tests.conftest import PROJECT, ROOT, SITE, explainer

FOLDER = ROOT / "generator" / "manual"
_FENCE = re.compile(r"^```(?P<info>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
NOTHING = "no problem\n"
BESIDE = {"unused-fact", "fact-twice"}
"""What is wrong with an example only beside the small project."""


@dataclass
class Case:
    """The files of one example, by path, and where on the page its expected report stands."""

    files: dict[str, bytes] = field(default_factory=dict)
    expected: str = ""
    span: tuple[int, int] = (0, 0)


def cases(page: str) -> Iterator[Case]:
    case = Case()
    for fence in _FENCE.finditer(page):
        language, _, rest = fence["info"].partition(" ")
        if not rest:
            assert language == "text", fence["info"]
            case.expected, case.span = fence["text"], fence.span("text")
            yield case
            case = Case()
            continue
        path, _, encoding = rest.partition(" ")
        case.files[path] = fence["text"].encode(encoding or "utf-8")


def report(files: Mapping[str, bytes], code: str = "") -> str:
    """The whole report on the small project with a case's files laid over it.

    No page of the project uses the facts of a case, and some say what the project says already; both are left out
    but on their own pages.
    """
    if any(path.startswith("site/") for path in files):
        return report_on_site(files)
    laid = {**disk.collect(PROJECT), **files}
    site = pipeline.compile(laid, draw=lambda _: "<svg></svg>", audit=lambda _: ())
    told = [problem for problem in site.diagnostics if problem.code not in BESIDE - {code}]
    return REPORTS["full"](told, site.texts) or NOTHING


def report_on_site(files: Mapping[str, bytes]) -> str:
    """The whole report on the small built site with a case's files laid over it."""
    laid = {path.removeprefix("site/"): content for path, content in files.items()}
    verified = verify({**disk.everything(SITE), **laid}, folder="site/")
    return REPORTS["full"](verified.diagnostics, verified.texts) or NOTHING


@pytest.mark.parametrize("code", manual.codes())
def test_examples_give_what_their_page_says(code: str, request: pytest.FixtureRequest) -> None:
    page = manual.page(code)
    assert page.startswith(f"# {code}\n")
    found = list(cases(page))
    given = [report(case.files, code) for case in found]
    if request.config.getoption("--accept"):
        for case, text in reversed(list(zip(found, given, strict=True))):
            page = page[: case.span[0]] + text + page[case.span[1] :]
        (FOLDER / f"{code}.md").write_text(page, encoding="utf-8")
        return
    assert given == [case.expected for case in found]
    if found:
        assert f"[{code}]" in given[0]


def test_the_small_project_itself_has_no_problem() -> None:
    assert report({}) == NOTHING


def test_the_small_site_itself_has_no_problem() -> None:
    assert report_on_site({}) == NOTHING


def test_every_code_has_a_page() -> None:
    assert sorted(written() | computed()) == sorted(manual.codes())


def computed() -> set[str]:
    """Codes that are put together from closed lists."""
    reasons = {f"quote-{reason}" for reason in Reason}
    kinds = {f"unknown-{kind}" for kind in ("fact", "source", "entity", "metric", "question", "topic")}
    return reasons | kinds | codes_of_fields()


def written() -> set[str]:
    """Codes that stand in the code as the first word of a diagnostic."""
    found = set()
    for path in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and _names_a_code(node.func):
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    found.add(str(first.value))
    return found


def _names_a_code(function: ast.expr) -> bool:
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name in ("Diagnostic", "Fault", "Unusable", "refuse")


def test_explain_prints_a_page(tmp_path: Path) -> None:
    told = explainer("explain", "quote-not-found", cwd=tmp_path)
    assert (told.returncode, told.stdout) == (0, manual.page("quote-not-found"))


def test_explain_lists_all_codes(tmp_path: Path) -> None:
    assert explainer("explain", cwd=tmp_path).stdout.split() == list(manual.codes())


def test_explain_suggests_a_near_code(tmp_path: Path) -> None:
    told = explainer("explain", "quote-not-foud", cwd=tmp_path)
    assert told.returncode == 2
    assert "`quote-not-foud` is no code" in told.stderr
    assert "quote-not-found" in told.stderr


def test_a_file_too_large_is_named(tmp_path: Path) -> None:
    site = pipeline.compile({"seeds/facts/case.yml": b"# " + b"x" * 2_000_000})
    assert [(problem.code, str(problem.place)) for problem in site.diagnostics] == [
        ("file-too-large", "seeds/facts/case.yml:1:1")
    ]


def test_the_thirty_likeliest_mistakes_are_one_page(own_site: Site) -> None:
    """Every example with a heading of its own is on it, with the very report, below its code as the anchor."""
    likeliest = [mistake for code in manual.codes() for mistake in manual.mistakes(code)]
    assert len(likeliest) >= 30
    page = own_site.pages[mistakes.ADDRESS]
    shown = re.findall(
        r"### (.+?) \{ #(\S+?) \}\n.*?<div class=\"report\">\n(.*?)\n</div>\n\n", page, re.DOTALL
    )
    assert sorted(title for title, *_ in shown) == sorted(each.title for each in likeliest)
    reports = {title: read_back(rows) for title, _, rows in shown}
    for each in likeliest:
        assert f"### {each.title} {{ #{each.code}" in page
        assert f"[{each.code}]" in each.report
        assert reports[each.title] == each.report.split()
    assert {code for _, codes in mistakes.GROUPS for code in codes} == {each.code for each in likeliest}


def read_back(rows: str) -> list[str]:
    """The words of a report as its rows show them, gutter and carets where a terminal has them."""
    words: list[str] = []
    for kind, row in re.findall(r'<div class="report-(\w+)">(.*)</div>', rows):
        numbered = re.fullmatch(r"<i>(\d+)</i> (.*)", row)
        meant = re.search(r"<mark>(.*?)</mark>", row)
        text = html.unescape(re.sub(r"<[^>]+>", "", numbered[2] if numbered else row))
        gutter = [numbered[1], "|"] if numbered else ["|"] if kind == "line" else []
        words += [*gutter, *text.split()]
        words += ["|", "^" * len(html.unescape(meant[1]))] if meant else []
    return words


@pytest.mark.parametrize("code", manual.codes())
def test_every_heading_of_the_manual_has_its_example(code: str) -> None:
    titles = re.findall(r"^## (.+)$", manual.page(code), re.MULTILINE)
    assert [mistake.title for mistake in manual.mistakes(code)] == titles
