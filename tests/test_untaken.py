"""What of a stored article is not taken yet: on the article's page, and counted on the page of coverage."""

from __future__ import annotations

import re

from generator import files as disk
from generator import pipeline
from generator.model.repository import Repository
from generator.pipeline import Site
from tests.conftest import PROJECT

ARTICLE = "seeds/articles/harbour-gazette.md"
FALL = """- id: fall
  kind: figure
  entity: northwind
  metric: share-price-change
  value: fell 17%
  date: 2025-03-03
  statement: The shares of Northwind {value}.
  evidence:
    - source: harbour-gazette
      quote: Its shares fell 17% on Monday.
"""


def compiled(**more: str) -> Site:
    files = {
        **disk.collect(PROJECT),
        **{f"seeds/facts/{name}.yml": text.encode() for name, text in more.items()},
    }
    host = Repository("https://git.example/harbour", "main")
    return pipeline.compile(files, draw=lambda _: "", audit=lambda _: (), repository=host)


def untaken(site: Site) -> list[tuple[str, str]]:
    _, _, section = site.pages["sources/harbour-gazette.md"].partition("\n## Not taken yet\n")
    return re.findall(r"^- “(.*)”, \[line \d+\]\((\S+)\) of the stored text", section, re.MULTILINE)


def test_sentences_with_a_figure_that_no_evidence_covers_are_shown_with_their_place() -> None:
    at = f"https://git.example/harbour/blob/main/{ARTICLE}"
    fall = ("Its shares fell 17% on Monday.", f"{at}#L15")
    rest = [
        ("The harbour has room for 40 ships.", f"{at}#L27"),
        ("The harbour has room for 12 ferries.", f"{at}#L27"),
    ]
    assert untaken(compiled()) == [fall, *rest]
    assert untaken(compiled(fall=FALL)) == rest
    assert "(sources/harbour-gazette.md#not-taken-yet) | 6 | 2 |" in compiled(fall=FALL).pages["coverage.md"]


def test_a_source_whose_text_is_not_stored_has_nothing_to_take_from() -> None:
    assert "Not taken yet" not in compiled().pages["sources/northwind-report.md"]


def test_an_article_that_is_used_up_says_so(own_site: Site) -> None:
    assert (
        "every sentence of the stored text that tells a figure is taken"
        in own_site.pages["sources/autogpt-meta-deepseek.md"]
    )
