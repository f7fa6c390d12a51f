"""Files that cite: for each fact itself with its sources, for each source itself, as BibTeX and as CSL-JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.deriving.order import from_the_ground
from generator.exports import csl
from generator.exports.bibtex import bibtex_text
from generator.model.fact import rests_on
from generator.model.ledger import Ledger
from generator.model.publication import Publication

FORMATS = {"BibTeX": "bib", "CSL-JSON": "json"}


def fact_file(name: str, ending: str) -> str:
    """The path of a file that cites a fact, beside its permanent address."""
    return f"fact/{name}/cite.{ending}"


def source_file(name: str, ending: str) -> str:
    """The path of a file that cites a source."""
    return f"sources/{name}/cite.{ending}"


def citation_files(ledger: Ledger, publication: Publication) -> Mapping[str, str]:
    """Every such file by its path below the site."""
    return dict(_files(ledger, publication))


def _files(ledger: Ledger, publication: Publication) -> Iterator[tuple[str, str]]:
    items = {source.id: csl.of_source(source) for source in ledger.sources.values()}
    for name, behind in sources_behind(ledger).items():
        own = csl.of_fact(ledger, ledger.facts[name], publication)
        for ending, text in _texts([own, *(items[each] for each in behind)]).items():
            yield fact_file(name, ending), text
    for name, item in items.items():
        for ending, text in _texts([item]).items():
            yield source_file(name, ending), text


def _texts(items: Sequence[csl.Item]) -> Mapping[str, str]:
    return {"bib": bibtex_text(items), "json": csl.csl_text(items)}


def sources_behind(ledger: Ledger) -> Mapping[str, Sequence[str]]:
    """For each fact the sources of its evidence, or of the facts that it rests on, each once."""
    found: dict[str, tuple[str, ...]] = {}
    for fact in from_the_ground(ledger.facts):
        own = [each.source for each in fact.evidence if each.source in ledger.sources]
        below = [name for each in rests_on(fact) for name in found.get(each, ())]
        found[fact.id] = tuple(dict.fromkeys([*own, *below]))
    return found
