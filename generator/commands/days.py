"""A day given to a command."""

from __future__ import annotations

from datetime import UTC, date, datetime

import click


def day(context: click.Context, parameter: click.Parameter, text: str | None) -> date:
    """The day as `text` writes it, today where nothing is written, or one sentence that says how to write one."""
    try:
        return date.fromisoformat(text) if text else datetime.now(UTC).date()
    except ValueError:
        raise click.BadParameter(f"`{text}` is not a day; write one such as 2026-11-25") from None
