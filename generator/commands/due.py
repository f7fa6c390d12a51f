"""`explainer due`: the facts that are due for review."""

from __future__ import annotations

import os
import sys
from datetime import date

import click

from generator import files as disk
from generator.commands.days import day
from generator.commands.examples import example
from generator.commands.project import project_root
from generator.environment import repository
from generator.upkeep.due import due as find
from generator.upkeep.telling_due import FORMS


@click.command(epilog=example("explainer due --today 2026-11-25"))
@click.option("--today", callback=day, help="The day to judge by, such as 2026-11-25; else today.")
@click.option(
    "--months", type=click.IntRange(1, 1200), default=12, show_default=True, help="What counts as old."
)
@click.option("--format", "form", type=click.Choice(list(FORMS)), default="text", show_default=True)
def due(today: date, months: int, form: str) -> None:
    """List the facts that are due for review: plans whose time is over, old claims, lone and old sources.

    Exits with 1 when there are any.
    """
    ledger = disk.compiled(project_root()).ledger
    found = find(ledger, today, months=months)
    click.echo(FORMS[form](ledger, found, repository(os.environ)), nl=False)
    sys.exit(1 if found else 0)
