"""`explainer schema`: the JSON Schema of seed files, printed or written."""

from __future__ import annotations

import click

from generator import files as disk
from generator.checks.unknown_id import near_ids
from generator.commands.examples import example
from generator.commands.project import project_root, refuse
from generator.schemas.published import DRAFTS, NAMES, schema_files, schema_text


@click.command(epilog=example("explainer schema facts"))
@click.argument("name", required=False)
@click.option("--draft", type=click.Choice(sorted(DRAFTS)), default="2020-12", show_default=True)
@click.option("--write", is_flag=True, help="Write all schemas, in both drafts, below schema/.")
def schema(name: str | None, draft: str, write: bool) -> None:
    """Print the JSON Schema of a kind of seed file such as facts; without a name, list all."""
    if write:
        _written()
    elif name is None:
        click.echo("\n".join(NAMES))
    elif name in NAMES:
        click.echo(schema_text(name, draft=draft), nl=False)
    else:
        near = near_ids(name, dict.fromkeys(NAMES))
        refuse(f"there is no schema `{name}`" + (f"; did you mean {near}?" if near else ""))


def _written() -> None:
    root, texts = project_root(), schema_files()
    try:
        for path, text in texts.items():
            disk.write(root / path, text)
    except OSError as error:
        refuse(f"the schemas cannot be written to schema/: {error.strerror}")
    click.echo(f"{len(texts)} schemas are in schema/.", err=True)
