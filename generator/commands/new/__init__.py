"""`explainer new`: a fact, a source or an entity, asked for or given by options."""

from __future__ import annotations

import click

from generator.commands.examples import example
from generator.commands.new.entity import entity
from generator.commands.new.fact import fact
from generator.commands.new.source import source


@click.group(epilog=example("explainer new fact", "explainer new source --topic harbour"))
def new() -> None:
    """Write a new fact, source or entity.

    At a terminal everything is asked for that no option gives. Elsewhere the options have to give it. The whole
    project is checked with the new record before anything is written, and nothing is ever overwritten.
    """


for command in (fact, source, entity):
    new.add_command(command)
