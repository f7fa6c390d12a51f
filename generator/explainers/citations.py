"""The footnotes of a page: for every cited fact its quotes, sources, standing and the way to its entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote as percent_encoded

from generator.evidence.agreement import agreement
from generator.explainers.markdown import escape, escape_part, relative
from generator.explainers.telling import AGREEMENTS, PROOFS, STANCES, meaning, source_text, statement_text
from generator.explainers.templates import Markdown, fill
from generator.language.text.blocks import CELLS
from generator.model.fact import Fact, Figure, quote_of, rests_on
from generator.model.ledger import Ledger, Located, Proof, Standing
from generator.model.source import Source
from generator.quantities import quantities_in

Shown = dict[str, object]
CONTRIBUTE = "contribute.md"
"""The page that takes a correction, where the project has it."""


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
    """What a citation of `fact` shows on `page`; a single source says why it does not count as confirmed."""
    standing = ledger.standings[fact.id]
    return {
        "evidence": tuple(evidence_shown(ledger, fact, page=page)),
        "inputs": tuple(inputs_shown(ledger, fact, page=page, addresses=addresses)),
        "standing": standing,
        "reason": meaning(ledger, fact) if standing is Standing.SINGLE_SOURCE else "",
        "clashes": tuple(clashes_shown(ledger, fact, page=page, addresses=addresses)),
        "replaced": tuple(replaced_shown(ledger, fact, page=page, addresses=addresses)),
        "address": Markdown(relative(addresses[fact.id], page=page)),
        "correct": correction(fact, page=page, addresses=addresses),
    }


def correction(fact: Fact, *, page: str, addresses: Mapping[str, str]) -> Markdown:
    """Where a correction of `fact` is taken; empty where the project has no such page."""
    return Markdown(f"{relative(CONTRIBUTE, page=page)}?fact={fact.id}" if CONTRIBUTE in addresses else "")


def clashes_shown(ledger: Ledger, fact: Fact, *, page: str, addresses: Mapping[str, str]) -> Iterator[Shown]:
    """The facts that a fact disagrees with, whichever of them declares it, and why."""
    for name, because in ledger.clashes.get(fact.id, ()):
        yield {
            "id": name,
            "statement": statement_text(ledger, ledger.facts[name]),
            "address": Markdown(relative(addresses[name], page=page)),
            "because": because,
        }


def replaced_shown(ledger: Ledger, fact: Fact, *, page: str, addresses: Mapping[str, str]) -> Iterator[Shown]:
    """The facts that took the place of a fact."""
    for name in ledger.replaced.get(fact.id, ()):
        if name in ledger.facts:
            address = Markdown(relative(addresses[name], page=page))
            yield {"statement": statement_text(ledger, ledger.facts[name]), "address": address}


def evidence_shown(ledger: Ledger, fact: Fact, *, page: str) -> Iterator[Shown]:
    """Each piece of evidence of `fact` with its source, ready for a template."""
    for index, located in ledger.proofs(fact):
        evidence = fact.evidence[index]
        source = ledger.sources.get(evidence.source)
        if source is None:
            continue
        yield {
            "quote": _marked(ledger, fact, quote_of(fact, evidence) or ""),
            "locator": evidence.locator or "",
            "title": source.title,
            "published": source_text(source),
            "original": Markdown(_original(ledger, source, located)) if source.url else "",
            "archive": source.archive or "",
            "page": Markdown(relative(f"sources/{source.id}.md", page=page)),
            "proof": PROOFS[located.proof],
            "checked": located.proof is Proof.VERIFIED,
            "stance": STANCES[evidence.stance],
            "folds": ", ".join(sorted(located.folds)),
            "agrees": AGREEMENTS.get(located.verdict, ""),
            "stored": source.id in ledger.articles,
            "relayed": source.wording == "relayed",
            "reviewed": tuple({"rule": each.rule, "because": each.because} for each in evidence.reviewed),
        }


def _marked(ledger: Ledger, fact: Fact, quote: str) -> Markdown:
    """The quote with the figure in it marked that the fact's value agrees with."""
    line = " ".join(quote.split())
    found = quantities_in(line, ledger.reading(fact.metric)) if isinstance(fact, Figure) else ()
    agreeing = [
        each for each in found if isinstance(fact, Figure) and agreement(fact.value, [each.quantity]).agrees
    ]
    if not agreeing:
        return Markdown(escape(line))
    start, end = agreeing[0].start, agreeing[0].end
    return Markdown(
        f"{escape_part(line[:start])}<mark>{escape_part(line[start:end])}</mark>{escape_part(line[end:])}"
    )


def _original(ledger: Ledger, source: Source, located: Located) -> str:
    """The source's own address; with the very words where they are known to stand there once.

    https://wicg.github.io/scroll-to-text-fragment/
    """
    url = source.url.replace("(", "%28").replace(")", "%29")
    article = ledger.articles.get(source.id)
    if article is None or located.proof is not Proof.VERIFIED or "#" in url:
        return url
    if CELLS in article.text[located.start : located.end]:  # no page writes its cells so
        return url
    words = percent_encoded(article.text[located.start : located.end].strip("“”\"' "), safe="").replace(
        "-", "%2D"
    )
    return f"{url}#:~:text={words}"


def inputs_shown(ledger: Ledger, fact: Fact, *, page: str, addresses: Mapping[str, str]) -> Iterator[Shown]:
    """The facts that a derived fact or an argument is built on, with the way to each."""
    for name in rests_on(fact):
        if name in ledger.facts:
            below = ledger.facts[name]
            address = Markdown(relative(addresses[name], page=page))
            yield {"id": name, "statement": statement_text(ledger, below), "address": address}
