"""The command `explainer`: check the facts, build the site, serve it."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import NoReturn

import click

from generator import engines, manual
from generator import files as disk
from generator.auditing import telling
from generator.checks.unknown_id import near_ids
from generator.reporting import REPORTS, report
from generator.reporting.closing import closing_line

ENOUGH = 99
"""Corruptions in a hundred that `explainer audit` wants caught."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="explainer-generator", prog_name="explainer")
def main() -> None:
    """Source articles and checked YAML facts in, explainer pages out."""


@main.command()
@click.option(
    "--format", "form", type=click.Choice(sorted(REPORTS)), default=None, help="How problems are printed."
)
def check(form: str | None) -> None:
    """Check every fact and page, and say what is wrong and where."""
    site = disk.compiled(_root())
    if form is None:
        sys.stdout.write(report(site.diagnostics, site.texts, os.environ, colour=sys.stdout.isatty()))
    else:
        sys.stdout.write(REPORTS[form](site.diagnostics, site.texts))
    if form in (None, "full", "line"):
        click.echo(closing_line(site.ledger, site.diagnostics))
    sys.exit(1 if site.errors else 0)


@main.command()
@click.option("--format", "form", type=click.Choice(["json", "table"]), default="table", show_default=True)
def audit(form: str) -> None:
    """Corrupt every fact in memory and say how many corruptions the checks catch.

    Exits with 1 when fewer than 99 in 100 are caught, or a harmless variant is flagged.
    """
    tallies = disk.compiled(_root(), audited=True).tallies
    click.echo(telling.json_text(tallies) if form == "json" else telling.table(tallies))
    sys.exit(1 if telling.false_alarms(tallies) or float(telling.rate(tallies) or 100) < ENOUGH else 0)


@main.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Print the manual page of a code such as quote-not-found; without one, list all codes."""
    known = manual.codes()
    if code is None:
        click.echo("\n".join(known))
    elif code in known:
        click.echo(manual.page(code), nl=False)
    else:
        near = near_ids(code, dict.fromkeys(known))
        _refuse(f"`{code}` is no code" + (f"; did you mean {near}?" if near else ""))


@main.command()
@click.option("--site-dir", type=click.Path(path_type=Path), default=Path("site"), show_default=True)
def build(site_dir: Path) -> None:
    """Check everything, then write the site; on any error the last site stays as it is."""
    root = _root()
    folder = site_dir if site_dir.is_absolute() else root / site_dir
    if folder.resolve() in (root, *root.parents) or (folder.exists() and not folder.is_dir()):
        _refuse(f"the site cannot be written to {site_dir}; name a folder of its own")
    try:
        code = engines.build(root, folder)
    except OSError as error:
        _refuse(f"the site cannot be written to {site_dir}: {error.strerror}")
    if code == 0:
        click.echo(f"The site is in {site_dir}/.", err=True)
    sys.exit(code)


@main.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to listen.")
def serve(address: str) -> None:
    """Serve the site and rebuild it whenever a seed or a page is saved."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdigit():
        _refuse(f"`{address}` is not an address such as 127.0.0.1:8000")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, int(port)))
        except (OSError, OverflowError):
            _refuse(f"{address} cannot be listened on; stop what uses it, or choose another with --address")
    engines.serve(_root(), address)


def _root() -> Path:
    """The folder of the project: the one this runs in."""
    root = Path.cwd()
    if not (root / "seeds").is_dir():
        _refuse(f"there is no folder seeds/ in {root.name or root}; run this in the project’s folder")
    return root


def _refuse(message: str) -> NoReturn:
    click.echo(f"error: {message}", err=True)
    sys.exit(2)
