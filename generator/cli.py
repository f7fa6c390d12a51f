"""The command `explainer`."""

from __future__ import annotations

import click

from generator.commands import COMMANDS
from generator.commands.examples import example


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=example("explainer check", "explainer new fact", "explainer serve"),
)
@click.version_option(package_name="explainer-generator", prog_name="explainer")
def main() -> None:
    """Source articles and checked YAML facts in, explainer pages out."""


for command in COMMANDS:
    main.add_command(command)
