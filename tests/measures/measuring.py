"""The measure of the rules: every fact of an article of one half run through the whole flow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator import pipeline
from generator.diagnostics import Diagnostic
from generator.evidence.measured import Measured
from generator.evidence.rules import ANSWERABLE

HERE = Path(__file__).parent
HALVES = ("open", "aside")
"""The half that was looked at while rules were made, and the half that nobody looks at."""
BESIDE = ("contradiction", "fact-twice", "unused-fact")
"""What is only wrong with one fact beside another, or without a page that cites it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A fact of a measure: its article and id, whether it is honest, and the errors it got."""

    article: str
    id: str
    is_honest: bool
    errors: tuple[Diagnostic, ...]

    @property
    def is_locked_out(self) -> bool:
        """Whether an honest fact is refused by a rule that nobody can answer."""
        return self.is_honest and any(each.code not in ANSWERABLE for each in self.errors)


def outcomes(half: str) -> Iterator[Outcome]:
    """What every fact of a half came to."""
    for path in sorted((HERE / half).glob("*.yml")):
        case = yaml.safe_load(path.read_text(encoding="utf-8"))
        honest = {str(each["id"]): each for each in case["honest"]}
        wrong = {
            f"{each['of']}-{number}": _changed(honest[str(each["of"])], each["change"])
            for number, each in enumerate(case["wrong"])
        }
        for facts, is_honest in ((honest, True), (wrong, False)):
            for name, errors in _errors(case, facts):
                yield Outcome(path.stem, name, is_honest, errors)


def counts(half: str, found: Sequence[Outcome]) -> Measured:
    """How many honest facts of a half are taken, and how many wrong ones caught."""
    honest = [each for each in found if each.is_honest]
    wrong = [each for each in found if not each.is_honest]
    return Measured(
        half=half,
        articles=len({each.article for each in found}),
        honest=len(honest),
        taken=sum(not each.errors for each in honest),
        locked_out=sum(each.is_locked_out for each in honest),
        wrong=len(wrong),
        caught=sum(bool(each.errors) for each in wrong),
    )


def _changed(case: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """A case with other keys; a key that is null is taken out."""
    outer = {"quote", "figure"}
    fact = {**case["fact"], **{key: value for key, value in change.items() if key not in outer}}
    found = {**case, **{key: value for key, value in change.items() if key in outer}, "fact": fact}
    found["fact"] = {key: value for key, value in fact.items() if value is not None}
    return {key: value for key, value in found.items() if value is not None}


def _errors(
    case: Mapping[str, Any], facts: Mapping[str, Any]
) -> Iterator[tuple[str, tuple[Diagnostic, ...]]]:
    """The errors of each fact; each has a file of its own."""
    paths = {f"seeds/facts/t/f-{number}.yml": name for number, name in enumerate(facts)}
    files = {**_around(case), **{path: _fact(case, path, facts[name]) for path, name in paths.items()}}
    site = pipeline.compile({path: text.encode() for path, text in files.items()}, audit=lambda _: ())
    found: Sequence[Diagnostic] = [each for each in site.errors if each.code not in BESIDE]
    for path, name in paths.items():
        yield name, tuple(each for each in found if each.place.path == path)


def _fact(case: Mapping[str, Any], path: str, each: Mapping[str, Any]) -> str:
    evidence = {"source": "measured", "quote": each.get("quote"), "figure": each.get("figure")}
    evidence = {key: value for key, value in evidence.items() if value is not None}
    fact = {"id": Path(path).stem, **each["fact"], "evidence": [evidence]}
    return yaml.safe_dump([_plain(fact)], allow_unicode=True, sort_keys=False, width=10**6)


def _plain(value: Any) -> Any:
    """Dates and numbers as the text that a contributor types."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value if isinstance(value, str) else str(value)


def _around(case: Mapping[str, Any]) -> dict[str, str]:
    """The article, its entities and metrics, and an empty page."""
    text, source = case["text"], _plain(case["source"])
    front = {
        "id": "measured", "type": "article-newspaper", "title": text.strip().splitlines()[0].lstrip("# "), **source,
        "accessed": "2026-11-27", "url": "https://news.example/measured", "tier": "secondary",
    }  # fmt: skip
    metrics = [{**_plain(each), "definition": "What the source counts."} for each in case["metrics"]]
    return {
        "seeds/articles/measured.md": f"---\n{yaml.safe_dump(front, allow_unicode=True)}---\n{text}",
        "seeds/entities.yml": yaml.safe_dump(_plain(case["entities"]), allow_unicode=True),
        "seeds/metrics.yml": yaml.safe_dump(metrics, allow_unicode=True),
        "docs/index.md": "---\ntitle: T\ndescription: D.\nquestion: Q?\nsummary: S.\ntopic: t\n---\n\n# T\n",
    }
