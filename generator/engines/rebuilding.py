"""Building again while a site is served: what keeps it from being built is kept as one message, never raised."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from click import ClickException

from generator.delivering.configuration import Unreadable
from generator.engines.surroundings import configuration


class Rebuilding:
    """A build that can be repeated, and what is wrong with the project since the last time."""

    def __init__(self, root: Path, build: Callable[[], None]) -> None:
        self.problem = ""
        self._root = root
        self._build = build

    def __call__(self) -> None:
        """Build; of a configuration that cannot be used, say what is wrong instead."""
        began = time.monotonic()
        sys.stderr.write("A file was saved: building again.\n")
        with _errors_logged() as logged:
            try:
                self._build()
            except ClickException as error:  # what MkDocs raises where a user has to mend something
                raised = _of_configuration(self._root) or " ".join(error.format_message().split())
                self.problem = " ".join(logged) or raised
                sys.stderr.write("" if logged else f"error: {raised}\n")
                return
        self.problem = ""
        sys.stderr.write(f"Built again in {time.monotonic() - began:.0f} seconds.\n")


def _of_configuration(root: Path) -> str:
    """What is wrong with `mkdocs.yml` as YAML, in our own sentence."""
    try:
        configuration(root)
    except Unreadable as error:
        return str(error)
    return ""


@contextmanager
def _errors_logged() -> Iterator[list[str]]:
    """What MkDocs logs as errors, while it loads its configuration: it raises without them."""
    lines: list[str] = []
    kept = _Kept(lines)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(kept)
    try:
        yield lines
    finally:
        logger.removeHandler(kept)


class _Kept(logging.Handler):
    def __init__(self, lines: list[str]) -> None:
        super().__init__(logging.ERROR)
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(record.getMessage())
