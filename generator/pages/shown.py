"""What generated pages share: how a fact's entry looks, where it stands, which pages use it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.auditing.audit import Tally
from generator.explainers.citations import (
    Shown,
    clashes_shown,
    correction,
    evidence_shown,
    inputs_shown,
    replaced_shown,
)
from generator.explainers.desk import Waiver
from generator.explainers.known import ERROR_FORM
from generator.explainers.markdown import escape, relative
from generator.explainers.telling import date_text, meaning, period_text, statement_text, value_text
from generator.explainers.templates import Markdown
from generator.exports.citations import FORMATS, fact_file
from generator.exports.sentences import fact_sentence
from generator.model.change import Change, Dated, Kind
from generator.model.date_words import in_words
from generator.model.fact import Argument, Derived, Fact, Figure, Property, Quotation, subjects
from generator.model.ledger import Ledger, Proof
from generator.model.publication import Publication
from generator.model.repository import Repository, file_address, history_address, issue_address

FACTS_PER_PAGE = 100
CHANGES = "changes.md"


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page: its path below `docs/` and its Markdown."""

    address: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Used:
    """What the authored pages use.

    `by` has for each fact the pages (path, title) that cite it, `addresses` where each fact and each authored page is shown, `waivers` the
    numbers typed by hand, `undated` the facts whose date nothing evidences, `tallies` what an audit of the checks gave, `repository` where the files are public,
    `history` what each revision changed, the newest first (None where nobody knows), `past` the same for each fact, the oldest first,
    `publication` what the site is called and where it stands.
    """

    by: Mapping[str, Sequence[tuple[str, str]]]
    addresses: Mapping[str, str]
    waivers: Sequence[Waiver] = ()
    undated: Sequence[str] = ()
    tallies: Sequence[Tally] = ()
    repository: Repository | None = None
    history: Sequence[Dated] | None = None
    past: Mapping[str, Sequence[tuple[date, Change]]] = field(default_factory=dict)
    publication: Publication = field(default_factory=lambda: Publication(""))


def addresses(ledger: Ledger) -> Mapping[str, str]:
    """For each fact the page and anchor of its entry in the facts ledger."""
    found: dict[str, str] = {}
    for topic in ledger.topics():
        for place, fact in enumerate(of_topic(ledger, topic)):
            found[fact.id] = f"{ledger_page(topic, place // FACTS_PER_PAGE)}#{fact.id}"
    return found


def of_topic(ledger: Ledger, topic: str) -> Sequence[Fact]:
    """The facts of a topic, by date and then by id; facts without a date last."""
    facts = [fact for fact in ledger.facts.values() if ledger.topic(fact) == topic]
    return sorted(facts, key=lambda fact: _order(ledger, fact))


def _order(ledger: Ledger, fact: Fact) -> tuple[int, str, str]:
    date = ledger.date(fact)
    return (0, date.first.isoformat(), fact.id) if date else (1, "", fact.id)


def ledger_page(topic: str, number: int) -> str:
    """The path of the ledger page `number` (from 0) of a topic."""
    return f"facts/{topic}{f'/{number + 1}' if number else ''}.md"


