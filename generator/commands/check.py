"""`explainer check`: every fact and page, and what is wrong with them."""

from __future__ import annotations

import os
import sys

import click

from generator import files as disk
from generator.commands.examples import example
from generator.commands.project import project_root
from generator.reporting import REPORTS, report
from generator.reporting.closing import closing_line


@click.command(epilog=example("explainer check --format line"))
@click.option(
    "--format", "form", type=click.Choice(sorted(REPORTS)), default=None, help="How problems are printed."
)
def check(form: str | None) -> None:
    """Check every fact and page, and say what is wrong and where."""
    site = disk.compiled(project_root())
    if form is None:
        sys.stdout.write(report(site.diagnostics, site.texts, os.environ, colour=sys.stdout.isatty()))
    else:
        sys.stdout.write(REPORTS[form](site.diagnostics, site.texts))
    if form in (None, "full", "line"):
        click.echo(closing_line(site.ledger, site.diagnostics, is_whole=site.is_whole))
    sys.exit(1 if site.errors else 0)
