"""`explainer verify-site`: a built site, from its files alone."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from generator import files as disk
from generator.commands.examples import example
from generator.commands.project import refuse
from generator.engines.handing import project_scripts
from generator.reporting import REPORTS, report
from generator.verifying import verify
from generator.verifying.closing import closing_line


@click.command("verify-site", epilog=example("explainer verify-site site --format line"))
@click.argument("folder", type=click.Path(path_type=Path), default=Path("site"), metavar="[DIR]")
@click.option("--base", default="", help="Where the site will stand; without it, what its home page says.")
@click.option(
    "--format", "form", type=click.Choice(sorted(REPORTS)), default=None, help="How problems are printed."
)
def verify_site(folder: Path, base: str, form: str | None) -> None:
    """Verify a built site: links, requests, scripts, files, HTML, names, alternatives, policies, site map and weight."""
    if not folder.is_dir():
        refuse(f"there is no folder {folder}; build the site first, or name the folder it is in")
    if base and not base.startswith(("https://", "http://")):
        refuse(f"`{base}` is no address such as https://example.org/site/")
    files = disk.everything(folder)
    if "index.html" not in files:
        refuse(f"{folder} holds no index.html, so it is no built site")
    verified = verify(
        files,
        folder=f"{folder.as_posix().rstrip('/')}/",
        address=f"{base.rstrip('/')}/" if base else "",
        scripts=project_scripts(Path.cwd()),
    )
    if form is None:
        sys.stdout.write(report(verified.diagnostics, verified.texts, os.environ, colour=sys.stdout.isatty()))
    else:
        sys.stdout.write(REPORTS[form](verified.diagnostics, verified.texts))
    if form in (None, "full", "line"):
        click.echo(closing_line(verified))
    sys.exit(1 if verified.diagnostics else 0)
