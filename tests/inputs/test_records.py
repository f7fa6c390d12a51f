"""Sources, dates and files of other people's projects: what can be written, and what is said where it cannot."""

from __future__ import annotations

import json

import pytest

from generator.model.ledger import Standing
from tests.inputs.laying import ARTICLE, FACTS, HEAD, compiled, figure, said

TEXT = "Millbrook had 610 people in 2024."
FACT = figure("millbrook people 2024", "610 people", TEXT)
SOURCE = "- {{id: {id}, type: webpage, title: {id}, publisher: {by}, accessed: 2026-02-03, url: 'https://{url}', tier: secondary}}\n"
WRITTEN = {ARTICLE: f"{HEAD}{TEXT}\n", FACTS: FACT}


def event(date: str, quote: str) -> str:
    return (
        f"- id: case\n  kind: event\n  date: '{date}'\n  entities: [ferry]\n  statement: The ferry began to run.\n"
        f"  evidence:\n    - source: courier\n      quote: {quote}\n"
    )


def sourced(*sources: str) -> str:
    quotes = "".join(f"    - source: {each}\n      quote: {TEXT}\n" for each in sources)
    return f"{FACT.partition('    - source')[0]}{quotes}"


@pytest.mark.parametrize(
    "url", ["mirror.example/a/?utm_source=letter", "www.mirror.example/a#more", "mirror.example/a?fbclid=7"]
)
def test_row_9_an_address_is_the_same_with_what_tracks_its_readers(url: str) -> None:
    sources = SOURCE.format(id="one", by="Mirror", url="mirror.example/a") + SOURCE.format(
        id="two", by="Post", url=url
    )
    site = compiled({**WRITTEN, "seeds/sources/s.yml": sources, FACTS: sourced("one", "two")})
    assert [each[0] for each in said(site)] == ["same-address"]
    assert site.ledger.standings["case"] is Standing.SINGLE_SOURCE


@pytest.mark.parametrize(
    ("by", "from_the_text", "standing"),
    [
        ("The Courier", True, Standing.SINGLE_SOURCE),
        ("Mirror", True, Standing.CONFIRMED),
        ("Mirror", False, Standing.SINGLE_SOURCE),
    ],
)
def test_row_9_origins_are_publishers_and_one_is_verified(
    by: str, from_the_text: bool, standing: Standing
) -> None:
    sources = SOURCE.format(id="one", by=by, url="one.example/a") + SOURCE.format(
        id="two", by="Post", url="two.example/b"
    )
    fact = sourced("one", "courier" if from_the_text else "two")
    site = compiled({**WRITTEN, "seeds/sources/s.yml": sources, FACTS: fact})
    assert said(site) == []
    assert site.ledger.standings["case"] is standing


def test_row_23_a_book_is_cited_without_an_address() -> None:
    book = HEAD.replace(
        "url: https://courier.example/week\n", "archive: Town library of Millbrook, shelf B 7\n"
    )
    site = compiled(
        {
            **WRITTEN,
            ARTICLE: f"{book}{TEXT}\n",
            "docs/a.md": '---\ntitle: A\n---\n\n# A\n\n{{ fact("case") }}\n',
        }
    )
    assert said(site) == []
    assert (
        "News of the week](sources/courier.md), The Courier, 2 February 2026, Town library of Millbrook"
        in site.pages["a.md"]
    )
    assert "[original]" not in site.pages["a.md"]
    assert "- **Where it is kept:** Town library of Millbrook, shelf B 7" in site.pages["sources/courier.md"]
    assert "**Address:**" not in site.pages["sources/courier.md"]
    (item,) = json.loads(
        next(text for path, text in site.assets.items() if "courier" in path and path.endswith("json"))
    )
    assert item["archive"] == "Town library of Millbrook, shelf B 7"
    assert "URL" not in item


