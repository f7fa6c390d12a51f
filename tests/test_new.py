"""`explainer new` with options: what it writes, what it says of a quote, and what it refuses without writing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import files as disk
from generator import pipeline
from generator.cli import main
from generator.layout import formatted
from generator.model.ledger import Proof, Standing
from tests.conftest import ROOT

FALL = {
    "kind": "figure",
    "entity": "northwind",
    "metric": "share-price-change",
    "value": "fell 17%",
    "date": "2025-03-03",
    "source": "harbour-gazette",
    "quote": "Its shares fell 17% on Monday.",
    "statement": "Northwind’s shares {value} on {date}.",
}
ID = "northwind-share-price-change-2025-03-03"
PATH = f"seeds/facts/harbour/{ID}.yml"
EXTRA: Mapping[str, Mapping[str, str | Sequence[str]]] = {
    "event": {"kind": "event", "entities": "northwind", "date": "2025-03-03", "source": "harbour-gazette",
              "quote": "The town did not pay for the study.", "statement": "The town left the study to others."},
    "property": {"kind": "property", "entity": "harbour", "property": "berth-licence", "value": "members",
                 "source": "northwind-report", "locator": "page 3", "statement": "Only members may use the berths."},
    "quotation": {"kind": "quotation", "speaker": "ada-berg", "words": "It is not finished before 2027.",
                  "occasion": "A talk", "date": "2025-03-04", "source": "harbour-gazette", "statement": "Berg said when it ends."},
    "argument": {"kind": "argument", "question": "worth-it", "side": "for", "holder": "ada-berg",
                 "rests-on": "berg-on-cost", "date": "2025-03-04", "statement": "It costs less than others, Berg argued."},
    "derived": {"kind": "derived", "operation": "difference", "inputs": ["room-later", "room-now"],
                "statement": "It gained {value}."},
}  # fmt: skip


def new(project: Path, record: str, options: Mapping[str, str | Sequence[str]], *flags: str) -> Result:
    listed = [
        (name, each)
        for name, value in options.items()
        for each in ([value] if isinstance(value, str) else value)
    ]
    arguments = [word for name, value in listed for word in (f"--{name}", value)]
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(project)
        patched.delenv("GITHUB_ACTIONS", raising=False)
        return CliRunner().invoke(main, ["new", record, *arguments, *flags])


def checked(project: Path) -> pipeline.Site:
    return pipeline.compile(disk.collect(project), draw=lambda _: "", audit=lambda _: ())


def test_a_fact_is_written_in_the_one_layout_and_stands(project: Path) -> None:
    done = new(project, "fact", FALL)
    assert done.exit_code == 0, done.output
    assert "The quote stands word for word in the text of harbour-gazette." in done.output
    assert "Numbers read in it: fell 17%." in done.output
    assert f"{PATH} is written. Standing: single-source. Evidence: verified." in done.output
    text = (project / PATH).read_text(encoding="utf-8")
    assert formatted(PATH, text).text == text
    site = checked(project)
    assert site.errors == ()
    assert site.ledger.standings[ID] is Standing.SINGLE_SOURCE
    assert site.ledger.shown[ID] is Proof.VERIFIED
    assert site.ledger.topic(site.ledger.facts[ID]) == "harbour"


@pytest.mark.parametrize("kind", sorted(EXTRA))
def test_a_fact_of_any_kind_can_be_written(project: Path, kind: str) -> None:
    if kind == "derived":
        for name, count, noun in (("room-later", "40 ships", "ships"), ("room-now", "12 ferries", "ferries")):
            metric = {"ships": "ships", "ferries": "ships"}[noun]
            options = {
                **FALL,
                "id": name,
                "metric": metric,
                "value": count.replace("ferries", "ships"),
                "entity": "harbour",
            }
            options |= {
                "quote": f"The harbour has room for {count}.",
                "statement": "It has room for {value}.",
            }
            options |= {"source": "northwind-report", "date": "2025-02-20"}
            options["quote"] = options["quote"].replace("ferries", "ships")
            options["because"] = "They count berths of another length."
            options |= {"disagrees-with": "room-later"} if name == "room-now" else {}
            if name == "room-later":
                del options["because"]
            assert new(project, "fact", options).exit_code == 0
    done = new(project, "fact", EXTRA[kind])
    assert done.exit_code == 0, done.output
    site = checked(project)
    assert site.errors == ()
    assert kind in {fact.kind for fact in site.ledger.facts.values()}


def test_what_no_text_is_stored_for_is_never_called_checked(project: Path) -> None:
    done = new(project, "fact", {**FALL, "source": "northwind-report", "date": "2025-02-17"})
    assert done.exit_code == 0, done.output
    assert "Not checked: the text of northwind-report is not stored here" in done.output
    assert "Evidence: not checked." in done.output
    assert "word for word" not in done.output
    assert "verified" not in done.output


def test_what_is_missing_is_named_by_its_option(project: Path) -> None:
    done = new(project, "fact", {"kind": "figure", "entity": "northwind"})
    assert done.exit_code == 2
    assert done.output == (
        "error: --metric, --source, --quote or --locator, --value, --period or --date and --statement are missing; "
        "give them, or run this at a terminal\n"
    )
    assert new(project, "fact", {}).output.startswith("error: --kind is missing; give one of event, figure,")
    event = new(project, "fact", {"kind": "event", "statement": "It was built."})
    assert (
        event.output
        == "error: --source, --quote or --locator and --date are missing; give them, or run this at a terminal\n"
    )
    claimed = new(project, "fact", {**FALL, "modality": "claimed"})
    assert claimed.output == "error: --claimed-by is missing; give it, or run this at a terminal\n"
    assert (
        "--type, --title, --publisher, --url or --archive and --tier are missing"
        in new(project, "source", {}).output
    )
    assert "--name and --kind are missing" in new(project, "entity", {}).output


WRONG: Mapping[str, tuple[Mapping[str, str], str]] = {
    "a quote that is not there": ({"quote": "Its shares fell 17% on Tuesday."}, "error[quote-not-found]"),
    "a value that its quote does not carry": ({"value": "fell 18%"}, "error[value-not-in-quote]"),
    "an entity that nobody knows": ({"entity": "northwnd"}, "`northwind`?"),
    "a key of another kind": ({"speaker": "ada-berg"}, "hint: take it out; `entity` says it"),
    "an id that is taken": ({"id": "northwind-plan"}, "error[id-taken]"),
    "a date that is none": ({"date": "03/03/2025"}, "error[bad-date]"),
    "a number typed into the statement": ({"statement": "Shares fell 17%."}, "error[number-typed]"),
    "an unseen character": ({"statement": "Shares \u200b{value}."}, "error[odd-character]"),
    "a contradiction": ({"metric": "construction-cost", "value": "$70 million", "period": "2025", "date": "2025-02-20", "modality": "projected",
                         "source": "northwind-report", "quote": "$70 million"}, "error[contradiction]"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_fact_is_told_of_and_not_written(project: Path, case: str) -> None:
    before = disk.everything(project)
    changed, told = WRONG[case]
    done = new(project, "fact", {**FALL, **changed})
    assert (done.exit_code, done.output.splitlines()[-1]) == (1, "Nothing is written."), done.output
    assert told in done.output
    assert disk.everything(project) == before


def test_a_problem_that_was_there_before_keeps_nobody_from_writing(project: Path) -> None:
    (project / "seeds/facts/old.yml").write_text("- id: old\n  kind: rumour\n", encoding="utf-8")
    done = new(project, "fact", {**FALL, "topic": "harbour"})
    assert done.exit_code == 0, done.output
    assert "unknown-kind" not in done.output


@pytest.mark.parametrize("topic", ["../up", "Harbour", "index", ""])
def test_a_topic_that_cannot_be_a_folder_is_refused(project: Path, topic: str) -> None:
    before = disk.everything(project)
    done = new(project, "fact", {**FALL, "topic": topic or "-"})
    assert done.exit_code == 2
    assert "cannot name a topic" in done.output
    assert disk.everything(project) == before


def test_a_topic_that_is_only_misspelt_is_refused_unless_it_is_meant(project: Path) -> None:
    done = new(project, "fact", {**FALL, "topic": "harbor"})
    assert done.exit_code == 2
    assert "there is no topic `harbor`; write `--topic harbour`" in done.output
    for topic, more in (("harbor", ["--new-topic"]), ("weather", [])):
        made = new(project, "fact", {**FALL, "id": topic, "topic": topic}, *more)
        assert f"seeds/facts/{topic}/{topic}.yml is written" in made.output, made.output
        (project / f"seeds/facts/{topic}/{topic}.yml").unlink()


@pytest.mark.parametrize("name", ["../../elsewhere", "Nvidia", "a--b", "index"])
def test_an_id_that_is_none_is_refused(project: Path, name: str) -> None:
    before = disk.everything(project)
    done = new(project, "fact", {**FALL, "id": name})
    assert done.exit_code == 2
    assert done.output.startswith(f"error: `{name}` is not an id")
    assert disk.everything(project) == before


def test_a_file_that_is_there_is_never_overwritten(project: Path) -> None:
    place = project / PATH
    place.parent.mkdir()
    place.write_text("# kept\n", encoding="utf-8")
    done = new(project, "fact", FALL)
    assert (done.exit_code, place.read_text(encoding="utf-8")) == (2, "# kept\n")
    assert f"{PATH} is there already" in done.output


def test_ids_that_are_taken_are_not_proposed_again(project: Path) -> None:
    other = {"quote": "Its shares fell 17% on Monday.", "statement": "Monday was a bad day."}
    first = new(project, "fact", EXTRA["event"])
    second = new(project, "fact", {**EXTRA["event"], **other})
    assert "harbour/northwind-2025-03-03.yml is written" in first.output, first.output
    assert "harbour/northwind-2025-03-03-2.yml is written" in second.output, second.output


SOURCE = {"type": "report", "title": "What: the berths", "publisher": "Port, Ltd", "author": ["Ada Berg", "O’Lind"],
          "url": "https://port.example/berths", "tier": "primary", "issued": "2025-02"}  # fmt: skip


def test_a_source_is_a_file_of_its_own(project: Path) -> None:
    done = new(project, "source", {**SOURCE, "topic": "harbour"})
    assert done.exit_code == 0, done.output
    path = "seeds/sources/harbour/port-ltd-what-the-berths-2025-02.yml"
    text = (project / path).read_text(encoding="utf-8")
    assert formatted(path, text).text == text
    source = checked(project).ledger.sources["port-ltd-what-the-berths-2025-02"]
    assert (source.title, source.author) == ("What: the berths", ("Ada Berg", "O’Lind"))
    again = new(project, "source", {**SOURCE, "topic": "harbour"})
    assert again.exit_code == 1
    assert "error[same-address]" in again.output
    assert new(project, "source", {**SOURCE, "url": "http://port.example"}).exit_code == 1


ENTITY = {"name": "Fish & Co: Ltd", "kind": "organisation", "aliases": ["Fish, Ltd", "F&C"]}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_entity_is_added_below_all_others_and_their_bytes_are_kept(project: Path, end: str) -> None:
    place = project / "seeds/entities.yml"
    before = place.read_text(encoding="utf-8").replace("\n", end).encode() + f"# the end{end}".encode()
    place.write_bytes(before)
    done = new(project, "entity", ENTITY)
    assert done.exit_code == 0, done.output
    after = place.read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == after.count(end.encode())
    assert checked(project).ledger.entities["fish-co-ltd"].aliases == ("Fish, Ltd", "F&C")
    again = new(project, "entity", ENTITY)
    assert again.exit_code == 1
    assert "error[id-taken]" in again.output
    assert place.read_bytes() == after


def test_an_entity_with_a_figure_for_a_name_is_not_written(project: Path) -> None:
    before = disk.everything(project)
    done = new(project, "entity", {"name": "17%", "kind": "model", "id": "seventeen"})
    assert done.exit_code == 1
    assert "`17%` is a quantity, not a name" in done.output
    assert disk.everything(project) == before


def test_the_first_entity_begins_the_file(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    done = new(tmp_path, "entity", ENTITY)
    assert done.exit_code == 0, done.output
    assert "fish-co-ltd" in checked(tmp_path).ledger.entities


def test_a_file_of_this_project_leads_editors_to_its_schema(project: Path) -> None:
    (project / "schema/draft-07").mkdir(parents=True)
    (project / "schema/draft-07/facts.json").write_bytes((ROOT / "schema/draft-07/facts.json").read_bytes())
    new(project, "fact", FALL)
    first, *_ = (project / PATH).read_text(encoding="utf-8").splitlines()
    assert first == "# yaml-language-server: $schema=../../../schema/draft-07/facts.json"
    assert (project / PATH).parent.joinpath(first.partition("=")[2]).resolve().is_file()


def test_bytes_that_are_no_text_are_refused(project: Path) -> None:
    command: list[str | bytes] = [
        sys.executable,
        "-m",
        "generator",
        "new",
        "entity",
        "--kind",
        "person",
        "--name",
        b"\xff",
    ]
    done = subprocess.run(
        command,
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (2, "error: --name is not UTF-8 text\n")
