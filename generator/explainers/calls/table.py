"""Tables: facts as rows, or entities against properties."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from generator.explainers.desk import Desk, Unusable
from generator.explainers.telling import date_text, period_text, statement_text, value_text
from generator.explainers.templates import Markdown, fill
from generator.model.dates import sort_key
from generator.model.fact import Fact, Property, subjects
from generator.model.ledger import Ledger, Standing

COLUMNS: Mapping[str, Callable[[Ledger, Fact], str]] = MappingProxyType(
    {
        "date": lambda ledger, fact: date_text(ledger, fact) or period_text(fact),
        "period": lambda ledger, fact: period_text(fact),
        "entity": lambda ledger, fact: ledger.name(subjects(fact)[0]) if subjects(fact) else "",
        "value": value_text,
        "statement": statement_text,
        "standing": lambda ledger, fact: ledger.standings[fact.id],
    }
)


def table(
    desk: Desk, *ids: str, columns: Sequence[str] = ("date", "statement", "value", "standing")
) -> Markdown:
    """One row for each fact named, in the order given; the first column carries the citation."""
    for column in columns:
        if column not in COLUMNS:
            known = ", ".join(COLUMNS)
            raise Unusable(
                "unknown-column", f"`{column}` is not a column", f"the columns are {known}", column
            )
    facts = [desk.fact(id) for id in ids]
    if not facts:
        raise Unusable("nothing-to-show", "a table needs the ids of facts", "name at least one fact")
    rows = [[_cell(desk, fact, column, cited=column == columns[0]) for column in columns] for fact in facts]
    return fill("blocks/table.md", heads=[column.capitalize() for column in columns], rows=rows)


def compare(desk: Desk, *properties: str, entities: Sequence[str] = (), label: str = "") -> Markdown:
    """One row for each entity, one column for each property; all entities that have one, by name, unless named."""
    metrics = [desk.record("metric", name, desk.ledger.metrics) for name in properties]
    for name in entities:
        desk.record("entity", name, desk.ledger.entities)
    cells = _cells(desk, properties)
    chosen = list(entities) or sorted({entity for entity, _ in cells}, key=desk.ledger.name)
    if not chosen or not metrics:
        raise Unusable(
            "nothing-to-show", "no property fact fits this table", "name properties that facts have"
        )
    rows: list[list[Markdown | str]] = []
    for entity in chosen:
        found = [cells.get((entity, name)) for name in properties]
        shown = [_cell(desk, fact, "value", cited=True) if fact else "not found" for fact in found]
        rows.append([desk.link(f"entities/{entity}.md", desk.ledger.name(entity)), *shown])
    return fill("blocks/table.md", heads=[label, *(metric.name for metric in metrics)], rows=rows)


def _cell(desk: Desk, fact: Fact, column: str, *, cited: bool) -> Markdown:
    text = COLUMNS[column](desk.ledger, fact) or "—"
    mark = desk.cite(fact.id) if cited else ""
    return fill("blocks/cell.md", text=text, standing=column == "standing", mark=mark)


def _cells(desk: Desk, properties: Sequence[str]) -> dict[tuple[str, str], Property]:
    """The current property fact for each entity and property, the latest where there are several."""
    current = [
        fact
        for fact in desk.ledger.facts.values()
        if isinstance(fact, Property) and fact.property in properties
        if desk.ledger.standings[fact.id] not in (Standing.RETRACTED, Standing.SUPERSEDED)
    ]
    current.sort(key=lambda fact: (sort_key(fact.date) if fact.date else (), fact.id))
    return {(fact.entity, fact.property): fact for fact in current}
