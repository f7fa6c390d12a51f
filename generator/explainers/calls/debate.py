"""A question with the arguments on it, side by side, each with its holder and the facts it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.explainers.desk import Desk, Unusable
from generator.explainers.telling import date_text, statement_text
from generator.explainers.templates import Markdown, fill
from generator.model.dates import sort_key
from generator.model.fact import Argument, Side

SIDES = {Side.FOR: "For", Side.AGAINST: "Against", Side.DEPENDS: "It depends"}


def debate(desk: Desk, question: str) -> Markdown:
    """All arguments on a question from `seeds/questions.yml`, with a count for each side."""
    asked = desk.record("question", question, desk.ledger.questions)
    found = [
        fact
        for fact in desk.ledger.facts.values()
        if isinstance(fact, Argument) and fact.question == question
    ]
    if not found:
        raise Unusable(
            "nothing-to-show", f"no argument answers {question}", "add a fact of kind argument", question
        )
    found.sort(key=lambda fact: (sort_key(fact.date), fact.id))
    sides = [
        {"name": name, "arguments": tuple(_arguments(desk, found, side))}
        for side, name in SIDES.items()
        if any(fact.side is side for fact in found)
    ]
    return fill("blocks/debate.md", question=asked.text, sides=sides, balance=_balance(found))


def _arguments(desk: Desk, found: list[Argument], side: Side) -> Iterator[dict[str, object]]:
    for fact in found:
        if fact.side is side:
            yield {
                "holder": desk.ledger.name(fact.holder),
                "date": date_text(desk.ledger, fact),
                "statement": statement_text(desk.ledger, fact),
                "standing": desk.ledger.standings[fact.id],
                "mark": desk.cite(fact.id),
                "rests_on": desk.cite(*(name for name in fact.rests_on if name in desk.ledger.facts)),
            }


def _balance(found: list[Argument]) -> str:
    counts = {side: sum(1 for fact in found if fact.side is side) for side in SIDES}
    words = {Side.FOR: "for", Side.AGAINST: "against", Side.DEPENDS: "it depends"}
    return ", ".join(f"{count} {words[side]}" for side, count in counts.items())
