"""The unit that a metric declares: one of the registry by id, name or symbol, a rate of it, a plain plural noun, or none."""

from __future__ import annotations

import re
from dataclasses import replace

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from generator.language.nouns import is_plural
from generator.quantities.measuring import rated_as
from generator.quantities.quantity import Unit
from generator.quantities.units import NOTHING, counted, per, registry

NONE = "none"
"""What a metric of bare numbers writes."""
_RATE = re.compile(r"\s+per\s+|\s*/\s*")
_NOUN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ’' -]{1,60}")
_NEAR = 82
"""The likeness, of 100, from which on a known name is offered for another word."""
_LONG = 7
"""Letters from which on a plural that is one letter off a name of the registry is a slip: `killometres`, but not `houses`."""


def unit_of(text: str) -> Unit | None:
    """The unit that `text` names; None where it names none, or nearly one of the registry."""
    name = " ".join(text.split())
    if name.casefold() == NONE:
        return NOTHING
    known = _known(name)
    if known is not None:
        return known
    if name.endswith(" each") and (paid := unit_of(name.removesuffix(" each"))) is not None:
        return per(paid, "each")
    head, *rest = _RATE.split(name, maxsplit=1)
    if rest and (unit := unit_of(head) if head else NOTHING) is not None:
        return per(unit, rated_as(rest[0]))
    if not _NOUN.fullmatch(name) or not is_plural(name.rpartition(" ")[2]) or _is_slip(name):
        return None
    return replace(counted(name), dimension="own")


def _is_slip(name: str) -> bool:
    near = next(iter(near_units(name)), "")
    return len(name) >= _LONG and near != name.casefold() and OSA.distance(near, name.casefold()) == 1


def near_units(text: str) -> tuple[str, ...]:
    """The names of the registry that `text` is most like, the nearest first."""
    names = [*registry().names, *registry().shared, *registry().ids]
    found = process.extract(text.casefold(), names, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=3)
    return tuple(name for name, _, _ in found)


def own_unit(singular: str, plural: str, *, before: bool) -> Unit:
    """A unit of one metric's own."""
    return Unit(counted(plural).id, counted(plural).id, "own", singular, plural, before=before)


def _known(name: str) -> Unit | None:
    known = registry()
    plain = name.casefold().replace("-", " ")
    for found in (
        known.ids.get(name),
        known.symbols.get(name),
        known.signs.get(name),
        known.names.get(plain),
    ):
        if found is not None:
            return found
    return known.usual.get(plain)