def test_rows_23_and_27_a_slip_in_an_article_is_said_once() -> None:
    http = HEAD.replace("https://", "http://")
    ((code, _, hint),) = said(compiled({**WRITTEN, ARTICLE: f"{http}{TEXT}\n"}))
    assert code == "bad-url"
    assert "a copy in an archive" in hint
    nowhere = HEAD.replace("url: https://courier.example/week\n", "")
    ((code, _, hint),) = said(compiled({**WRITTEN, ARTICLE: f"{nowhere}{TEXT}\n"}))
    assert (code, "`archive: …`" in hint) == ("missing-key", True)
    latin = f"{HEAD}{TEXT} Café.\n".encode("latin-1")
    assert [each[0] for each in said(compiled({**WRITTEN, ARTICLE: latin}))] == ["not-utf-8"]


@pytest.mark.parametrize(
    ("date", "quote"),
    [
        ("199X", "Ferryline began to run in the 1990s."),
        ("2017", "In 2017, Ferryline began to run."),
        pytest.param("1850~", "Ferryline began to run around 1850.", marks=pytest.mark.xfail(strict=True)),
        pytest.param(
            "2020-21", "Ferryline began to run in spring 2020.", marks=pytest.mark.xfail(strict=True)
        ),
    ],
)
def test_row_24_a_date_is_evidenced_at_its_own_precision(date: str, quote: str) -> None:
    assert said(compiled({ARTICLE: f"{HEAD}{quote}\n", FACTS: event(date, quote)})) == []


@pytest.mark.parametrize("date", ["44 BC", "-0043"])
def test_row_25_the_calendar_begins_with_the_year_one(date: str) -> None:
    quote = "Ferryline began to run in 44 BC."
    files = {ARTICLE: f"{HEAD}{quote}\n", FACTS: event(date, quote)}
    ((code, headline, _),) = said(compiled(files))
    assert (code, headline) == (
        "bad-date",
        f"case: {date} lies before the year 1, with which dates begin here",
    )
    assert said(compiled({**files, FACTS: event("2026-02-02", quote)})) == []


def test_row_26_a_mark_at_the_beginning_of_a_file_changes_nothing() -> None:
    page = "---\ntitle: A\n---\n\n# A\n\n{{ fact('case') }}\n"
    marked = {path: b"\xef\xbb\xbf" + text.encode() for path, text in {**WRITTEN, "docs/a.md": page}.items()}
    site = compiled(marked)
    assert said(site) == []
    assert "\ufeff" not in "".join(site.pages.values())


def test_row_28_every_statement_that_begins_with_a_brace_is_said() -> None:
    facts = "".join(
        FACT.replace("id: case", f"id: case-{each}").replace("It came to {value}", "{value} lived there")
        for each in "abcd"
    )
    site = compiled({**WRITTEN, FACTS: facts})
    assert [each[0] for each in said(site) if each[0] != "fact-twice"] == ["start-unquoted"] * 4


def test_row_33_a_wrong_option_is_answered_with_all_options() -> None:
    ((code, _, hint),) = said(compiled({**WRITTEN, "docs/a.md": "# A\n\n{{ changed(days=5) }}\n"}))
    assert (code, hint) == ("bad-call", "the options of changed() are count")


def test_row_34_nothing_is_new_before_there_are_facts() -> None:
    ((code, headline, hint),) = said(compiled({"docs/a.md": "# A\n\n{{ latest(count=5) }}\n"}))
    assert (code, headline) == ("nothing-to-show", "there is no dated fact yet")
    assert hint == "take the call out until a fact has a date"


@pytest.mark.parametrize(
    "words", ["{value} more", "{value} less", "{value} beyond the first", "{value} higher than before"]
)
def test_row_35_a_difference_is_said_as_one(words: str) -> None:
    text = "Ferryline took $9 million in 2024. Ferryline took $7 million in 2023."
    facts = figure(
        "ferry takings 2024", "$9 million", "Ferryline took $9 million in 2024.", name="new"
    ) + figure("ferry takings 2023", "$7 million", "Ferryline took $7 million in 2023.", name="old")
    facts += f"- {{id: case, kind: derived, operation: difference, inputs: [new, old], statement: 'The second year brought {words}.'}}\n"
    page = "---\ntitle: A\n---\n\n# A\n\nIt took {{ value('case') }} more, as we know.\n"
    assert said(compiled({ARTICLE: f"{HEAD}{text}\n", FACTS: facts, "docs/a.md": page})) == []
