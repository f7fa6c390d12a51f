"""The command `explainer`: check the facts, build the site, serve it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click

from generator import engines, manual, pipeline
from generator import files as disk
from generator.charts.drawing import draw
from generator.checks.unknown_id import near_ids
from generator.reporting import REPORTS, report
from generator.reporting.closing import closing_line


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
    site = _compiled(Path.cwd())
    if form is None:
        sys.stdout.write(report(site.diagnostics, site.texts, os.environ, colour=sys.stdout.isatty()))
    else:
        sys.stdout.write(REPORTS[form](site.diagnostics, site.texts))
    if form in (None, "full", "line"):
        click.echo(closing_line(site.ledger, site.diagnostics))
    sys.exit(1 if site.errors else 0)


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
        click.echo(f"error: `{code}` is no code" + (f"; did you mean {near}?" if near else ""), err=True)
        sys.exit(2)


@main.command()
@click.option("--site-dir", type=click.Path(path_type=Path), default=Path("site"), show_default=True)
def build(site_dir: Path) -> None:
    """Check everything, then write the site to `site/`; nothing is written when there is an error."""
    root = Path.cwd()
    site = _told(root)
    if site.errors:
        sys.exit(1)
    quiet = [] if sys.stderr.isatty() else ["--quiet"]
    code = engines.run_mkdocs(
        ["build", "--strict", *quiet, "--site-dir", str(site_dir)], root=root, reported=True
    )
    if code == 0:
        click.echo(f"The site is in {site_dir}/.")
    sys.exit(code)


@main.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to listen.")
def serve(address: str) -> None:
    """Serve the site and rebuild it whenever a seed or a page is saved."""
    root = Path.cwd()
    _told(root)
    try:
        code = engines.run_mkdocs(["serve", "--dev-addr", address], root=root)
    except KeyboardInterrupt:
        code = 0
    sys.exit(code)


def _told(root: Path) -> pipeline.Site:
    """Compile, print every problem once, and the closing line."""
    site = _compiled(root)
    sys.stderr.write(report(site.diagnostics, site.texts, os.environ, colour=sys.stderr.isatty()))
    click.echo(closing_line(site.ledger, site.diagnostics), err=True)
    return site


def _compiled(root: Path) -> pipeline.Site:
    """The site of the project in `root`, with a word on a terminal while charts are drawn."""
    if not (root / "seeds").is_dir():
        click.echo(
            f"error: there is no folder seeds/ in {root.name or root}; run this in the project's folder",
            err=True,
        )
        sys.exit(2)
    return pipeline.compile(disk.collect(root), draw=_showing(disk.remembering(draw, root / disk.CACHE)))


def _showing(draws: Callable[[str], str]) -> Callable[[str], str]:
    """`draws`, telling on a terminal how many charts are done; silent on a pipe."""
    if not sys.stderr.isatty():
        return draws
    done = 0

    def drawn(specification: str) -> str:
        nonlocal done
        done += 1
        sys.stderr.write(f"\rcharts: {done}\x1b[K")
        svg = draws(specification)
        sys.stderr.write("\r\x1b[K")
        return svg

    return drawn
