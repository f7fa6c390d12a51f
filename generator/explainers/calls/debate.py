"""A question with the arguments on it, side by side, each with its holder and how well the facts stand that it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.explainers.desk import Desk, Unusable
from generator.explainers.markdown import relative
from generator.explainers.telling import date_text, statement_text
from generator.explainers.templates import Markdown, fill
from generator.model.dates import sort_key
from generator.model.fact import Argument, Side
from generator.model.ledger import Ledger, Standing

SIDES = {Side.FOR: "For", Side.AGAINST: "Against", Side.DEPENDS: "It depends"}


def debate(desk: Desk, question: str) -> Markdown:
    """All arguments on a question from `seeds/questions.yml`, with a count for each side and of what they rest on."""
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
    return fill(
        "blocks/debate.md",
        question=asked.text,
        sides=sides,
        balance=_balance(found),
        grounds=_grounds(desk, found),
    )


def _arguments(desk: Desk, found: Sequence[Argument], side: Side) -> Iterator[dict[str, object]]:
    for fact in found:
        if fact.side is side:
            yield {
                "holder": desk.ledger.name(fact.holder),
                "date": date_text(desk.ledger, fact),
                "statement": statement_text(desk.ledger, fact),
                "mark": desk.cite(fact.id),
                "rests_on": tuple(_ground(desk, name) for name in _below(desk.ledger, fact)),
            }


def _below(ledger: Ledger, fact: Argument) -> Sequence[str]:
    return [name for name in fact.rests_on if name in ledger.facts]


def _ground(desk: Desk, name: str) -> dict[str, object]:
    """A fact that an argument rests on: how it stands, its entry in the ledger, its evidence."""
    return {
        "standing": desk.ledger.standings[name],
        "address": Markdown(relative(desk.addresses[name], page=desk.page)),
        "mark": desk.cite(name),
    }


def _balance(found: Sequence[Argument]) -> str:
    """How many arguments stand on each side."""
    counts = {side: sum(1 for fact in found if fact.side is side) for side in SIDES}
    words = {Side.FOR: "for", Side.AGAINST: "against", Side.DEPENDS: "it depends"}
    return ", ".join(f"{count} {words[side]}" for side, count in counts.items())


def _grounds(desk: Desk, found: Sequence[Argument]) -> Sequence[tuple[Standing, int]]:
    """How many of the facts that the arguments rest on have each standing, the most frequent first."""
    below = dict.fromkeys(name for fact in found for name in _below(desk.ledger, fact))
    counts = Counter(desk.ledger.standings[name] for name in below)
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))
