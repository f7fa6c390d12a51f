"""Names in texts: who is named, and names with digits in them, which are no quantities wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.model.entity import Entity

_SCALE = r"hundred|thousand|million|billion|trillion|crore|lakh|%|per ?cent|dollars|euros"
"""What makes a number of a name’s last digit: in `Falcon 9 billion` there is no Falcon 9."""
_NOTHING = re.compile(r"(?!)")


def is_named(entity: Entity, text: str) -> bool:
    """Whether a text has the entity’s name or an alias as whole words."""
    names = (entity.name, *entity.aliases)
    return any(name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names)


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
