"""`explainer diff`: what differs in meaning between two revisions, or between one and the files as they are."""

from __future__ import annotations

from collections.abc import Mapping

import click

from generator import files as disk
from generator import pipeline
from generator.changes.effects import Side, comparison
from generator.commands.examples import example
from generator.commands.project import project_root, refuse
from generator.git import GitRefusal
from generator.reporting.differences import FORMS


@click.command(epilog=example("explainer diff main", "explainer diff v1.0 v1.1 --format markdown"))
@click.argument("old")
@click.argument("new", required=False)
@click.option("--format", "form", type=click.Choice(list(FORMS)), default="text", show_default=True)
def diff(old: str, new: str | None, form: str) -> None:
    """Say which facts differ in meaning between the revisions OLD and NEW, and what readers see of it.

    Without NEW, the files as they are now are compared with OLD. Revisions are read from Git in memory: neither
    branch nor files are touched.
    """
    root = project_root()
    try:
        before = disk.collect_at(root, old)
        after = disk.collect(root) if new is None else disk.collect_at(root, new)
    except GitRefusal as error:
        refuse(str(error))
    click.echo(FORMS[form](comparison(_side(before), _side(after))), nl=False)


def _side(files: Mapping[str, bytes]) -> Side:
    site = pipeline.compile(files, draw=lambda _: "", audit=lambda _: ())
    return Side(site.ledger, site.authored, len(site.errors))
