"""The options of `explainer new`: one for each field of a record, with what the field means as its help."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import click

from generator.commands.project import refuse
from generator.drafting.fields import Field, every
from generator.model.record import Record

Command = TypeVar("Command", bound=Callable[..., Any])
_SURROGATE = re.compile("[\ud800-\udfff]")
"""What Python makes of bytes on the command line that are not UTF-8."""
Given = dict[str, str | tuple[str, ...]]


def field_options(models: Iterable[type[Record]]) -> Callable[[Command], Command]:
    """A decorator that gives a command an option for every field that any of the models has."""
    found: dict[str, Field] = {}
    for model in models:
        for field in every(model):
            found.setdefault(field.name, field)

    def decorated(command: Command) -> Command:
        for field in reversed(found.values()):
            command = _option(field)(command)
        return command

    return decorated


def option_of(name: str) -> str:
    """`claimed_by` as an option is written: `--claimed-by`."""
    return f"--{name.replace('_', '-')}"


def given(options: Mapping[str, str | Sequence[str] | None]) -> Given:
    """The answers among the options, those not given left out; bytes that are no text end the command."""
    for name, value in options.items():
        if value and _SURROGATE.search("".join(value)):
            refuse(f"{option_of(name)} is not UTF-8 text")
    return {
        name: value if isinstance(value, str) else tuple(value) for name, value in options.items() if value
    }


def _option(field: Field) -> Callable[[Command], Command]:
    words = click.Choice(field.words) if field.words else None
    told = f"{field.told}{' Several: give it again.' if field.many else ''}"
    return click.option(
        option_of(field.name),
        field.name,
        multiple=field.many,
        type=words,
        help=told,
        metavar=None if words else "TEXT",
    )
