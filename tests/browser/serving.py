"""The built site served to a browser that reaches nothing else."""

from __future__ import annotations

from http.server import SimpleHTTPRequestHandler

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


class Quiet(SimpleHTTPRequestHandler):
    """A file server that says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
