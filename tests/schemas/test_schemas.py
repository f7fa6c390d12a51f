"""The schemas for editors: whole, current, and never at odds with what the reader accepts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator

from generator import files as disk
from generator import manual
from generator.loading import load
from generator.model.fact import KINDS
from generator.model.record import Record
from generator.reading.articles import front_matter
from generator.reading.seeds import read_seeds
from generator.schemas.published import DRAFTS, LISTS, NAMES, path, schema_files
from generator.schemas.rules import RULES
from tests.conftest import PROJECT, ROOT, explainer
from tests.schemas.editor import as_an_editor_reads
from tests.test_manual import cases

SHAPES = frozenset(
    ("bad-date", "bad-id", "bad-url", "bad-value", "missing-key", "not-a-list", "not-an-entry", "unknown-key", "unknown-kind")
)  # fmt: skip
"""The problems that a schema can know of: one value, or one record, by itself."""
LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


@cache
def judge(name: str, draft: str = "2020-12") -> Any:
    validator = Draft202012Validator if draft == "2020-12" else Draft7Validator
    return validator(json.loads(schema_files()[path(name, draft=draft)]))


def complaints(name: str, content: object) -> list[str]:
    return [
        f"{draft}: {error.json_path} {error.message[:300]}"
        for draft in DRAFTS
        for error in judge(name, draft).iter_errors(content)
    ]


def kind_of(seed: str) -> str:
    """Which schema a file below seeds/ is for."""
    return seed.split("/")[1].removesuffix(".yml")


def properties(shape: object, where: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every property that a schema describes, by its place; rules between fields say nothing of what a field means."""
    if isinstance(shape, list):
        for each in shape:
            yield from properties(each, where)
    if isinstance(shape, dict):
        for key, value in shape.get("properties", {}).items():
            yield f"{where}/{key}", value
        for key, value in shape.items():
            if key not in ("allOf", "examples"):
                yield from properties(value, f"{where}/{key}")


@pytest.mark.parametrize("draft", DRAFTS)
@pytest.mark.parametrize("name", NAMES)
def test_every_schema_is_one(name: str, draft: str) -> None:
    judged = judge(name, draft)
    assert judged.schema["$schema"] == DRAFTS[draft]
    judged.check_schema(judged.schema)


def test_the_schemas_in_the_repository_are_current() -> None:
    kept = {
        file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8")
        for file in (ROOT / "schema").rglob("*.json")
    }
    assert kept == dict(schema_files()), "run `explainer schema --write`"


@pytest.mark.parametrize("name", NAMES)
def test_every_field_has_a_description_and_examples_that_fit(name: str) -> None:
    schema = judge(name).schema
    found = dict(properties(schema))
    assert len(found) >= 2
    for where, shape in found.items():
        assert shape["description"].endswith("."), where
        assert shape["examples"], where
        for each in shape["examples"]:
            assert judge(name).evolve(schema={**shape, "$defs": schema.get("$defs", {})}).is_valid(each), (
                where,
                each,
            )


def test_every_rule_between_fields_of_a_model_is_in_the_schema() -> None:
    """That a name is no figure is a rule on the words of one field, which no schema can know."""
    ruled = {
        model.__name__
        for kind in (*KINDS.values(), *(model for _, model in LISTS.values()))
        for model in kind.__mro__
        if issubclass(model, Record)
        and any(name in vars(model) for name in model.__pydantic_decorators__.model_validators)
    }
    assert ruled == {model.__name__ for model in RULES} | {"Entity"}


def test_every_seed_is_right_for_editors_too(own_files: Mapping[str, bytes]) -> None:
    judged = 0
    for seed, content in own_files.items():
        if seed.startswith("seeds/") and seed.endswith(".yml"):
            assert complaints(kind_of(seed), as_an_editor_reads(content.decode())) == [], seed
            judged += 1
        elif seed.startswith("seeds/articles/"):
            assert complaints("article", as_an_editor_reads(front_matter(content.decode())[0])) == []
            judged += 1
    assert judged > 5


def test_every_seed_file_names_its_schema() -> None:
    """A relative address: completion works from a clone, without a network. Nobody fails by a contribution without it."""
    for seed in sorted((ROOT / "seeds").rglob("*.yml")):
        inside = seed.relative_to(ROOT)
        text = seed.read_text(encoding="utf-8")
        if len(re.findall(r"^- id:", text, re.MULTILINE)) < 2:
            continue
        found = LINE.match(text)
        assert found, f"{inside} does not begin with `# yaml-language-server: $schema=…`"
        assert (seed.parent / found[1]).resolve() == ROOT / path(kind_of(inside.as_posix()), draft="07")


def judged_cases() -> Iterator[tuple[str, str, str]]:
    """Code, path and text of every seed file in the manual that an editor could open."""
    for code in manual.codes():
        for case in cases(manual.page(code)):
            for seed, content in case.files.items():
                if seed.startswith("seeds/") and seed.endswith(".yml") and kind_of(seed) in NAMES:
                    yield code, seed, content.decode("utf-8", "replace")


def read_complaints(files: Mapping[str, bytes], seed: str) -> list[str]:
    """The codes of what the reader and the loader say of one file."""
    seeds = read_seeds({name: content.decode("utf-8", "replace") for name, content in files.items()})
    _, wrong = load(seeds)
    return [problem.code for problem in (*seeds.problems, *wrong) if problem.place.path == seed]


