"""The search index as readers need it: every fact an entry of its own, found by names, notations and words of its source."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import escape

from generator.explainers.telling import date_text, period_text, statement_text, value_text
from generator.model.dates import write_date
from generator.model.fact import Argument, Derived, Fact, Figure, Property, Quotation, quote_of, subjects
from generator.model.ledger import Ledger
from generator.quantities import write_quantity

FIELDS = {"title": {"boost": 6.0}, "text": {"boost": 1.0}, "tags": {"boost": 0.5}}
"""Weights of the fields; the theme's own let one word of a title outweigh everything else."""
FORMS = {
    "fell": "fall drop", "dropped": "fall drop", "spent": "spend", "spends": "spend", "said": "say", "lost": "lose", "bought": "buy",
    "built": "build", "began": "begin start", "made": "make", "banned": "ban forbid", "paid": "pay", "grew": "grow", "rose": "rise",
    "sold": "sell", "chose": "choose", "led": "lead", "took": "take", "wrote": "write", "founded": "start begin", "backed": "behind own back",
}  # fmt: skip
"""Words that statements hold, and what somebody types who asks: the search only completes the ends of words."""
BOOSTS = {
    "facts/": 0.4, "sources/": 0.5, "entities/": 0.8, "glossary/": 0.5, "coverage/": 0.3, "numbers-by-hand/": 0.1,
    "decisions/": 0.1, "contribute/": 0.4, "about/": 0.4, "mistakes/": 0.3, "publish/": 0.3, "engines/": 0.3,
    "start-your-own/": 0.3, "changes/": 0.4, "#": 1.0, "": 2.5,
}  # fmt: skip
"""How much pages weigh against a fact, by the beginning of their address; `#` is a part of home, the last an explainer’s."""
HEAD = 10
"""How much the head of an explainer weighs, which holds the question that the page answers."""
SHORT = (
    {"thousand": "k", "million": "m", "billion": "bn", "trillion": "tn"},
    {"thousand": "k", "million": "mn", "billion": "b", "trillion": "t"},
)
_MAGNITUDE = re.compile(r" (thousand|million|billion|trillion)\b")
_BACK = "↩"
"""What leads back from a note to the text."""
_LISTINGS = ("facts/", "sources/", "entities/", "glossary/")

Entry = dict[str, object]


def with_facts(index: str, ledger: Ledger) -> str:
    """The theme's index (JSON) with listings shortened to their heads, and with an entry for every fact and metric.

    An entry has `location`, `title`, `text`, `tags`, `boost`:
    https://squidfunk.github.io/mkdocs-material/plugins/search/
    """
    read = json.loads(index)
    listed = "items" if "items" in read else "docs"
    config = read["config"] if listed == "items" else {**read["config"], "fields": FIELDS}
    docs = [_weighed(entry) for entry in read[listed] if not _is_part_of_a_listing(entry["location"])]
    docs = [_told(_without_notes(entry), ledger) for entry in docs]
    docs += [_fact(ledger, fact) for fact in ledger.facts.values()]
    docs += _metrics(ledger)
    if listed == "items":
        docs = [_for_zensical(entry) for entry in docs]
    return json.dumps({"config": config, listed: docs}, ensure_ascii=False, separators=(",", ":"))


def _for_zensical(entry: Entry) -> Entry:
    """Its entries know how deep their heading is and below which pages they stand, and no weights."""
    return {"level": 1, "path": [], "tags": [], **{key: entry[key] for key in entry if key != "boost"}}


def _is_part_of_a_listing(location: str) -> bool:
    return location.startswith(_LISTINGS) and "#" in location


def _weighed(entry: Entry) -> Entry:
    location = str(entry["location"])
    begin = next(each for each in BOOSTS if location.startswith(each))
    is_head = not begin and location and "#" not in location
    return {**entry, "boost": HEAD if is_head else BOOSTS[begin]}


