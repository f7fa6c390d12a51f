"""Questions at a terminal: one field after the other, with what fits, asked again until an answer fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import click

from generator.drafting.fields import Field
from generator.drafting.offers import FEW, Offer, exactly, near

Check = Callable[[str], str]
"""Why an answer does not fit, empty where it does."""
NEEDED = "an answer is needed here; Ctrl-C ends without writing"
TEN = 10
BY = ("name", "the first ten")
_BY: Mapping[str, tuple[str, str]] = {
    "source": ("title or publisher", "the last ten that were opened"),
    "entity": ("name", "the ten most used"),
    "metric": ("name", "the ten most used"),
}
"""What records of a kind are looked for by, and which ten of them are shown without."""
MADE_BY = ("source", "entity")
"""What a command makes that is not there yet."""


def ask_field(
    field: Field,
    known: Sequence[Offer],
    *,
    default: str | tuple[str, ...],
    needed: bool,
    check: Check,
) -> str | tuple[str, ...]:
    """The answer to one field; empty where none is needed and none was given."""
    example = f" For example: {field.example}" if field.example and not (known or field.words) else ""
    click.echo(f"\n{click.style(field.name, bold=True)}: {field.told}{example}")
    if field.many:
        return _several(field, known, default, needed=needed, check=check)
    return _one(field, known, str(default), needed=needed, check=check)


def ask(label: str, check: Check, *, default: str = "", needed: bool = True, empty: str = NEEDED) -> str:
    """One line, asked again with the reason until it fits; `empty` is the reason where a needed one is not given, if any."""
    while True:
        hint = "" if needed else " (-: none)" if default else " (Enter: none)"
        answer = str(click.prompt(f"  {label}{hint}", default=default, show_default=bool(default))).strip()
        if answer in ("", "-") and not (needed and (answer or empty)):
            return ""
        why = check(answer) if answer else empty
        if not why:
            return answer
        click.echo(f"  {why}")


def choose(
    label: str,
    known: Sequence[Offer],
    *,
    default: str = "",
    needed: bool = True,
    most: int = FEW,
    shelf: str = "",
) -> str:
    """The id of one of `known`: by its number in the list shown, by itself, or by a name it goes by.

    Up to `most` are shown at once; among more, words of a name find the nearest, and Enter shows the first ten. `shelf`
    is the kind of record they are.
    """
    shown = tuple(known) if len(known) <= most else ()
    while True:
        _list(shown)
        lists = needed and not default and not shown
        question = label if shown else f"{label} ({_way(shelf, lists=lists)})"
        empty = "" if lists else NEEDED
        typed = ask(question, lambda _: "", default=default, needed=needed, empty=empty)
        if not typed and not lists:
            return ""
        found = _picked(shown, typed) or exactly(known, typed)
        if found:
            return found
        shown = near(known, typed) if typed else tuple(known[:TEN])
        if typed:
            click.echo(f"  nothing goes by `{typed}`; {'the nearest:' if shown else _elsewhere(shelf)}")


def _way(shelf: str, *, lists: bool) -> str:
    """How one of many is found."""
    names, order = _BY.get(shelf, BY)
    return f"words of its {names}; Enter: {order}" if lists else f"words of its {names}"


def _elsewhere(shelf: str) -> str:
    """What to do where nothing comes near."""
    return (
        f"try other words, or end with Ctrl-C and make it: explainer new {shelf}"
        if shelf in MADE_BY
        else "try other words"
    )


def _picked(shown: Sequence[Offer], typed: str) -> str:
    """The id behind a number of the list shown; empty where it has none."""
    return shown[int(typed) - 1].id if typed.isdigit() and 0 < int(typed) <= len(shown) else ""


def _list(shown: Sequence[Offer]) -> None:
    """The choices with their numbers."""
    for number, offer in enumerate(shown, 1):
        label = "" if offer.label == offer.id else click.style(f"  {_short(offer.label)}", dim=True)
        click.echo(f"  {number:>2}  {offer.id}{label}")


def _one(field: Field, known: Sequence[Offer], default: str, *, needed: bool, check: Check) -> str:
    if known:
        return choose(field.name, known, default=default, needed=needed, shelf=field.shelf)
    return ask(field.name, check, default=default, needed=needed)


def _several(
    field: Field,
    known: Sequence[Offer],
    default: str | tuple[str, ...],
    *,
    needed: bool,
    check: Check,
) -> tuple[str, ...]:
    """One answer after the other until an empty one."""
    found: list[str] = []
    before = list(default) if isinstance(default, tuple) else []
    while True:
        proposed = before[len(found)] if len(found) < len(before) else ""
        answer = _one(field, known, proposed, needed=needed and not found, check=check)
        if not answer or answer in found:
            return tuple(found)
        found.append(answer)


def _short(text: str) -> str:
    return text if len(text) <= 70 else f"{text[:69]}…"
