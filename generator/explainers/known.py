"""What the form for contributions knows of the site: ids that may be named, ids that are taken, facts as they are written."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import PurePosixPath

from generator.explainers.telling import date_text, period_text, value_text
from generator.model.fact import Fact, Figure, Property, subjects
from generator.model.ledger import Ledger
from generator.model.references import NAMES
from generator.model.repository import Repository
from generator.reading.yaml_nodes import plain
from generator.schemas.published import path as schema_path

FOLDER = "contribute"
MODELINE = "# yaml-language-server: $schema="
"""What tells editors the schema of a file."""
FACT_FORM, ERROR_FORM = "propose-a-fact.yml", "report-an-error.yml"
"""The issue forms that stand in `.github/ISSUE_TEMPLATE/`; their field `fact` takes an id."""


def known_files(
    ledger: Ledger, addresses: Mapping[str, str], repository: Repository | None
) -> Mapping[str, str]:
    """The list of what is known, and beside it the facts as written, as many a file as on a page of the ledger."""
    homes = {name: _home(addresses[name]) for name in ledger.facts}
    parts: dict[str, dict[str, object]] = defaultdict(dict)
    for name, fact in sorted(ledger.facts.items()):
        parts[homes[name]][name] = _written(ledger, fact)
    files = {f"{FOLDER}/facts/{home}.json": _json(part) for home, part in parts.items()}
    return {**files, f"{FOLDER}/known.json": _json(_known(ledger, homes, repository))}


def _known(ledger: Ledger, homes: Mapping[str, str], repository: Repository | None) -> object:
    return {
        "repository": {"url": repository.url, "branch": repository.branch} if repository else None,
        "forms": {"fact": FACT_FORM, "error": ERROR_FORM},
        "opening": {
            "fact": f"{MODELINE}../../../{schema_path('facts', draft='07')}",
            "source": f"{MODELINE}../../{schema_path('sources', draft='07')}",
        },
        "names": NAMES,
        "topics": ledger.topics(),
        "entity": {name: each.name for name, each in sorted(ledger.entities.items())},
        "metric": {name: each.name for name, each in sorted(ledger.metrics.items())},
        "aliases": {
            "entity": {name: each.aliases for name, each in sorted(ledger.entities.items()) if each.aliases},
            "metric": {name: each.aliases for name, each in sorted(ledger.metrics.items()) if each.aliases},
        },
        "terms": {name: each.terms for name, each in sorted(ledger.metrics.items()) if each.terms},
        "units": {name: each.unit.id for name, each in sorted(ledger.metrics.items()) if each.unit},
        "question": {name: each.text for name, each in sorted(ledger.questions.items())},
        "source": {name: f"{each.title} ({each.publisher})" for name, each in sorted(ledger.sources.items())},
        "addresses": {each.url: name for name, each in sorted(ledger.sources.items()) if each.url},
        "stored": sorted(ledger.articles),
        "fact": {name: _row(ledger, fact, homes[name]) for name, fact in sorted(ledger.facts.items())},
        "taken": sorted(ledger.left_out - set(ledger.facts)),
    }


def _row(ledger: Ledger, fact: Fact, home: str) -> tuple[str, str, str, str]:
    """Where it is written out, whom and what it measures, and what it says of that."""
    about = next(iter(subjects(fact)), "")
    measured = (
        fact.metric if isinstance(fact, Figure) else fact.property if isinstance(fact, Property) else ""
    )
    when = period_text(fact) or date_text(ledger, fact)
    return home, about, measured, ", ".join(part for part in (value_text(ledger, fact), when) if part)


def _written(ledger: Ledger, fact: Fact) -> object:
    """The file, the lines, and every key as its file has it."""
    place = ledger.place(fact)
    return {"path": place.path, "line": place.line, "keys": plain(ledger.origin(fact).node)}


def _home(address: str) -> str:
    """The page of the ledger that shows a fact, as its path below the folder of facts."""
    return PurePosixPath(address.partition("#")[0]).with_suffix("").relative_to("facts").as_posix()


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
