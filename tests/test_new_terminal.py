"""`explainer new` at a real terminal: what it asks, what it says while one answers, and how it ends."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator import files as disk
from generator import pipeline
from generator.layout import formatted
from generator.model.fact import Figure
from generator.pipeline import Site
from tests.terminal import Terminal


def checked(project: Path) -> Site:
    return pipeline.compile(disk.collect(project), draw=lambda _: "", audit=lambda _: ())


TO_THE_QUOTE = (
    ("  kind: ", "figure"),
    ("  entity: ", "nothwind"),
    ("the nearest:", "1"),
    ("  metric: ", "3"),
    ("  source: ", "Harbour Gazette"),
)


def test_a_fact_is_asked_for_and_its_quote_is_heard_at_once(project: Path) -> None:
    with Terminal("new", "fact", "--topic", "harbor", cwd=project) as terminal:
        terminal.answers(TO_THE_QUOTE[0], ("Did you mean harbour? [Y/n]: ", ""))
        terminal.answers(*TO_THE_QUOTE[1:], ("  quote (Enter: none): ", "Its shares fell 17% on Tuesday."))
        terminal.sees("`quote: Its shares fell 17% on Monday.")
        terminal.answers(("press Enter to leave it.", "“Its shares fell 17% on Monday.”"))
        terminal.sees("The quote stands word for word in the text of harbour-gazette.")
        terminal.sees("Numbers read in it: fell 17%.")
        terminal.answers(
            ("  value [fell 17%]: ", "lots"),
            ("`lots` is not a", "fell 18%"),
            ("its quote says fell 17%: the figures differ; write `value: fell 17%`.", "fell 17%"),
            ("  period (Enter: none): ", "3 March 2025"),
            ("3 March 2025 is one day, and `date` is asked for next", ""),
            ("  entities (Enter: none): ", "The new harbour"),
            ("  entities (Enter: none): ", ""),
            ("  date: ", "3/3/2025"),
            ("write 2025-03-03", "2025-03-05"),
            ("  modality (-: none) [actual]: ", ""),
            ("  statement: ", "Northwind’s shares fell 17% on {date}."),
            (
                "“fell 17%” is typed into our own words; write {value} in its place",
                "Northwind’s shares {value} on {date}.",
            ),
            ("  id, its name for ever [northwind-share-price-change-2025-03-05]: ", "northwind-fall"),
        )
        terminal.sees("error[date-not-in-quote]")
        terminal.answers(
            ("  which answer is to change? [date]: ", ""),
            ("  date [2025-03-05]: ", ""),
            ("Nothing is changed yet.", ""),
            ("an answer is needed here; Ctrl-C ends without writing", "date"),
            ("  date [2025-03-05]: ", "2025-03-03"),
            ("Write this to seeds/facts/harbour/northwind-fall.yml? [Y/n]: ", "y"),
        )
        assert terminal.ends() == 0, terminal.shown
    assert "Standing: single-source. Evidence: verified." in terminal.shown
    path = "seeds/facts/harbour/northwind-fall.yml"
    text = (project / path).read_text(encoding="utf-8")
    assert formatted(path, text).text == text
    site = checked(project)
    fact = site.ledger.facts["northwind-fall"]
    assert site.errors == ()
    assert isinstance(fact, Figure)
    assert (fact.entity, fact.metric, fact.entities) == ("northwind", "share-price-change", ("harbour",))
    assert "modality" not in text


def test_a_source_is_asked_for(project: Path) -> None:
    with Terminal("new", "source", "--topic", "harbour", cwd=project) as terminal:
        terminal.answers(
            ("  type (words of its name; Enter: the first ten): ", ""),
            ("  10  ", "report"),
            ("  title: ", "What the berths cost: a report"),
            ("  publisher: ", "Port"),
            ("  author (Enter: none): ", "Ada Berg"),
            ("  author (Enter: none): ", ""),
            ("  issued (Enter: none): ", "2025-02"),
            ("  url (Enter: none): ", "port.example/berths"),
            ("is not an https address", "https://port.example/berths"),
            ("  tier: ", "1"),
            ("  id, its name for ever [port-what-the-berths-cost-a-report-2025-02]: ", "berths"),
            ("Write this to seeds/sources/harbour/berths.yml? [Y/n]: ", ""),
        )
        assert terminal.ends() == 0, terminal.shown
    source = checked(project).ledger.sources["berths"]
    assert (source.title, source.tier) == ("What the berths cost: a report", "primary")
    text = (project / "seeds/sources/harbour/berths.yml").read_text(encoding="utf-8")
    assert re.search(r"^  accessed: (.*)$", text, re.MULTILINE)
    assert f"accessed: {datetime.now(UTC).year}-" in text


def test_an_entity_is_asked_for(project: Path) -> None:
    before = (project / "seeds/entities.yml").read_bytes()
    with Terminal("new", "entity", cwd=project) as terminal:
        terminal.answers(
            ("  name: ", "17%"),
            ("  kind: ", "organisation"),
            ("  aliases (Enter: none): ", ""),
            ("  description (Enter: none): ", ""),
            ("  id, its name for ever [17]: ", "fish-co"),
        )
        terminal.sees("`17%` is a quantity, not a name")
        terminal.answers(
            ("  which answer is to change? [id]: ", "name"),
            ("  name [17%]: ", "Fish & Co"),
            ("Write this to seeds/entities.yml? [Y/n]: ", "y"),
        )
        assert terminal.ends() == 0, terminal.shown
    assert (project / "seeds/entities.yml").read_bytes().startswith(before)
    assert checked(project).ledger.entities["fish-co"].name == "Fish & Co"


def test_a_contradiction_can_be_declared_while_asked(project: Path) -> None:
    options = {
        "kind": "figure", "entity": "northwind", "metric": "construction-cost", "value": "$70 million",
        "period": "2025", "date": "2025-02-20", "modality": "projected", "source": "northwind-report",
        "quote": "$70 million", "statement": "Northwind planned with {value}.", "id": "dearer",
    }  # fmt: skip
    given = [word for name, value in options.items() for word in (f"--{name}", value)]
    with Terminal("new", "fact", *given, cwd=project) as terminal:
        terminal.answers(("  entities (Enter: none): ", ""))
        terminal.sees("error[contradiction]")
        terminal.answers(
            ("  which answer is to change?: ", "disagrees_with"),
            ("the fact that says something else: ", "northwind-plan"),
            ("why both stand, in one sentence: ", "The report counts the ground too."),
            ("Write this to seeds/facts/harbour/dearer.yml? [Y/n]: ", ""),
        )
        assert terminal.ends() == 0, terminal.shown
    assert "Standing: disputed. Evidence: not checked." in terminal.shown
    site = checked(project)
    assert site.errors == ()
    assert [each.fact for each in site.ledger.facts["dearer"].disagrees_with] == ["northwind-plan"]


@pytest.mark.parametrize("stop", [Terminal.interrupted, Terminal.closed])
def test_whoever_stops_leaves_nothing_behind(project: Path, stop: Callable[[Terminal], None]) -> None:
    before = disk.everything(project)
    with Terminal("new", "fact", cwd=project) as terminal:
        terminal.answers(*TO_THE_QUOTE)
        terminal.sees("  quote (Enter: none): ")
        stop(terminal)
        assert terminal.ends() == 1
    assert terminal.shown.endswith("Aborted!\n")
    assert "Traceback" not in terminal.shown
    assert disk.everything(project) == before