def entry(ledger: Ledger, fact: Fact, used: Used, *, page: str) -> Shown:
    """Everything the ledger shows of one fact."""
    standing = ledger.standings[fact.id]
    return {
        "id": fact.id,
        "kind": fact.kind,
        "statement": statement_text(ledger, fact),
        "words": fact.words if isinstance(fact, Quotation) else "",
        "value": value_text(ledger, fact),
        "rows": tuple(_rows(ledger, fact)),
        "standing": standing,
        "meaning": meaning(ledger, fact),
        "checked": ledger.proof(fact) is Proof.VERIFIED,
        "evidence": tuple(evidence_shown(ledger, fact, page=page)),
        "inputs": tuple(inputs_shown(ledger, fact, page=page, addresses=used.addresses)),
        "operation": fact.operation if isinstance(fact, Derived) else "",
        "clashes": tuple(clashes_shown(ledger, fact, page=page, addresses=used.addresses)),
        "replaced": tuple(replaced_shown(ledger, fact, page=page, addresses=used.addresses)),
        "supersedes": links(ledger, fact.supersedes, used, page=page),
        "retracted": fact.retracted.because if fact.retracted else "",
        "entities": [
            Markdown(f"[{escape(ledger.name(name))}]({relative(f'entities/{name}.md', page=page)})")
            for name in subjects(fact)
            if name in ledger.entities
        ],
        "pages": [
            {"title": title, "address": Markdown(relative(path, page=page))}
            for path, title in used.by.get(fact.id, ())
        ],
        "permanent": Markdown(relative(f"fact/{fact.id}/index.html", page=page)),
        "written": _written(ledger, fact, used),
        "history": tuple(told(fact.id, used)),
        "changes": Markdown(relative(CHANGES, page=page)),
        "correct": correction(fact, page=page, addresses=used.addresses),
        "report": _report(fact, used),
        "cited": fact_sentence(ledger, fact, used.publication),
        "citations": citation_links(fact_file, fact.id, page=page),
    }


def citation_links(file: Callable[[str, str], str], name: str, *, page: str) -> list[Shown]:
    """The files that cite a record, by the name of their format."""
    return [
        {"format": format, "address": Markdown(relative(file(name, ending), page=page))}
        for format, ending in FORMATS.items()
    ]


def _written(ledger: Ledger, fact: Fact, used: Used) -> Shown:
    """The file that holds the fact and where its changes are listed; nothing where the files are not public."""
    place = ledger.place(fact)
    if used.repository is None:
        return {}
    return {
        "path": place.path,
        "file": Markdown(file_address(used.repository, place.path, line=place.line)),
        "history": Markdown(history_address(used.repository, place.path)),
    }


def _report(fact: Fact, used: Used) -> Markdown:
    """The issue form about this fact; empty where the files are not public."""
    if used.repository is None:
        return Markdown("")
    return Markdown(issue_address(used.repository, ERROR_FORM, fact=fact.id, title=f"Error: {fact.id}"))


def told(name: str, used: Used) -> Iterator[str]:
    """What happened to a fact and when, the oldest first: `corrected on 2 March 2026 (value)`."""
    for day, change in used.past.get(name, ()):
        fields = ", ".join(dict.fromkeys(part.field.split("[")[0] for part in change.differences))
        what = f" ({fields.replace('_', ' ')})" if fields and change.kind is not Kind.RETRACTED else ""
        yield f"{change.kind} on {in_words(day.isoformat())}{what}"


def past(history: Sequence[Dated]) -> Mapping[str, Sequence[tuple[date, Change]]]:
    """For each fact what happened to it and on which day, the oldest first."""
    found: dict[str, list[tuple[date, Change]]] = {}
    for each in reversed(history):
        for change in each.changes:
            found.setdefault(change.fact, []).append((each.day, change))
    return found


def _rows(ledger: Ledger, fact: Fact) -> Iterator[tuple[str, str]]:
    """The typed fields that a reader may want to see, with their labels."""
    if isinstance(fact, Figure | Derived) and (metric := ledger.metrics.get(fact.metric or "")):
        yield "Metric", metric.name
    if isinstance(fact, Property) and fact.property in ledger.metrics:
        yield "Property", ledger.metrics[fact.property].name
    if isinstance(fact, Argument) and fact.question in ledger.questions:
        yield "Question", ledger.questions[fact.question].text
        yield "Side", fact.side
    if isinstance(fact, Quotation):
        yield "Occasion", fact.occasion
    if value := value_text(ledger, fact):
        yield "Value", value
    if period := period_text(fact):
        yield "Period", period
    if date := date_text(ledger, fact):
        yield "Date", date


def links(ledger: Ledger, names: Iterable[str], used: Used, *, page: str) -> list[Shown]:
    """Facts as links to their entries."""
    return [
        {
            "statement": statement_text(ledger, ledger.facts[name]),
            "address": Markdown(relative(used.addresses[name], page=page)),
        }
        for name in names
        if name in ledger.facts
    ]
