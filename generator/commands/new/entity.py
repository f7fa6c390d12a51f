"""`explainer new entity`: a person, organisation, model, product, place or policy, below all others."""

from __future__ import annotations

from typing import Any

import click

from generator.commands.examples import example
from generator.commands.new.options import Given, field_options, given
from generator.commands.new.session import Session, can_ask, project
from generator.commands.new.storing import extend
from generator.commands.project import refuse
from generator.drafting.entry import appended, own_file, plain_entry
from generator.drafting.naming import slug
from generator.model.entity import Entity
from generator.reading.seeds import decode

PATH = "seeds/entities.yml"

EXAMPLE = example(
    "explainer new entity",
    "explainer new entity --name 'Port of Northwind' --kind organisation \\",
    "  --aliases 'the port'",
)


@click.command(epilog=EXAMPLE)
@field_options([Entity])
def entity(**options: Any) -> None:
    """Write a new entity at the end of seeds/entities.yml; all that stands above it is kept."""
    work, answers = project(), given(options)
    before = work.files.get(PATH, b"")
    _, unreadable = decode(PATH, before)
    if unreadable:
        refuse(f"{PATH} cannot be read; `explainer check` says why")

    def compose(found: Given) -> tuple[str, str]:
        if not before.strip():
            return PATH, own_file(PATH, plain_entry(found), schema=work.schema("entities"))
        return PATH, appended(PATH, before.decode(), plain_entry(found))

    Session(work, Entity, answers, compose, lambda found: slug(str(found["name"])), asks=can_ask()).run()
    extend(work.root, PATH, before, compose(answers)[1])
    click.echo(f"{answers['id']} stands in {PATH}. A fact names it with `entity: {answers['id']}`.")
