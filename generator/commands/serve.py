"""`explainer serve`: the site while somebody edits."""

from __future__ import annotations

import socket

import click

from generator.commands.examples import example
from generator.commands.project import project_root, refuse
from generator.delivering.configuration import Unreadable
from generator.engines.mkdocs import serve as serve_project
from generator.engines.unbuildable import Unbuildable


@click.command(epilog=example("explainer serve --address 127.0.0.1:8080"))
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to listen.")
def serve(address: str) -> None:
    """Serve the site and rebuild it whenever a seed or a page is saved."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdigit():
        refuse(f"`{address}` is not an address such as 127.0.0.1:8000")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, int(port)))
        except (OSError, OverflowError):
            refuse(f"{address} cannot be listened on; stop what uses it, or choose another with --address")
    try:
        serve_project(project_root(), address)
    except (Unbuildable, Unreadable) as error:
        refuse(str(error))
