"""An id for a new record, out of what it is about and when."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Mapping
from itertools import count

from generator.model.record import LONGEST_ID

_PARTS = (
    "entity", "speaker", "holder", "question", "side", "metric", "property", "operation", "publisher", "title", "name",
)  # fmt: skip
"""Answers whose words name a record, in their order; the first of `entities` stands in where no other is the subject."""
_ROOM = LONGEST_ID - 3


def proposal(answers: Mapping[str, object], taken: Container[str]) -> str:
    """A free id such as `northwind-construction-cost-2025`."""
    subject = [str(answers[key]) for key in _PARTS if answers.get(key)]
    others = answers.get("entities")
    if (
        isinstance(others, tuple)
        and others
        and not any(answers.get(key) for key in ("entity", "speaker", "holder"))
    ):
        subject.insert(0, str(others[0]))
    when = str(answers.get("period") or answers.get("date") or answers.get("issued") or "")
    year = re.match(r"[\w-]*", when)
    words = slug(" ".join(subject))
    tail = slug(year[0]) if year else ""
    name = "-".join(part for part in (words[: _ROOM - len(tail) - 1].strip("-"), tail) if part) or "new"
    numbered = (name if number == 1 else f"{name}-{number}" for number in count(1))
    return next(each for each in numbered if each not in taken and each != "index")


def slug(text: str) -> str:
    """`text` in small letters, digits and single hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