def underlined(seed: str, text: str) -> bool:
    """Whether an editor finds something wrong; what is no YAML at all it underlines without a schema."""
    try:
        read = as_an_editor_reads(text)
    except yaml.YAMLError:
        return True
    return bool(complaints(kind_of(seed), read))


def test_editors_complain_of_the_mistakes_of_shape_in_the_manual() -> None:
    """Save those that stand inside a value, where a pattern would have to know what the grammar knows."""
    silent = [
        (code, text)
        for code, seed, text in judged_cases()
        if code in SHAPES
        and set(read_complaints({**disk.collect(PROJECT), seed: text.encode()}, seed)) & SHAPES
        and not underlined(seed, text)
    ]
    inside = [code for code, text in silent if code in ("bad-value", "bad-date", "bad-url")]
    assert [each for each in silent if each[0] not in inside] == []
    assert len(inside) <= 12


def test_editors_never_complain_of_what_the_reader_accepts_in_the_manual() -> None:
    accepted = [
        (seed, text)
        for _, seed, text in judged_cases()
        if not read_complaints({**disk.collect(PROJECT), seed: text.encode()}, seed)
        and as_an_editor_reads(text) is not None  # nothing is judged in an empty file
    ]
    assert len(accepted) > 60
    assert [
        found for seed, text in accepted for found in complaints(kind_of(seed), as_an_editor_reads(text))
    ] == []


PATTERN = {
    "event": "- {id: a, kind: event, date: 2025, statement: A., evidence: [{source: s, quote: q}]}",
    "figure": "- {id: a, kind: figure, entity: e, metric: m, value: 5, period: 2025, statement: A., evidence: [{source: s}]}",
    "property": "- {id: a, kind: property, entity: e, property: p, value: v, statement: A., evidence: [{source: s}]}",
    "quotation": "- {id: a, kind: quotation, speaker: e, words: w, occasion: o, date: 2025, statement: A., evidence: [{source: s}]}",
    "argument": "- {id: a, kind: argument, question: q, side: for, holder: e, rests_on: b, date: 2025, statement: A.}",
    "derived": "- {id: a, kind: derived, operation: sum, inputs: [b, c], statement: A.}",
}
ODD = (
    "5", "2025", "0990", "1.10", "1e3", "0x1F", "true", "NO", "yes", "on", "", "''", "' '", "[]", "[a]", "[a, b]", "[a, a]",
    "2025-01~", "2025-01-29", "'2025'", "' 2025 '", "2025-XX", "20XX", "2025-21", "2025/2026", "../2025", "2025/", "2025-13",
    "2025-Q1", "FY2026", "FY2026-Q5", "17%", "under 6", "index", "a-b", "A", "claimed", "projected", "supports", "x" * 81, "x" * 201,
    "[{source: s, stance: disputes}]", "[{source: s, quote: 7, prefix: }]", "[{fact: b, because: c}]", "{because: c}", "{}", ".inf",
)  # fmt: skip
KEYS = sorted({key for model in KINDS.values() for key in model.model_fields} - {"kind"})


@given(
    kind=st.sampled_from(sorted(KINDS)),
    changes=st.dictionaries(st.sampled_from(KEYS), st.sampled_from(ODD), max_size=3),
)
@example(kind="argument", changes={"evidence": "", "disagrees_with": ""})
@example(kind="derived", changes={"evidence": "[]"})
@example(kind="figure", changes={"date": "2025", "id": "2025", "statement": "true"})
def test_editors_never_complain_of_a_fact_that_the_reader_accepts(
    kind: str, changes: Mapping[str, str]
) -> None:
    fields = yaml.load(PATTERN[kind], Loader=yaml.BaseLoader)[0]  # noqa: S506 - keeps every scalar as text
    rows = {**{key: json.dumps(value) for key, value in fields.items()}, **changes}
    text = "- " + "\n  ".join(f"{key}: {value}" for key, value in rows.items()) + "\n"
    if not read_complaints({"seeds/facts/a.yml": text.encode()}, "seeds/facts/a.yml"):
        assert complaints("facts", as_an_editor_reads(text)) == [], text


def test_the_command_prints_lists_and_writes(tmp_path: Path) -> None:
    assert explainer("schema", cwd=tmp_path).stdout.split() == list(NAMES)
    printed = explainer("schema", "facts", "--draft", "07", cwd=tmp_path)
    assert printed.stdout == schema_files()["schema/draft-07/facts.json"]
    unknown = explainer("schema", "fact", cwd=tmp_path)
    assert (unknown.returncode, unknown.stderr) == (
        2,
        "error: there is no schema `fact`; did you mean `facts`?\n",
    )
    (tmp_path / "seeds").mkdir()
    assert explainer("schema", "--write", cwd=tmp_path).returncode == 0
    written = sorted(file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*.json"))
    assert written == sorted(schema_files())
    (tmp_path / "schema" / "facts.json").unlink()
    (tmp_path / "schema" / "facts.json").mkdir()
    refused = explainer("schema", "--write", cwd=tmp_path)
    assert refused.returncode == 2
    assert refused.stderr.startswith("error: the schemas cannot be written to schema/:")
