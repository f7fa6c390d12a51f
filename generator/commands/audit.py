"""`explainer audit`: how many corruptions of the facts the checks catch."""

from __future__ import annotations

import sys

import click

from generator import files as disk
from generator.auditing import telling
from generator.commands.examples import example
from generator.commands.project import project_root

ENOUGH = 99
"""Corruptions in a hundred that `explainer audit` wants caught."""


@click.command(epilog=example("explainer audit --format json"))
@click.option("--format", "form", type=click.Choice(["json", "table"]), default="table", show_default=True)
def audit(form: str) -> None:
    """Corrupt every fact in memory and say how many corruptions the checks catch.

    Exits with 1 when fewer than 99 in 100 are caught, or a harmless variant is flagged.
    """
    tallies = disk.compiled(project_root(), audited=True).tallies
    click.echo(telling.json_text(tallies) if form == "json" else telling.table(tallies))
    sys.exit(1 if telling.false_alarms(tallies) or float(telling.rate(tallies) or 100) < ENOUGH else 0)
