"""Questions at a terminal: one field after the other, with what fits, asked again until an answer fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import click

from generator.drafting.fields import Field
from generator.drafting.offers import FEW, Offer, exactly, near

Check = Callable[[str], str]
"""Why an answer does not fit, empty where it does."""


def ask_field(
    field: Field,
    known: Sequence[Offer],
    *,
    default: str | tuple[str, ...],
    needed: bool,
    context: Mapping[str, object],
) -> str | tuple[str, ...]:
    """The answer to one field; empty where none is needed and none was given."""
    example = f" For example: {field.example}" if field.example and not (known or field.words) else ""
    click.echo(f"\n{click.style(field.name, bold=True)}: {field.told}{example}")
    if field.many:
        return _several(field, known, default, needed=needed, context=context)
    return _one(field, known, str(default), needed=needed, context=context)


def ask(label: str, check: Check, *, default: str = "", needed: bool = True) -> str:
    """One line, asked again with the reason until it fits."""
    while True:
        hint = "" if needed else " (-: none)" if default else " (Enter: none)"
        answer = str(click.prompt(f"  {label}{hint}", default=default, show_default=bool(default))).strip()
        if answer in ("", "-") and not needed:
            return ""
        why = check(answer) if answer else "an answer is needed here"
        if not why:
            return answer
        click.echo(f"  {why}")


def choose(
    label: str, known: Sequence[Offer], *, default: str = "", needed: bool = True, most: int = FEW
) -> str:
    """The id of one of `known`: by its number in the list shown, by itself, or by a name it goes by.

    Up to `most` are shown at once; among more, words of a name find the nearest.
    """
    shown = tuple(known) if len(known) <= most else ()
    while True:
        _list(shown)
        typed = ask(
            label if shown else f"{label} (or words of its name)",
            lambda _: "",
            default=default,
            needed=needed,
        )
        if not typed:
            return ""
        if typed.isdigit() and 0 < int(typed) <= len(shown):
            return shown[int(typed) - 1].id
        found = exactly(known, typed)
        if found is not None:
            return found
        shown = near(known, typed)
        click.echo(f"  nothing goes by `{typed}`" + ("; the nearest:" if shown else "; try other words"))


def _list(shown: Sequence[Offer]) -> None:
    """The choices with their numbers."""
    for number, offer in enumerate(shown, 1):
        label = "" if offer.label == offer.id else click.style(f"  {_short(offer.label)}", dim=True)
        click.echo(f"  {number:>2}  {offer.id}{label}")


def _one(
    field: Field, known: Sequence[Offer], default: str, *, needed: bool, context: Mapping[str, object]
) -> str:
    if known:
        return choose(field.name, known, default=default, needed=needed)
    return ask(field.name, lambda text: field.trouble(text, context), default=default, needed=needed)


def _several(
    field: Field,
    known: Sequence[Offer],
    default: str | tuple[str, ...],
    *,
    needed: bool,
    context: Mapping[str, object],
) -> tuple[str, ...]:
    """One answer after the other until an empty one."""
    found: list[str] = []
    before = list(default) if isinstance(default, tuple) else []
    while True:
        proposed = before[len(found)] if len(found) < len(before) else ""
        answer = _one(field, known, proposed, needed=needed and not found, context=context)
        if not answer or answer in found:
            return tuple(found)
        found.append(answer)


def _short(text: str) -> str:
    return text if len(text) <= 70 else f"{text[:69]}…"
