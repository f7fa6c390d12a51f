"""The form for contributions: what it writes passes the checks as it is, and it says what it cannot know."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import Page, Route, expect

from generator import manual
from generator.model.fact import KINDS
from generator.pipeline import Site
from generator.reading.yaml_nodes import ListNode, MapNode, plain, read_yaml
from generator.schemas.published import schema_files
from tests.browser.conftest import Tab
from tests.browser.rules import violations
from tests.conftest import ROOT, explainer
from tests.test_manual import cases

pytestmark = pytest.mark.browser
Open = Callable[..., Tab]
REPOSITORY = {"url": "https://github.com/example/explainer", "branch": "main"}
FACT = {
    "entity": "nvidia", "metric": "share-price-change", "value": "fell 17%", "date": "2025-01-27",
    "statement": "Nvidia’s shares {value} in a day: the newsletter’s words.",
}  # fmt: skip
EVIDENCE = {"source": "autogpt-meta-deepseek", "quote": "Nvidia’s shares dropped 17% on Monday"}
SCHEMA = json.loads(schema_files()["schema/facts.json"])


@pytest.fixture
def form(tab: Open) -> Callable[..., Page]:
    """The form on a site whose files are in a repository, or in none; another host is never asked, only remembered."""

    def open_form(
        path: str = "contribute/", *, repository: Mapping[str, str] | None = REPOSITORY, **how: Any
    ) -> Page:
        made = tab(**how)

        def with_repository(route: Route) -> None:
            route.fulfill(json={**route.fetch().json(), "repository": repository})

        made.page.context.route("**/contribute/known.json", with_repository)
        made.page.context.route("https://github.com/**", lambda route: route.fulfill(body="GitHub"))
        page = made.open(path)
        expect(page.locator(".contribution-form")).to_be_visible()
        return page

    return open_form


def control(page: Page, key: str) -> Any:
    return page.locator(f'.contribution-form [data-key="{key}"] :is(input, select, textarea)').first


def write(page: Page, values: Mapping[str, str]) -> None:
    for key, value in values.items():
        control(page, key).fill(value)


def shown(page: Page) -> str:
    return page.locator(".contribution-form pre").inner_text()


def proposed(page: Page) -> dict[str, str]:
    """The address that the button opens, taken apart."""
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Propose it on GitHub").click()
    address = urlsplit(opened.value.url)
    assert f"{address.scheme}://{address.netloc}{address.path}" == f"{REPOSITORY['url']}/new/main"
    opened.value.close()
    return {key: values[0] for key, values in parse_qs(address.query, strict_parsing=True).items()}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Path:
    """This project’s seeds and pages without what the form then adds, and the charts that the build has drawn."""
    folder = tmp_path_factory.mktemp("copy")
    for name in ("seeds", "docs", "schema", ".cache"):
        shutil.copytree(ROOT / name, folder / name)
    facts = folder / "seeds/facts/deepseek.yml"
    there = f"    - source: {EVIDENCE['source']}\n      quote: {EVIDENCE['quote']}.\n"
    text = facts.read_text(encoding="utf-8")
    assert there in text
    facts.write_text(text.replace(there, ""), encoding="utf-8")
    return folder


def test_what_it_submits_passes_the_checks_unchanged(form: Callable[..., Page], copy: Path) -> None:
    page = form()
    control(page, "topic").select_option("deepseek")
    write(page, {**FACT, **EVIDENCE})
    expect(page.locator(".contribution-form")).to_contain_text("Its text is stored here")
    submitted = proposed(page)
    assert submitted["filename"] == "seeds/facts/deepseek/nvidia-share-price-change-2025-01-27.yml"
    path = copy / submitted["filename"]
    path.parent.mkdir()
    path.write_text(submitted["value"], encoding="utf-8")
    checked = explainer("check", "--format", "line", cwd=copy)
    assert checked.returncode == 0, checked.stdout
    told = [line for line in checked.stdout.splitlines() if path.name in line]
    assert [line for line in told if "unused-fact" not in line] == []
    assert explainer("fmt", "--check", submitted["filename"], cwd=copy).returncode == 0
    first, *_ = submitted["value"].splitlines()
    assert (path.parent / first.partition("$schema=")[2]).resolve() == copy / "schema/draft-07/facts.json"

    page.locator('[data-key="quote"] textarea').fill(EVIDENCE["quote"].replace("17", "18"))
    path.write_text(proposed(page)["value"], encoding="utf-8")
    refused = explainer("check", "--format", "line", cwd=copy)
    path.unlink()
    assert refused.returncode == 1
    assert re.search(rf"{path.name}:\d+:\d+: error\[quote-not-found\]", refused.stdout)


def test_a_source_that_is_new_here_is_written_first(form: Callable[..., Page], copy: Path) -> None:
    page = form()
    write(page, {**FACT, "source": "reuters-2025-01-27"})
    control(page, "source").blur()
    expect(page.locator('[data-key="source"] .contribution-error')).to_contain_text(
        "choose the kind “source”"
    )
    control(page, "kind").select_option("source")
    stored = "https://autogpt.net/mark-zuckerberg-announces-metas-ai-ambitions-stand-firm-despite-deepseeks-breakthrough"
    write(page, {"title": "Nvidia: a fall", "publisher": "Reuters", "issued": "2025-01-27", "url": stored})
    control(page, "type").select_option("article-newspaper")
    control(page, "tier").select_option("secondary")
    page.get_by_role("button", name="Propose it on GitHub").click()
    expect(page.locator(".contribution-summary")).to_contain_text(
        "this source is here already, as autogpt-meta-deepseek"
    )
    control(page, "url").fill("https://www.reuters.example/nvidia")
    submitted = proposed(page)
    assert submitted["filename"] == "seeds/sources/reuters-2025-01-27.yml"
    expect(page.locator(".contribution-status")).to_contain_text("Then write the fact")
    path = copy / submitted["filename"]
    path.write_text(submitted["value"], encoding="utf-8")
    checked = explainer("check", "--format", "line", cwd=copy)
    laid_out = explainer("fmt", "--check", submitted["filename"], cwd=copy)
    path.unlink()
    assert (checked.returncode, laid_out.returncode) == (0, 0), checked.stdout + laid_out.stdout
    control(page, "kind").select_option("figure")
    assert f"statement: '{FACT['statement']}'" in shown(page)


def test_it_never_says_that_it_checked_the_quote(form: Callable[..., Page]) -> None:
    page = form()
    text = page.locator(".contribution-form").inner_text()
    assert "This form looks at the shape only" in text
    assert not re.search(r"\b(verified|correct|valid|passed)\b", text, re.IGNORECASE)


def test_mistakes_of_shape_are_told_at_their_fields(form: Callable[..., Page]) -> None:
    page = form()
    page.get_by_role("button", name="Propose it on GitHub").click()
    summary = page.locator(".contribution-summary")
    expect(summary).to_be_focused()
    assert "Topic: choose a topic" in summary.inner_text()
    assert "Period: fill in period or date" in summary.inner_text()
    page.get_by_role("link", name="Source: fill this in").click()
    expect(control(page, "source")).to_be_focused()
    control(page, "date").fill("01/29/2025")
    control(page, "date").blur()
    error = page.locator('[data-key="date"] .contribution-error')
    expect(error).to_contain_text("write a date such as 2025")
    expect(control(page, "date")).to_have_attribute("aria-invalid", "true")
    assert str(error.get_attribute("id")) in str(control(page, "date").get_attribute("aria-describedby"))


def test_taken_ids_and_facts_of_the_same_are_shown(form: Callable[..., Page]) -> None:
    page = form()
    write(page, {"entity": "meta", "metric": "capital-expenditure", "id": "meta-capex-2025-plan-january"})
    control(page, "id").blur()
    expect(page.locator('[data-key="id"] .contribution-error')).to_contain_text("has this id already")
    expect(page.locator(".contribution-same")).to_contain_text("Already on this site for the same")
    expect(page.locator(".contribution-same")).to_contain_text("2026")


def test_names_become_ids_and_what_is_not_here_is_to_mend(form: Callable[..., Page]) -> None:
    page = form()
    control(page, "topic").select_option("deepseek")
    write(page, {**FACT, **EVIDENCE, "entity": "Nvidia", "metric": "change in share price"})
    control(page, "value").focus()
    assert "entity: nvidia\n" in shown(page)
    assert "metric: share-price-change\n" in shown(page)
    write(page, {"entity": "nvidea", "statement": "Nvidia’s shares fell 17% in a day."})
    propose = page.get_by_role("button", name="Propose it on GitHub")
    propose.click()
    summary = page.locator(".contribution-summary")
    expect(summary).to_contain_text("Entity: there is no entity nvidea here; did you mean nvidia?")
    expect(summary).to_contain_text("“17%” is a number typed by hand; write {value} in its place")
    write(page, {"entity": "harbour-town", "statement": FACT["statement"]})
    propose.click()
    expect(summary).to_contain_text("add it to seeds/entities.yml in the same pull request")
    assert "entity: harbour-town" in proposed(page)["value"]


def test_no_statement_of_the_site_holds_a_typed_number(form: Callable[..., Page], own_site: Site) -> None:
    found = form().evaluate(
        """async (texts) => {
          const { typedNumbers } = await import("/assets/contribution/numbers.js");
          return texts.filter((text) => typedNumbers([{ key: "statement", read: () => text }], "figure").length);
        }""",
        [fact.statement for fact in own_site.ledger.facts.values()],
    )
    assert found == []


def test_the_messages_of_the_likeliest_mistakes_wrap(tab: Open) -> None:
    page = tab(width=360).open("mistakes/")
    rows = page.locator(".report > div")
    assert rows.count() > 100
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert (
        rows.evaluate_all("all => all.filter((each) => each.scrollWidth > each.clientWidth + 1).length") == 0
    )


def test_another_kind_has_other_fields_and_keeps_what_fits(form: Callable[..., Page]) -> None:
    page = form()
    write(page, FACT)
    for kind in KINDS:
        control(page, "kind").select_option(kind)
        keys = page.locator(".contribution-form").get_by_role("textbox").count()
        assert keys >= 3, kind
        assert f"kind: {kind}" in shown(page)
        assert f"statement: '{FACT['statement']}'" in shown(page)


def test_a_correction_begins_with_the_fact_as_it_stands(form: Callable[..., Page]) -> None:
    page = form("contribute/?fact=autogpt-r1-training-cost")
    assert shown(page).strip() in (ROOT / "seeds/facts/deepseek.yml").read_text(encoding="utf-8")
    expect(control(page, "id")).not_to_be_editable()
    control(page, "value").fill("under $7 million")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Copy it and open its file on GitHub").click()
    assert opened.value.url == f"{REPOSITORY['url']}/edit/main/seeds/facts/deepseek.yml"
    opened.value.close()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{shown(page).rstrip()}\n"
    assert "value: under $7 million" in copied
    report = page.get_by_role("link", name="report the error in your own words")
    assert report.get_attribute("href") == (
        f"{REPOSITORY['url']}/issues/new?template=report-an-error.yml&fact=autogpt-r1-training-cost"
    )


def test_a_newer_fact_replaces_the_one_that_was_right(form: Callable[..., Page]) -> None:
    page = form("contribute/?fact=autogpt-r1-training-cost")
    page.get_by_label("something newer replaces it").check()
    control(page, "date").fill("2026-01")
    submitted = proposed(page)
    assert submitted["filename"] == "seeds/facts/deepseek/deepseek-r1-training-cost-2026-01.yml"
    assert "supersedes: [autogpt-r1-training-cost]" in submitted["value"]


def test_a_fact_that_is_not_there_is_told_and_nothing_of_the_address_runs(form: Callable[..., Page]) -> None:
    page = form("contribute/?fact=%3Cimg%20src=x%20onerror=alert(1)%3E")
    expect(page.locator(".contribution-form")).to_contain_text(
        "There is no fact <img src=x onerror=alert(1)> here"
    )
    assert page.locator(".contribution-form img").count() == 0


def test_what_is_too_long_for_an_address_is_copied(form: Callable[..., Page]) -> None:
    page = form()
    control(page, "topic").select_option("deepseek")
    write(page, {**FACT, **EVIDENCE, "statement": "“Très” {value} " * 120})
    expect(page.get_by_role("button", name="Propose it on GitHub")).to_have_count(0)
    expect(page.get_by_role("button", name="Check and copy the YAML")).to_be_visible()
    links = page.locator(".contribution-long a")
    addresses = [str(link.get_attribute("href")) for link in links.all()]
    assert addresses[0].startswith(f"{REPOSITORY['url']}/new/main?filename=seeds/facts/deepseek/")
    assert addresses[1].startswith(f"{REPOSITORY['url']}/issues/new?template=propose-a-fact.yml&fact=nvidia")
    assert max(map(len, addresses)) < 8191


def test_without_a_repository_the_yaml_is_copied_or_kept(form: Callable[..., Page]) -> None:
    page = form(repository=None)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    control(page, "topic").select_option("deepseek")
    write(page, {**FACT, **EVIDENCE})
    page.get_by_role("button", name="Check and copy the YAML").click()
    expect(page.locator(".contribution-status")).to_contain_text("It belongs in seeds/facts/deepseek/")
    assert page.evaluate("navigator.clipboard.readText()").endswith("on Monday\n")
    assert page.locator(".contribution-form a[href*=github]").count() == 0
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the file").click()
    assert download.value.suggested_filename == "nvidia-share-price-change-2025-01-27.yml"
    assert download.value.path().read_text(encoding="utf-8").startswith("# yaml-language-server")


def test_it_is_filled_in_by_keyboard_alone(form: Callable[..., Page]) -> None:
    page = form()
    control(page, "kind").focus()
    for key in (
        "topic",
        "entity",
        "metric",
        "value",
        "period",
        "date",
        "modality",
        "statement",
        "source",
        "quote",
    ):
        page.keyboard.press("Tab")
        if key == "quote":  # the source has a link to its page
            page.keyboard.press("Tab")
        expect(control(page, key)).to_be_focused()
        page.keyboard.type({**FACT, **EVIDENCE, "topic": "deepseek"}.get(key, ""))
    page.keyboard.press("Escape")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "submit":
            break
    with page.context.expect_page() as opened:
        page.keyboard.press("Enter")
    assert "filename=seeds/facts/deepseek/nvidia-share-price-change-2025-01-27.yml" in opened.value.url


def test_a_second_piece_of_evidence_is_added_and_taken_away(form: Callable[..., Page]) -> None:
    page = form()
    write(page, {**FACT, **EVIDENCE})
    page.get_by_role("button", name="Add evidence").click()
    second = page.get_by_role("group", name="Evidence 2").get_by_label("Source")
    expect(second).to_be_focused()
    second.fill("autogpt-meta-deepseek")
    assert shown(page).count("source: autogpt-meta-deepseek") == 2
    page.get_by_role("button", name="Remove evidence 2").click()
    assert shown(page).count("source: autogpt-meta-deepseek") == 1


def test_without_script_there_is_a_template_and_the_plain_link(tab: Open) -> None:
    page = tab(scripts=False).open("contribute/")
    place = page.locator(".contribution")
    expect(place).to_contain_text("- id: a-name-of-its-own")
    expect(place.locator("form")).to_have_count(0)
    expect(place).to_contain_text("seeds/facts/TOPIC/ID.yml")


def test_only_its_own_page_loads_it(tab: Open) -> None:
    made = tab(instant=True)
    asked: list[str] = []
    made.page.on("request", lambda request: asked.append(request.url))
    page = made.open("about/")
    assert [url for url in asked if "contribut" in url] == []
    page.get_by_role("link", name="Contribute").first.click()
    expect(page.locator(".contribution-form")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 1440


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 360)])
@pytest.mark.parametrize("path", ["contribute/", "contribute/?fact=autogpt-r1-training-cost"])
def test_axe_finds_nothing_in_the_form(form: Callable[..., Page], path: str, scheme: str, width: int) -> None:
    page = form(path, scheme=scheme, width=width)
    control(page, "period").fill("Q1 2025")
    page.locator(".contribution-form button[type=submit]").click()
    for more in page.locator(".contribution-form summary").all():
        more.click()
    assert violations(page, ".contribution") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


ODD = (
    "NO", "yes", "null", "~", "012", "1_000", "12:30:45", "1.10", "0x1F", "-17%", "- a", "? b", ": c", "a: b", "a:", "a #b", "#a", "{value} rose",
    "[a]", "a, b", "'single'", '"double"', "it's", "it's \"both\"", "back\\slash", "it's a back\\slash", "@a", "`a`", "%a", "&a", "*a", "!a", "|", ">", "=",
    "<<", "...", "---", "…", "“curly” ’", "two\nlines", "two\n\nparagraphs: and #more", "one \n trailing", "tab\there", "\nleading", "é𝒳", "$60 billion", "€1.3bn",
    "2025-01-29", "a" * 300,
)  # fmt: skip


def test_every_text_is_written_so_that_it_is_read_again(form: Callable[..., Page]) -> None:
    page = form()
    fact = {
        "id": "a",
        "evidence": [{"quote": text} for text in ODD],
        "entities": list(ODD[:20]),
        "retracted": {"because": ODD[0]},
    }
    text = page.evaluate("async (fact) => (await import('/assets/contribution/yaml.js')).written(fact)", fact)
    node, problems = read_yaml("a.yml", text)
    assert problems == ()
    assert node is not None
    assert plain(node) == [fact]


def test_every_fact_of_the_site_is_written_as_it_stands_in_its_file(
    form: Callable[..., Page], own_site: Site
) -> None:
    page = form()
    facts = {name: plain(own_site.ledger.origin(fact).node) for name, fact in own_site.ledger.facts.items()}
    texts = page.evaluate(
        """async (facts) => {
          const { written } = await import("/assets/contribution/yaml.js");
          return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, written(fact)]));
        }""",
        facts,
    )
    files = {path: text for path, text in own_site.texts.items() if path.startswith("seeds/facts/")}
    assert [name for name, text in texts.items() if not any(text in whole for whole in files.values())] == []


def test_the_form_judges_shapes_as_the_schema_does(form: Callable[..., Page], own_site: Site) -> None:
    """On every fact of the site and every one in the manual, right or wrong; each value a text, as in a form."""
    nodes = [own_site.ledger.origin(fact).node for fact in own_site.ledger.facts.values()]
    for code in manual.codes():
        for case in cases(manual.page(code)):
            for path, content in case.files.items():
                root, _ = read_yaml(path, content.decode("utf-8", "replace"))
                if path.startswith("seeds/facts/") and isinstance(root, ListNode):
                    nodes += [each for each in root.items if isinstance(each, MapNode)]
    facts = [
        fact
        for each in nodes
        if (fact := plain(each)) and isinstance(fact, dict) and fact.get("kind") in KINDS
    ]
    assert len(facts) > 600
    judges = {kind: Draft202012Validator(SCHEMA["$defs"][kind]) for kind in KINDS}
    expected = [judges[str(fact["kind"])].is_valid(fact) for fact in facts]
    assert expected.count(False) > 5
    page = form()
    found = page.evaluate(
        """async ([facts, kinds]) => {
          const { fits } = await import("/assets/contribution/shape.js");
          return facts.map((fact) => fits(kinds[fact.kind], fact));
        }""",
        [facts, SCHEMA["$defs"]],
    )
    assert [fact for fact, one, other in zip(facts, expected, found, strict=True) if one != other] == []


def test_the_form_knows_every_keyword_of_the_schema(form: Callable[..., Page]) -> None:
    def keywords(shape: object) -> set[str]:
        if isinstance(shape, list):
            return {name for each in shape for name in keywords(each)}
        if not isinstance(shape, dict):
            return set()
        named = {
            name
            for key in ("properties", "$defs")
            for each in shape.get(key, {}).values()
            for name in keywords(each)
        }
        inside = [
            value
            for key, value in shape.items()
            if key not in ("properties", "$defs", "examples", "enum", "required")
        ]
        return {*shape, *named, *keywords(inside)}

    page = form()
    known = page.evaluate("async () => (await import('/assets/contribution/shape.js')).known")
    assert keywords(SCHEMA) - set(known) == set()
    assert keywords(json.loads(schema_files()["schema/sources.json"])["items"]) - set(known) == set()
    patterns = {
        found
        for text in schema_files().values()
        for found in re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', text)
    }
    assert len(patterns) >= 6
    assert page.evaluate(
        "(all) => all.map((each) => new RegExp(each, 'u').source)", [json.loads(each) for each in patterns]
    )
