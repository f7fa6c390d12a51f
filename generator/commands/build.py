"""`explainer build`: the site, written only when everything is right."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator import engines, git
from generator.commands.examples import example
from generator.commands.project import project_root, refuse
from generator.delivering.configuration import Unreadable
from generator.engines.unbuildable import Unbuildable

CUT_OFF = "The page Changes is empty: this clone has only a part of the history. `git fetch --unshallow` brings the rest."


@click.command(epilog=example("explainer build --engine zensical --site-dir public"))
@click.option("--site-dir", type=click.Path(path_type=Path), default=Path("site"), show_default=True)
@click.option(
    "--engine",
    default=engines.DEFAULT,
    show_default=True,
    help=f"What makes the site: {' or '.join(engines.ENGINES)}.",
)
def build(site_dir: Path, engine: str) -> None:
    """Check everything, then write the site; on any error the last site stays as it is."""
    root = project_root()
    folder = site_dir if site_dir.is_absolute() else root / site_dir
    if folder.resolve() in (root, *root.parents) or (folder.exists() and not folder.is_dir()):
        refuse(f"the site cannot be written to {site_dir}; name a folder of its own")
    if engine not in engines.ENGINES:
        refuse(f"`{engine}` is no engine; choose {' or '.join(engines.ENGINES)}")
    try:
        code = engines.build(root, folder, engine=engine)
    except (Unbuildable, Unreadable) as error:
        refuse(str(error))
    except OSError as error:
        refuse(f"the site cannot be written to {site_dir}: {error.strerror}")
    if code == 0:
        click.echo(f"The site is in {site_dir}/.", err=True)
        if git.is_cut_off(root):
            click.echo(CUT_OFF, err=True)
    sys.exit(code)
