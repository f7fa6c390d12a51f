"""`explainer explain`: the manual page of a code."""

from __future__ import annotations

import click

from generator import manual
from generator.checks.unknown_id import near_ids
from generator.commands.examples import example
from generator.commands.project import refuse


@click.command(epilog=example("explainer explain quote-not-found"))
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
        refuse(f"`{code}` is no code" + (f"; did you mean {near}?" if near else ""))
