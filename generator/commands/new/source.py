"""`explainer new source`: a source whose text is not stored here, as a file of its own."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import click

from generator.commands.examples import example
from generator.commands.new.options import Given, field_options, given
from generator.commands.new.session import Session, can_ask, project
from generator.commands.new.storing import create
from generator.commands.project import refuse
from generator.drafting.entry import own_file, plain_entry
from generator.drafting.naming import proposal
from generator.model.record import ID, OVERVIEW
from generator.model.source import Source

EXAMPLE = example(
    "explainer new source",
    "explainer new source --topic harbour --type report --tier primary \\",
    "  --title 'What the berths cost' --publisher 'Port of Northwind' \\",
    "  --issued 2025-02-20 --url https://port.example/berths",
)


@click.command(epilog=EXAMPLE)
@click.option(
    "--topic", default="more", show_default=True, help="The folder below seeds/sources/ that it goes into."
)
@field_options([Source])
def source(topic: str, **options: Any) -> None:
    """Write a new source into a file of its own, seeds/sources/TOPIC/ID.yml; it was accessed today.

    Its text is not stored, so that quotes from it stay *not checked*.
    """
    if not ID.match(topic) or topic == OVERVIEW:
        refuse(f"`{topic}` cannot name a folder; use lower-case letters, digits and single hyphens")
    work, answers = project(), given(options)
    answers.setdefault("accessed", datetime.now(UTC).date().isoformat())

    def compose(found: Given) -> tuple[str, str]:
        path = f"seeds/sources/{topic}/{found['id']}.yml"
        return path, own_file(path, plain_entry(found), schema=work.schema("sources"))

    taken = work.site.ledger.sources
    Session(work, Source, answers, compose, lambda found: proposal(found, taken), asks=can_ask()).run()
    path, text = compose(answers)
    create(work.root, path, text)
    click.echo(f"{path} is written. A fact names it with `source: {answers['id']}`.")
