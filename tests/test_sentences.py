"""Whole sentences of small articles: facts that say what they do not, all refused, and facts that say what they do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator import files as disk
from generator import pipeline
from generator.diagnostics import Diagnostic
from tests.conftest import PROJECT

ATTACKS = Path(__file__).parent / "attacks"
PLAIN: Mapping[str, str] = {
    "kind": "figure", "entity": "northwind", "metric": "construction-cost", "value": "$5 million", "date": "2025-02-20",
    "statement": "It is {value}.",
}  # fmt: skip
METRICS = "".join(
    f"- id: {name}\n  name: The {name}\n  unit: {unit}\n  definition: As the name says.\n"
    for name, unit in (("time", "months"), ("part", "percent"), ("revenue", "USD"), ("spending", "USD"))
)


def cases(name: str) -> tuple[tuple[str, str, str], ...]:
    """The keys in which a fact differs from the plain one, the text of its article, and its quote, a line each."""
    lines = (ATTACKS / name).read_text(encoding="utf-8").splitlines()
    told = [[part.strip() for part in line.split("|")] for line in lines if line and not line.startswith("#")]
    return tuple((keys, text, quote[0] if quote else text) for keys, text, *quote in told)


def article(number: int, text: str, publisher: str) -> str:
    return (
        f"---\nid: a-{number}\ntype: webpage\ntitle: Number {number}\npublisher: {publisher}\nissued: 2025-03-04\n"
        f"accessed: 2025-03-10\nurl: https://gazette.example/{number}\ntier: secondary\n---\nNumber {number}\n\n"
        + text.replace(" ¶ ", "\n\n")
        + "\n"
    )


def fact(number: int, keys: Mapping[str, str], quote: str) -> str:
    lines = "".join(f"  {key}: {value}\n" for key, value in keys.items() if value)
    written = quote.replace("\\", "\\\\").replace('"', '\\"')
    return f'- id: f-{number}\n{lines}  evidence:\n    - source: a-{number}\n      quote: "{written}"\n'


def problems(told: Sequence[tuple[str, str, str]]) -> Iterator[tuple[str, set[str]]]:
    """The line of each case, and the codes of what the checks find wrong with its fact."""
    files = {path: text for path, text in disk.collect(PROJECT).items() if path != "seeds/facts/harbour.yml"}
    files.pop("seeds/assessments/harbour-gazette.yml")
    files["seeds/metrics.yml"] += METRICS.encode()
    facts: list[str] = []
    for number, (keys, text, quote) in enumerate(told):
        changed = dict(each.split("=", 1) for each in re.split(r",\s+", keys) if each)
        files[f"seeds/articles/a-{number}.md"] = article(
            number, text, changed.pop("publisher", "Gazette")
        ).encode()
        facts.append(fact(number, {**PLAIN, **changed}, quote))
    starts = [1]
    for each in facts:
        starts.append(starts[-1] + each.count("\n"))
    site = pipeline.compile(
        {**files, "seeds/facts/f.yml": "".join(facts).encode()}, draw=lambda _: "", audit=lambda _: ()
    )
    wrong = [each for each in site.diagnostics if each.place.path == "seeds/facts/f.yml" and _alone(each)]
    for number, case in enumerate(told):
        here = range(starts[number], starts[number + 1])
        yield " | ".join(case), {each.code for each in wrong if each.place.line in here}


def _alone(problem: Diagnostic) -> bool:
    """Whether it would be wrong without the other cases too."""
    return problem.code not in ("contradiction", "fact-twice", "unused-fact")


def test_no_sentence_proves_what_it_does_not_say() -> None:
    told = cases("sentences.txt")
    assert len(told) > 30
    assert [line for line, codes in problems(told) if not codes] == []


def test_every_honest_fact_passes() -> None:
    assert [(line, codes) for line, codes in problems(cases("honest.txt")) if codes] == []
