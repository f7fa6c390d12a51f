"""A page for every source: what it is, what is used from it, how its claims hold up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.deriving.untaken import Telling, telling
from generator.explainers.calls.assessment import assessment
from generator.explainers.citations import footnotes
from generator.explainers.desk import Desk
from generator.explainers.markdown import front, relative
from generator.explainers.telling import PROOFS, statement_text
from generator.explainers.templates import Markdown, fill
from generator.exports.citations import source_file
from generator.exports.sentences import source_sentence
from generator.model.dates import write_date
from generator.model.fact import quote_of
from generator.model.ledger import Ledger
from generator.model.repository import file_address
from generator.model.source import Source
from generator.pages.shown import Page, Used, citation_links

FORM = "contribute.md"
"""The authored page that says how a fact is written, where there is one."""
Uses = Mapping[str, Sequence[tuple[str, int]]]


def pages(ledger: Ledger, used: Used) -> Iterator[Page]:
    """The list of sources, then each source's page."""
    uses = _uses(ledger)
    ordered = sorted(ledger.sources.values(), key=lambda source: (source.title.casefold(), source.id))
    yield Page("sources/index.md", _overview(ledger, ordered, uses))
    titles, told = _titles(ledger), telling(ledger)
    for source in ordered:
        page = _page(ledger, source, uses, used, title=titles[source.id], told=told.get(source.id, ()))
        yield Page(f"sources/{source.id}.md", page)


def _uses(ledger: Ledger) -> Uses:
    """For each source the facts and which piece of their evidence come from it; in the article's order if stored."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for fact in ledger.facts.values():
        for index, evidence in enumerate(fact.evidence):
            found[evidence.source].append((fact.id, index))
    for source, listed in found.items():
        if source in ledger.articles:
            listed.sort(key=lambda each: (ledger.evidence[each].start, each))
    return found


def _overview(ledger: Ledger, ordered: Sequence[Source], uses: Uses) -> str:
    rows = [
        {
            "title": source.title,
            "address": Markdown(f"{source.id}.md"),
            "publisher": source.publisher,
            "issued": write_date(source.issued) if source.issued else "—",
            "tier": source.tier,
            "stored": "yes" if source.id in ledger.articles else "no",
            "count": len(uses.get(source.id, ())),
        }
        for source in ordered
    ]
    return (
        front(
            {
                "title": "Sources",
                "description": "Every source of this site and what we use from it.",
                "hide": ["toc"],
            }
        )
        + fill("pages/sources.md", rows=rows)
        + "\n"
    )


def _titles(ledger: Ledger) -> Mapping[str, str]:
    """The title of each source’s page: its own, with the id where another source or an entity is called the same."""
    names = Counter(each.title.casefold() for each in ledger.sources.values())
    names.update(each.name.casefold() for each in ledger.entities.values())
    return {
        source.id: source.title if names[source.title.casefold()] == 1 else f"{source.title} ({source.id})"
        for source in ledger.sources.values()
    }


def _page(
    ledger: Ledger, source: Source, uses: Uses, used: Used, *, title: str, told: Sequence[Telling]
) -> str:
    address = f"sources/{source.id}.md"
    desk = Desk(ledger, address, used.addresses, draw=str)
    assessed = assessment(desk, source.id) if ledger.assessments.get(source.id) else ""
    facts = [
        {
            "statement": statement_text(ledger, ledger.facts[name]),
            "address": Markdown(relative(used.addresses[name], page=address)),
            "quote": quote_of(ledger.facts[name], ledger.facts[name].evidence[index]) or "",
            "locator": ledger.facts[name].evidence[index].locator or "",
            "proof": PROOFS[ledger.evidence[(name, index)].proof],
        }
        for name, index in uses.get(source.id, ())
    ]
    relayed = ledger.sources.get(source.relays or "")
    voice = ledger.entities.get(source.voice or "")
    body = fill(
        "pages/source.md",
        source=source,
        issued=write_date(source.issued) if source.issued else "not known",
        accessed=write_date(source.accessed),
        authors=", ".join(source.author),
        stored=source.id in ledger.articles,
        relays=relayed.title if relayed else "",
        voice=voice.name if voice else "",
        url=Markdown(source.url.replace("(", "%28").replace(")", "%29")),
        cited=source_sentence(source),
        citations=citation_links(source_file, source.id, page=address),
        assessed=assessed,
        facts=facts,
        told=len(told),
        untaken=[_untaken(ledger, source, each, used) for each in told if not each.is_taken],
        how=Markdown(relative(FORM, page=address)) if FORM in used.addresses else "",
        notes=Markdown(footnotes(ledger, tuple(desk.cited), page=address, addresses=used.addresses)),
    )
    return (
        front(
            {
                "title": title,
                "description": f"What this site uses from {source.title} ({source.id}).",
                "hide": ["toc"],
            }
        )
        + body
        + "\n"
    )


def _untaken(ledger: Ledger, source: Source, each: Telling, used: Used) -> dict[str, object]:
    """A sentence of a stored article whose figure is still to be taken, and where it stands."""
    place = ledger.articles[source.id].place(each.sentence.start, each.sentence.end)
    address = file_address(used.repository, place.path, line=place.line) if used.repository else ""
    return {"words": " ".join(each.sentence.text.split()), "line": place.line, "address": Markdown(address)}
