"""The facts of this repository: how many there are of what, and that what the documents say of them is so."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping

import pytest

from generator import pipeline
from generator.cli import main
from generator.explainers.calls import CALLS
from generator.model.fact import KINDS
from generator.model.ledger import Proof
from generator.pipeline import Site
from generator.reporting import REPORTS
from tests.conftest import ROOT

ARTICLE = "autogpt-meta-deepseek"


def test_there_are_facts_of_every_kind(own_site: Site) -> None:
    assert {fact.kind for fact in own_site.ledger.facts.values()} == set(KINDS)


def test_every_checkable_statement_of_the_article_is_a_fact(own_site: Site) -> None:
    ledger = own_site.ledger
    drawn = [fact for fact in ledger.facts.values() if any(each.source == ARTICLE for each in fact.evidence)]
    assert len(drawn) >= 25
    assert all(ledger.proof(fact) is Proof.VERIFIED for fact in drawn)
    assert {fact.kind for fact in drawn} >= {"figure", "event", "quotation"}


@pytest.mark.parametrize("topic", ["deepseek", "meta-spending", "open-source"])
def test_every_topic_has_facts_beyond_the_article(own_site: Site, topic: str) -> None:
    ledger = own_site.ledger
    beyond = [
        fact
        for fact in ledger.facts.values()
        if ledger.topic(fact) == topic and any(each.source != ARTICLE for each in fact.evidence)
    ]
    assert len(beyond) >= 20


def test_what_is_not_stored_is_never_verified(own_site: Site) -> None:
    ledger = own_site.ledger
    for fact in ledger.facts.values():
        for index, located in ledger.proofs(fact):
            if located.proof is Proof.VERIFIED:
                assert fact.evidence[index].source in ledger.articles


def test_every_numbered_footnote_has_its_note(own_site: Site) -> None:
    for address, markdown in own_site.pages.items():
        marks = set(re.findall(r"\[\^([a-z0-9-]+)\](?!:)", markdown))
        notes = Counter(re.findall(r"^\[\^([a-z0-9-]+)\]:", markdown, re.MULTILINE))
        assert marks == set(notes), address
        assert set(notes.values()) <= {1}, address


def test_every_call_of_an_author_is_documented() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [name for name in CALLS if f"{name}(" not in guide] == []


def test_every_command_is_documented() -> None:
    texts = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md"))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z]+):.*##", makefile, re.MULTILINE)
    assert [name for name in targets if f"make {name}" not in texts] == []
    assert [name for name in main.commands if f"`explainer {name}" not in texts] == []


LOCKS = ("requirements.lock", "tests/requirements.lock")


def pinned(lock: str) -> dict[str, str]:
    """The release of each package that a lock names."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-zA-Z0-9._-]+)==([^ \n]+)", text, re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_hashes_and_names_no_index(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "http" not in text
    assert len(pinned(lock)) > 30
    assert text.count("--hash=sha256:") >= len(pinned(lock))


def test_the_locks_hold_every_dependency_and_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups, extras = project["dependency-groups"], project["project"]["optional-dependencies"]
    site, tests = map(pinned, LOCKS)
    for lock, wanted in (
        (site, [*project["project"]["dependencies"], *extras["zensical"], *groups["build"]]),
        (tests, groups["test"]),
    ):
        names = [re.split(r"[\[<>=~ ]", each)[0].lower() for each in wanted]
        assert [name for name in names if name not in lock] == []
    assert {name: release for name, release in site.items() if tests.get(name, release) != release} == {}


def test_the_message_in_the_readme_is_what_the_check_says(own_files: Mapping[str, bytes]) -> None:
    """The mistake the design names: billions written as millions."""
    path = "seeds/facts/meta-spending.yml"
    broken = own_files[path].replace(b"$60 billion to $65 billion", b"$60 million to $65 million", 1)
    site = pipeline.compile({**own_files, path: broken}, draw=lambda _: "", audit=lambda _: ())
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"```text\n(.*?)```", readme, re.DOTALL)
    assert [REPORTS["full"](site.diagnostics, site.texts)] == shown


def test_a_word_dropped_from_a_quote_shows_the_closest_passage(own_files: Mapping[str, bytes]) -> None:
    path = "seeds/facts/meta-spending.yml"
    whole = b"quote: Total expenses could reach $114 billion to $119 billion."
    assert own_files[path].count(whole) == 1
    broken = own_files[path].replace(whole, whole.replace(b"could ", b""))
    site = pipeline.compile({**own_files, path: broken}, draw=lambda _: "", audit=lambda _: ())
    assert [(problem.code, problem.hint) for problem in site.diagnostics] == [
        (
            "quote-not-found",
            "write `quote: Total expenses could reach $114 billion to $119 billion.`, if that is the passage you mean",
        )
    ]


def test_the_fact_in_the_readme_is_a_fact_of_ours() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (fact,) = re.findall(r"```yaml\n(- id.*?)```", readme, re.DOTALL)
    own = (ROOT / "seeds" / "facts" / "meta-spending.yml").read_text(encoding="utf-8")
    for line in fact.splitlines():
        assert line in own


def test_every_page_has_a_description_of_its_own(own_site: Site) -> None:
    told = {
        address: re.search(r"^description: (.+)$", markdown, re.MULTILINE)
        for address, markdown in own_site.pages.items()
    }
    assert [address for address, found in told.items() if found is None] == []
    texts = [found[1] for found in told.values() if found]
    assert [text for text, count in Counter(texts).items() if count > 1] == []
