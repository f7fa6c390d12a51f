"""Names in texts: who is named, and names with digits in them, which are no quantities wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.language.text.words import folded, spellings
from generator.model.entity import Entity

_SCALE = r"hundred|thousand|million|billion|trillion|crore|lakh|%|per ?cent|dollars|euros"
"""What makes a number of a name’s last digit: in `Falcon 9 billion` there is no Falcon 9."""
_NOTHING = re.compile(r"(?!)")


def is_named(entity: Entity, text: str) -> bool:
    """Whether a text has the entity’s name or an alias as whole words, folded as quotes are."""
    plain = folded(text)
    return any(_stands(each, plain) for name in (entity.name, *entity.aliases) for each in spellings(name))


def _stands(name: str, text: str) -> bool:
    at = text.find(name)
    while at >= 0:
        before, after = text[at - 1 : at] if at else "", text[at + len(name) : at + len(name) + 1]
        if not (before.isalnum() or before == "_" or after.isalnum() or after == "_"):
            return True
        at = text.find(name, at + 1)
    return False


def numbered_names(entities: Iterable[Entity]) -> re.Pattern[str]:
    """A pattern for every name and alias that has a digit, the longest first, whole words only."""
    names = {name for entity in entities for name in (entity.name, *entity.aliases)}
    numbered = sorted(
        (name for name in names if any(map(str.isdigit, name))), key=lambda name: (-len(name), name)
    )
    if not numbered:
        return _NOTHING
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, numbered))})(?!\w|\s?(?:{_SCALE}))")


def without_names(text: str, names: re.Pattern[str]) -> str:
    """`text` with what `names` finds blanked out, all offsets kept."""
    return names.sub(lambda found: "x" * len(found[0]), text)
