"""Citations: what others' programs read out of our BibTeX and CSL-JSON is what the records say."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware, RemoveEnclosingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from generator import pipeline
from generator.exports.bibtex import bibtex_text
from generator.exports.citations import citation_files, fact_file, sources_behind
from generator.exports.csl import csl_text, of_source
from generator.exports.csl_dates import csl_date
from generator.exports.sentences import source_sentence
from generator.model.dates import read_date
from generator.model.publication import Publication
from generator.model.source import Source
from generator.pipeline import Site
from tests.conftest import ADDRESS

HERE = Publication("What holds up", ADDRESS)
DEFINED = get_default_latex_context_db()
DEFINED.add_context_category(
    "kernel",
    prepend=True,
    macros=[
        MacroTextSpec("textbraceleft", "{"), MacroTextSpec("textbraceright", "}"), MacroTextSpec("textasciicircum", "^"),
    ],
)  # fmt: skip
LATEX = LatexNodes2Text(latex_context=DEFINED, keep_braced_groups=True, keep_braced_groups_minlen=1)
"""What LaTeX makes of a text; three commands of its kernel are missing in the library, or are other characters there."""
HOSTILE = "50% of {all} R&D_costs: $6 ~ #1 ^ \\input{x} “naïve” } 日本 @misc{"


def source(**fields: object) -> Source:
    given = {
        "id": "case", "type": "report", "title": "A title", "publisher": "A publisher", "url": "https://a.example/x_y%20z",
        "accessed": "2026-11-23", "tier": "primary",
    }  # fmt: skip
    return Source.model_validate({**given, **fields})


def bibtex(text: str) -> list[Mapping[str, str]]:
    """The entries as BibTeX's reader and LaTeX would give them, without the braces that keep capitals."""
    raw = parse_string(text, parse_stack=[RemoveEnclosingMiddleware()])
    assert not raw.failed_blocks
    found: list[Mapping[str, str]] = []
    for entry in LatexDecodingMiddleware(decoder=LATEX).transform(raw).entries:
        fields = {field.key: str(field.value) for field in entry.fields}
        found.append({**fields, "": entry.key, "kind": entry.entry_type})
    return found


def addresses(text: str) -> list[str]:
    """The addresses as they are written; a style sets them without reading them."""
    return re.findall(r"^  url = \{(.*)\},$", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025", {"date-parts": [[2025]]}),
        ("2025-01", {"date-parts": [[2025, 1]]}),
        ("2025-01-29", {"date-parts": [[2025, 1, 29]]}),
        ("2025-01~", {"date-parts": [[2025, 1]], "circa": True}),
        ("2025?", {"date-parts": [[2025]], "circa": True}),
        ("2025-01-29/2025-02-02", {"date-parts": [[2025, 1, 29], [2025, 2, 2]]}),
        ("2024/2025", {"date-parts": [[2024], [2025]]}),
        ("2025-21", {"date-parts": [[2025]], "season": 1}),
        ("2025-24", {"date-parts": [[2025]], "season": 4}),
        ("2025-01-29/..", {"literal": "from 29 January 2025 on"}),
        ("202X", {"literal": "the 2020s"}),
    ],
)
def test_dates_in_csl(written: str, expected: Mapping[str, object]) -> None:
    assert csl_date(read_date(written)) == expected


def test_what_bibtex_reads_is_what_was_written() -> None:
    item = of_source(source(title=HOSTILE, author=["Ada & Berg", "{DeepSeek}"], issued="2025-01-29"))
    text = bibtex_text([item])
    (entry,) = bibtex(text)
    assert entry["title"][1:-1] == HOSTILE
    assert entry["author"] == "{Ada & Berg} and {{DeepSeek}}"
    assert (entry[""], entry["kind"], entry["year"], entry["month"], entry["day"]) == (
        "case", "techreport", "2025", "jan", "29",
    )  # fmt: skip
    assert entry["urldate"] == "2026-11-23"
    assert addresses(text) == ["https://a.example/x_y%20z"]


@given(
    st.text(
        st.characters(exclude_categories=("C", "Z", "M")) | st.sampled_from("\\{}%&$#_^~ \"'@,="), min_size=1
    )
)
def test_no_title_breaks_out_of_its_field(title: str) -> None:
    title = " ".join(title.split()) or "x"
    (entry,) = bibtex(bibtex_text([of_source(source(title=title))]))
    assert set(entry) == {"", "kind", "title", "institution", "url", "urldate"}
    assert entry["institution"] == "A publisher"


def test_every_own_fact_and_source_can_be_cited(own_site: Site) -> None:
    files = citation_files(own_site.ledger, HERE)
    ledger = own_site.ledger
    assert len(files) == 2 * (len(ledger.facts) + len(ledger.sources))
    assert set(files) <= set(own_site.assets)
    behind = sources_behind(ledger)
    assert all(behind.values()), "a fact without a source"
    for name in ledger.facts:
        text = files[fact_file(name, "bib")]
        assert [entry[""] for entry in bibtex(text)] == [name, *behind[name]]
        assert addresses(text)[0] == f"{ADDRESS}fact/{name}/"


def test_a_style_sets_what_we_write(own_site: Site) -> None:
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    items: dict[str, Any] = {}
    for path, text in citation_files(own_site.ledger, HERE).items():
        if path.endswith(".json"):
            items |= {item["id"]: item for item in json.loads(text)}
    read = CiteProcJSON(list(items.values()))
    bibliography = CitationStylesBibliography(style, read, formatter.plain)
    for name in items:
        bibliography.register(Citation([CitationItem(name)]))
    shown = [str(each) for each in bibliography.bibliography()]
    assert len(shown) == len(items)
    report = next(each for each in shown if "Meta Reports Fourth Quarter and Full Year 2024 Results" in each)
    assert "(2025)" in report
    assert "(Accessed: November 23, 2026)" in report


def test_a_source_in_a_sentence() -> None:
    assert source_sentence(source(title="Is it so?", author=["Ada Berg"], issued="2025-01")) == (
        "Ada Berg. Is it so? A publisher, January 2025. https://a.example/x_y%20z (read on 23 November 2026)."
    )


def test_a_derived_fact_rests_on_the_sources_of_its_inputs(own_site: Site) -> None:
    behind = sources_behind(own_site.ledger)["meta-capex-change-2024-2025"]
    assert set(behind) == {"meta-release-q4-2024", "meta-release-q4-2025"}


def test_an_entry_offers_its_citations(own_files: Mapping[str, bytes]) -> None:
    site = pipeline.compile(own_files, draw=lambda _: "<svg/>", audit=lambda _: (), address=ADDRESS)
    page = site.pages["facts/meta-spending.md"]
    assert "[BibTeX](../fact/meta-capex-2024/cite.bib)" in page
    assert "What holds up, fact meta-capex-2024." in page
    assert "[CSL-JSON](meta-release-q4-2024/cite.json)" in site.pages["sources/meta-release-q4-2024.md"]
    assert json.loads(csl_text([])) == []
