"""The footnotes of a page: for every cited fact its quotes, sources, standing and the way to its entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.explainers.markdown import relative
from generator.explainers.telling import AGREEMENTS, PROOFS, STANCES, date_text, source_text, statement_text
from generator.explainers.templates import Markdown, fill
from generator.model.fact import Fact, quote_of, rests_on
from generator.model.ledger import Ledger, Proof

Shown = dict[str, object]


def footnotes(ledger: Ledger, cited: tuple[str, ...], *, page: str, addresses: Mapping[str, str]) -> str:
    """The definitions of all footnotes of `page`, in the order of their first citation."""
    notes = [
        fill(
            "blocks/citation.md",
            id=name,
            **citation(ledger, ledger.facts[name], page=page, addresses=addresses),
        )
        for name in cited
        if name in ledger.facts
    ]
    return "\n\n".join(notes)


def citation(ledger: Ledger, fact: Fact, *, page: str, addresses: Mapping[str, str]) -> Shown:
    """What a citation of `fact` shows on `page`."""
    return {
        "evidence": tuple(evidence_shown(ledger, fact, page=page)),
        "inputs": tuple(inputs_shown(ledger, fact, page=page, addresses=addresses)),
        "standing": ledger.standings[fact.id],
        "date": date_text(ledger, fact),
        "address": Markdown(relative(addresses[fact.id], page=page)),
    }


def evidence_shown(ledger: Ledger, fact: Fact, *, page: str) -> Iterator[Shown]:
    """Each piece of evidence of `fact` with its source, ready for a template."""
    for index, located in ledger.proofs(fact):
        evidence = fact.evidence[index]
        source = ledger.sources.get(evidence.source)
        if source is None:
            continue
        yield {
            "quote": quote_of(fact, evidence) or "",
            "locator": evidence.locator or "",
            "title": source.title,
            "published": source_text(source),
            "url": source.url,
            "page": Markdown(relative(f"sources/{source.id}.md", page=page)),
            "proof": PROOFS[located.proof],
            "checked": located.proof is Proof.VERIFIED,
            "stance": STANCES[evidence.stance],
            "folds": ", ".join(sorted(located.folds)),
            "agrees": AGREEMENTS.get(located.verdict, ""),
            "stored": source.id in ledger.articles,
            "relayed": source.wording == "relayed",
        }


def inputs_shown(ledger: Ledger, fact: Fact, *, page: str, addresses: Mapping[str, str]) -> Iterator[Shown]:
    """The facts that a derived fact or an argument is built on, with the way to each."""
    for name in rests_on(fact):
        if name in ledger.facts:
            below = ledger.facts[name]
            address = Markdown(relative(addresses[name], page=page))
            yield {"id": name, "statement": statement_text(ledger, below), "address": address}
