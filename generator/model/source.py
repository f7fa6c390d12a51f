"""Sources: something citable, in CSL names, and how its wording reached us."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from generator.model.record import Address, Date, Id, Record, Text, Texts

SourceType = Literal[
    "article-journal", "article-newspaper", "article-magazine", "webpage", "post", "post-weblog", "report", "dataset",
    "software", "speech", "interview", "hearing", "bill", "legislation", "regulation", "document",
]  # fmt: skip


class Tier(StrEnum):
    """How near a source is to what it tells: the actor's own record, or somebody's account."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


class Wording(StrEnum):
    """Whose words a quote from here would be: the source's, a copy's, or another account's."""

    ORIGINAL = "original"
    COPY = "copy"
    RELAYED = "relayed"


class Source(Record):
    """One source. Its text is stored here when an article of the same id exists."""

    id: Id
    type: SourceType
    title: Text
    publisher: Text
    author: Texts
    issued: Date | None = None
    accessed: Date
    url: Address
    tier: Tier
    wording: Wording = Wording.ORIGINAL
    relays: Id | None = None