def _without_notes(entry: Entry) -> Entry:
    """What is cited is an entry of its own; here the notes of a whole page would stand below its last heading."""
    text = str(entry["text"])
    start = text.rfind("<ol>")
    return {**entry, "text": text[:start].rstrip()} if start >= 0 and _BACK in text[start:] else entry


def _told(entry: Entry, ledger: Ledger) -> Entry:
    """An entity's page says what it is and how else it is called, a source's who published it when; a list, what it lists."""
    kind, _, name = str(entry["location"]).strip("/").partition("/")
    if kind == "entities" and name in ledger.entities:
        entity = ledger.entities[name]
        words = [entity.description or "", ", ".join(entity.aliases)]
        return {**entry, "text": _paragraphs(words), "tags": [entity.kind]}
    if kind == "sources" and name in ledger.sources:
        source = ledger.sources[name]
        words = [
            source.publisher,
            ", ".join(source.author),
            write_date(source.issued) if source.issued else "",
        ]
        return {**entry, "text": _paragraphs(words), "tags": ["source"]}
    if kind == "sources":
        return {**entry, "text": re.sub(r"(?<=</p>).*", "", str(entry["text"]), flags=re.DOTALL)}
    return entry


def _fact(ledger: Ledger, fact: Fact) -> Entry:
    sources = [ledger.sources[each.source] for each in fact.evidence if each.source in ledger.sources]
    return {
        "location": f"fact/{fact.id}/",
        "title": escape(statement_text(ledger, fact), quote=False),
        "text": _paragraphs(
            (
                "; ".join(dict.fromkeys(f"{source.title}, {source.publisher}" for source in sources)),
                *(quote_of(fact, each) or "" for each in fact.evidence),
                " · ".join(_words(ledger, fact)),
            )
        ),
        "tags": [
            fact.kind,
            ledger.standings[fact.id],
            *(escape(source.title, quote=False) for source in sources[:1]),
        ],
    }


def _words(ledger: Ledger, fact: Fact) -> Iterator[str]:
    """What somebody might type who looks for the fact."""
    names: list[str] = []
    for name in subjects(fact):
        if name in ledger.entities:
            names += (ledger.entities[name].name, *ledger.entities[name].aliases)
    yield from dict.fromkeys(names)
    if isinstance(fact, Figure | Derived | Property):
        metric = ledger.metrics.get((fact.property if isinstance(fact, Property) else fact.metric) or "")
        yield from (metric.name, *metric.aliases) if metric else ()
    if isinstance(fact, Argument) and fact.question in ledger.questions:
        yield ledger.questions[fact.question].text
    if isinstance(fact, Quotation):
        yield from (fact.words, fact.occasion)
    told = statement_text(ledger, fact).lower()
    yield from (more for word, more in FORMS.items() if re.search(rf"\b{word}\b", told))
    value = ledger.value(fact)
    yield from _notations(write_quantity(value)) if value else filter(None, (value_text(ledger, fact),))
    yield from filter(None, (period_text(fact), date_text(ledger, fact)))


def _notations(written: str) -> Iterator[str]:
    """A figure as it is written here and as others type it: `$60 billion` is also `60bn` and `60b`."""
    yield written
    for short in SHORT:
        text = _MAGNITUDE.sub(lambda found: short[found[1]], written)  # noqa: B023 - used up within the loop
        if text != written:
            yield text
    if "%" in written:
        yield written.replace("%", " percent")


def _metrics(ledger: Ledger) -> Iterator[Entry]:
    for metric in ledger.metrics.values():
        yield {
            "location": f"glossary/#{metric.id}",
            "title": escape(", ".join((metric.name, *metric.aliases)), quote=False),
            "text": _paragraphs((metric.definition,)),
            "tags": ["term"],
        }


def _paragraphs(texts: Sequence[str]) -> str:
    return " ".join(f"<p>{escape(text, quote=False)}</p>" for text in texts if text)
