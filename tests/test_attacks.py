"""What somebody might try to get past the checks, on the real article and with input made to break them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator import files as disk
from generator import pipeline
from generator.model.ledger import Standing
from generator.pipeline import Site
from tests.conftest import PROJECT

ATTACKS = Path(__file__).parent / "attacks"
SMALL = disk.collect(PROJECT)
ARTICLE = "autogpt-meta-deepseek"


def compiled(files: Mapping[str, bytes], seed: str, path: str = "seeds/facts/attack.yml") -> Site:
    return pipeline.compile({**files, path: seed.encode()}, draw=lambda _: "", audit=lambda _: ())


def event(quote: str, entity: str = "meta", **keys: str) -> str:
    more = "".join(f"      {key}: {value}\n" for key, value in keys.items())
    return (
        f"- id: attack\n  kind: event\n  entities: [{entity}]\n  date: 2025-01~\n  statement: It was so.\n"
        f"  evidence:\n    - source: {ARTICLE}\n      quote: {quote}\n{more}"
    )


def figure(quote: str, *keys: str) -> str:
    return (
        "- id: attack\n  kind: figure\n  statement: It is {value}.\n"
        + "".join(f"  {key}\n" for key in keys)
        + f"  evidence:\n    - source: {ARTICLE}\n      quote: {quote}\n"
    )


META = ("entity: meta", "metric: capital-expenditure", "date: 2025-01-24")
PLAN = "plans to invest $60 billion to $65 billion in AI infrastructure in 2025"


@pytest.mark.parametrize(
    ("seed", "code"),
    [
        (event("backing down on AI investments"), "quote-cut-off"),
        (event("training AI … get cheaper"), "quote-cut-off"),
        (event("companies might no longer need … high-end GPUs for AI training"), "quote-cut-off"),
        (event("invest $60 billion to $65 billion in AI infrastructure"), "quote-cut-off"),
        (event("efficiency to lead to spending cuts"), "quote-cut-off"),
        (event("setting global open-source standards benefits the AI industry"), "quote-cut-off"),
        (event("Nvidia’s shares dropped 17% on Monday", stance="disputes"), "bad-value"),
        (event("Nvidia’s shares dropped 17% on Monday", entity="mark-zuckerberg"), "subject-not-in-passage"),
        (event("We send 30,000+ profesionnals a weekly email"), "quote-not-found"),
        (event("Then we send 30,000+ profesionnals a weekly email"), "quote-in-filler"),
        (figure(PLAN, *META, "value: $60 billion to $65 billion", "period: 2025"), "stated-as-certain"),
        (figure(PLAN, *META, "value: $60 billion to $65 billion", "modality: projected", "period: 2026"), "period-not-in-quote"),
        (figure(PLAN, "entity: deepseek", *META[1:], "value: $60 billion to $65 billion", "modality: projected"), "subject-not-in-passage"),
        (figure(PLAN, *META, "value: $６０ billion to $６６ billion", "modality: projected"), "value-not-in-quote"),
    ],
)  # fmt: skip
def test_the_article_cannot_be_made_to_say(own_files: Mapping[str, bytes], seed: str, code: str) -> None:
    alone = {
        path: text
        for path, text in own_files.items()
        if not path.startswith(("docs/", "seeds/facts/", "seeds/assessments/"))
    }
    told = compiled(alone, seed).errors
    codes = {problem.code for problem in told if problem.place.path == "seeds/facts/attack.yml"}
    assert code in codes
    assert codes <= {code, "period-not-over"}


def test_every_dishonest_fact_is_refused(own_files: Mapping[str, bytes]) -> None:
    seed = (ATTACKS / "facts.yml").read_text(encoding="utf-8")
    names = re.findall(r"^- id: (\S+)$", seed, re.MULTILINE)
    site = compiled(own_files, seed)
    assert len(names) > 30
    assert [name for name in names if name in site.ledger.facts] == []


def test_no_quote_that_says_otherwise_proves_a_plain_figure() -> None:
    """Each line holds `$5 million` and does not say that it was plainly five million dollars."""
    lines = (ATTACKS / "quotes.txt").read_text(encoding="utf-8").splitlines()
    seed = "".join(
        f"- id: q-{number}\n  kind: figure\n  entity: northwind\n  metric: construction-cost\n  value: $5 million\n"
        f"  date: 2025-02-20\n  statement: It is {{value}}.\n  evidence:\n    - source: northwind-report\n"
        f'      quote: "{line}"\n'
        for number, line in enumerate(lines)
    )
    site = compiled(SMALL, seed)
    assert len(lines) > 80
    assert [line for number, line in enumerate(lines) if f"q-{number}" in site.ledger.facts] == []
    wanted = {"value-not-in-quote", "figure-not-asserted", "figure-not-the-value", "stated-as-certain"}
    told = {problem.place.line for problem in site.errors if problem.code in wanted}
    assert len(told) == len(lines)


def test_every_dishonest_paragraph_is_refused(own_files: Mapping[str, bytes]) -> None:
    text = (ATTACKS / "page.md").read_text(encoding="utf-8")
    site = compiled(own_files, text, "docs/attack.md")
    lines = {problem.place.line for problem in site.errors if problem.place.path == "docs/attack.md"}
    starts = [number for number, line in enumerate(text.splitlines(), start=1) if re.match(r"P\d\d ", line)]
    assert len(starts) > 20
    spans = zip(starts, [*starts[1:], len(text)], strict=True)
    assert [begin for begin, end in spans if not lines & set(range(begin, end))] == []


@pytest.mark.parametrize(
    "text", ["<" * 40000, "{{" * 20000, "a-" * 20000, "twenty-" * 9000, "1." * 20000, "x\u200b\n" * 20000]
)
def test_long_nonsense_is_read_in_time(text: str) -> None:
    """Each took minutes once. Nothing here measures: with such a pattern the suite would not come to its end."""
    assert isinstance(compiled(SMALL, f"# A\n\n{text}", "docs/a.md"), Site)


def test_words_cannot_be_put_into_a_mouth(own_files: Mapping[str, bytes]) -> None:
    seed = (
        "- id: attack\n  kind: quotation\n  speaker: mark-zuckerberg\n  words: I have given up on open source.\n"
        f"  occasion: a call\n  date: 2025-01-29\n  statement: He spoke.\n  evidence:\n    - source: {ARTICLE}\n"
        "      quote: It’s expensive to serve billions of people\n"
    )
    assert [each.code for each in compiled(own_files, seed).errors] == ["not-a-quotation"]


def test_long_words_need_a_stored_text() -> None:
    seed = (
        "- id: attack\n  kind: quotation\n  speaker: ada-berg\n  occasion: a call\n  date: 2025-02-20\n"
        f"  words: {'word ' * 16}\n  statement: She spoke.\n  evidence:\n    - source: northwind-report\n"
        "      locator: page 3\n"
    )
    assert [each.code for each in compiled(SMALL, seed).errors] == ["quote-too-long"]


OTHER = (
    "- id: other-plan\n  kind: figure\n  entity: northwind\n  metric: construction-cost\n  value: $5 million\n  period: 2026\n"
    "  modality: projected\n  statement: It is {value}.\n  evidence:\n    - source: northwind-report\n      locator: page 3\n"
)


def derived(name: str, inputs: str, operation: str = "sum") -> str:
    return f"- id: {name}\n  kind: derived\n  operation: {operation}\n  inputs: [{inputs}]\n  statement: It is so.\n"


def test_facts_that_share_what_they_rest_on_are_followed_once() -> None:
    """Each level doubles the ways down: forty of them would never end if each way were walked."""
    seed = OTHER + derived("a-0", "northwind-plan, other-plan") + derived("b-0", "other-plan, northwind-plan")
    pairs = [(f"a-{n}, b-{n}", f"b-{n}, a-{n}") for n in range(39)]
    seed += "".join(
        derived(f"a-{n}", one) + derived(f"b-{n}", other) for n, (one, other) in enumerate(pairs, 1)
    )
    site = compiled(SMALL, seed)
    assert site.errors == ()
    assert site.ledger.standings["a-39"] is Standing.PROJECTED


def test_a_thousand_facts_in_a_row_are_followed() -> None:
    rows = [OTHER, derived("row-0", "northwind-plan, other-plan")]
    rows += [derived(f"row-{n}", f"row-{n - 1}, northwind-plan", "difference") for n in range(1, 1000)]
    site = compiled(SMALL, "".join(reversed(rows)))
    assert site.errors == ()
    assert site.ledger.standings["row-999"] is Standing.PROJECTED


@pytest.mark.parametrize(
    ("path", "seed", "codes"),
    [
        ("seeds/facts/index.yml", event("x"), {"file-name"}),
        ("seeds/facts/Odd Topic.yml", event("x"), {"file-name"}),
        ("seeds/facts/a.yml", event("x").replace("attack", "index"), {"bad-id"}),
        ("seeds/facts/a.yml", event("x").replace("attack", "'a\u202eb'"), {"odd-character"}),
        ("seeds/facts/a.yml", "- id: &x a\n", {"yaml-anchor", "unknown-kind"}),
        ("seeds/facts/a.yml", "- " * 5000 + "a", {"yaml-broken"}),
        ("docs/a.md", "# A\n\n{{ plain(" + "9" * 5000 + ") }}\n", {"jinja-error"}),
    ],
)
def test_odd_input_gives_a_diagnostic(path: str, seed: str, codes: set[str]) -> None:
    told = {problem.code for problem in compiled(SMALL, seed, path).errors}
    assert told == codes


@pytest.mark.parametrize(
    "url", ["https://[", "https://.", "https://e.org:99999/", "https://e", "http://e.org/"]
)
def test_odd_addresses_are_refused(url: str) -> None:
    seed = (
        "- id: case\n  type: report\n  title: A report\n  publisher: Northwind\n  accessed: 2025-03-10\n"
        f"  url: '{url}'\n  tier: primary\n"
    )
    assert [each.code for each in compiled(SMALL, seed, "seeds/sources/a.yml").errors] == ["bad-url"]
