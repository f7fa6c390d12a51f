"""`explainer links`: whether every source can still be found."""

from __future__ import annotations

import os
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path

import click

from generator import files as disk
from generator.asking import ask_all
from generator.commands.days import day
from generator.commands.examples import example
from generator.commands.project import project_root, refuse
from generator.environment import repository
from generator.upkeep.answers import Outcome, judged
from generator.upkeep.links import address
from generator.upkeep.links import links as linked
from generator.upkeep.memory import kept, merged, recalled, to_ask
from generator.upkeep.telling_links import FORMS

CACHE = Path(".cache/links.json")


@click.command(epilog=example("explainer links --today 2026-11-25"))
@click.option("--today", callback=day, help="The day of this run, such as 2026-11-25; else today.")
@click.option("--again", is_flag=True, help="Ask also those that were there within four weeks.")
@click.option("--format", "form", type=click.Choice(list(FORMS)), default="text", show_default=True)
def links(today: date, again: bool, form: str) -> None:
    """Ask the address of every source whether it is still there; what was there is left in peace for four weeks.

    Exits with 1 when a source has moved for good or is gone. One that could not be asked counts as neither.
    """
    root = project_root()
    cache = root / CACHE
    ledger = disk.compiled(root).ledger
    where = repository(os.environ)
    urls = [address(source) for source in ledger.sources.values() if source.url]
    known = recalled(cache.read_text(encoding="utf-8")) if cache.is_file() else {}
    wanted = urls if again else to_ask(urls, known, today)
    ways = ask_all(
        wanted, f"explainer/{version('explainer-generator')}" + (f" (+{where.url})" if where else "")
    )
    known = {url: each for url, each in merged(known, judged(ways), today).items() if url in urls}
    try:
        disk.write(cache, kept(known))
    except OSError as error:
        refuse(f"{CACHE} cannot be written: {error.strerror}")
    found = linked(ledger, known)
    click.echo(FORMS[form](ledger, found, where), nl=False)
    sys.exit(1 if any(each.known.answer.outcome in (Outcome.GONE, Outcome.MOVED) for each in found) else 0)
