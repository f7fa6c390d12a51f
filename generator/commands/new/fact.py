"""`explainer new fact`: a fact with its evidence, as a file of its own."""

from __future__ import annotations

from typing import Any

import click

from generator.commands.examples import example
from generator.commands.new.asking import ask, choose
from generator.commands.new.options import Given, field_options, given
from generator.commands.new.session import Session, can_ask, project
from generator.commands.new.storing import create
from generator.commands.project import refuse
from generator.drafting.entry import own_file, plain_entry
from generator.drafting.naming import proposal
from generator.drafting.offers import Offer
from generator.model.fact import KINDS
from generator.model.ledger import Ledger
from generator.model.likeness import LIKE, likeness
from generator.model.record import ID, OVERVIEW

EXAMPLE = example(
    "explainer new fact",
    "explainer new fact --topic harbour --kind figure --entity northwind \\",
    "  --metric share-price-change --value 'fell 17%' --date 2025-03-03 \\",
    "  --source harbour-gazette --quote 'Its shares fell 17% on Monday.' \\",
    "  --statement 'The shares of Northwind {value}.'",
)


@click.command(epilog=EXAMPLE)
@click.option(
    "--kind", type=click.Choice(list(KINDS)), help="What sort of fact it is; it decides what else is needed."
)
@click.option("--topic", help="The folder below seeds/facts/ that it goes into.")
@click.option("--new-topic", is_flag=True, help="The topic is new, though it looks like one that is there.")
@click.option("--disagrees-with", "facts", multiple=True, help="The id of a fact that says something else.")
@click.option("--because", "reasons", multiple=True, help="Why both stand; once for each --disagrees-with.")
@field_options(KINDS.values())
def fact(
    kind: str | None,
    topic: str | None,
    facts: tuple[str, ...],
    reasons: tuple[str, ...],
    *,
    new_topic: bool,
    **options: Any,
) -> None:
    """Write a new fact into a file of its own, seeds/facts/TOPIC/ID.yml.

    Says which numbers it reads in the quote, and whether the quote stands in the stored text.
    """
    if len(facts) != len(reasons):
        refuse(
            f"{len(facts)} --disagrees-with and {len(reasons)} --because do not go together; give one of each"
        )
    work, answers = project(), given(options)
    kind = kind or _kind()
    topic = topic or _topic(work.site.ledger.topics())
    if not ID.match(topic) or topic == OVERVIEW:
        refuse(f"`{topic}` cannot name a topic; use lower-case letters, digits and single hyphens")
    topic = topic if new_topic else _meant(topic, work.site.ledger.topics())

    clashes = dict(zip(facts, reasons, strict=True))

    def compose(found: Given) -> tuple[str, str]:
        path = f"seeds/facts/{topic}/{found['id']}.yml"
        entry = plain_entry({"kind": kind, **found}, clashes)
        return path, own_file(path, entry, schema=work.schema("facts"))

    taken = {*work.site.ledger.facts, *work.site.ledger.left_out}
    session = Session(
        work,
        KINDS[kind],
        answers,
        compose,
        lambda found: proposal(found, taken),
        asks=can_ask(),
        clashes=clashes,
    )
    judged = session.run()
    path, text = compose(answers)
    create(work.root, path, text)
    _tell(path, str(answers["id"]), judged.ledger)


def _tell(path: str, name: str, ledger: Ledger) -> None:
    """Where the fact is, how it stands, and how a page calls it."""
    click.echo(f"{path} is written. Standing: {ledger.standings[name]}. Evidence: {ledger.shown[name]}.")
    click.echo(f'No page shows it yet; a page calls it by its id, as in `say("{name}")`.')


def _kind() -> str:
    if not can_ask():
        refuse(f"--kind is missing; give one of {', '.join(KINDS)}, or run this at a terminal")
    click.echo(f"{click.style('kind', bold=True)}: What sort of fact is it?")
    return choose(
        "kind", [Offer(name, str(model.model_fields["kind"].description)) for name, model in KINDS.items()]
    )


def _meant(topic: str, topics: tuple[str, ...]) -> str:
    """The topic, or the one that is there and of which it is a misspelling."""
    near = max(topics, key=lambda name: likeness(topic, name), default="")
    if topic in topics or likeness(topic, near) < LIKE:
        return topic
    if not can_ask():
        refuse(f"there is no topic `{topic}`; write `--topic {near}`, or add --new-topic to begin one")
    return (
        near if click.confirm(f"  There is no topic {topic}. Did you mean {near}?", default=True) else topic
    )


def _topic(topics: tuple[str, ...]) -> str:
    """The only topic there is, or the one that is chosen or newly named."""
    if len(topics) == 1:
        return topics[0]
    if not can_ask():
        refuse(
            f"--topic is missing; give one of {', '.join(topics) or 'your own'}, or run this at a terminal"
        )
    click.echo(
        f"\n{click.style('topic', bold=True)}: The folder that it goes into; a new word begins a new one."
    )
    for number, name in enumerate(topics, 1):
        click.echo(f"  {number:>2}  {name}")
    typed = ask(
        "topic", lambda text: "" if ID.match(text) else "use lower-case letters, digits and single hyphens"
    )
    return topics[int(typed) - 1] if typed.isdigit() and 0 < int(typed) <= len(topics) else typed
