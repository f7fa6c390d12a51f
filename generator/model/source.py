"""Sources: something citable, in CSL names, and how its wording reached us."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import model_validator

from generator.model.mistake import Mistake
from generator.model.record import Address, Date, Id, Record, Text, Texts
from generator.model.written import told

SourceType = Literal[
    "article-journal", "article-newspaper", "article-magazine", "webpage", "post", "post-weblog", "report", "dataset",
    "software", "speech", "interview", "hearing", "bill", "legislation", "regulation", "document",
    "book", "chapter", "legal_case", "manuscript", "personal_communication",
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

    id: Annotated[
        Id, told("The source's name here: small letters, digits and single hyphens.", "northwind-report")
    ]
    type: Annotated[SourceType, told("What sort of source it is, in the words of CSL.", "report", "webpage")]
    title: Annotated[Text, told("Its title, as it is printed there.", "Annual report")]
    publisher: Annotated[Text, told("Who published it.", "Northwind")]
    author: Annotated[Texts, told("Who wrote it, each name as one entry.", ["Ada Berg"])]
    issued: Annotated[
        Date | None, told("When it was published: a day, month or year.", "2025-02-20", "2025-01~")
    ] = None
    accessed: Annotated[Date, told("When somebody last looked at it.", "2025-03-10")]
    url: Annotated[Address, told("Its whole address.", "https://northwind.example/report")] = ""
    archive: Annotated[
        Text | None,
        told(
            "Where it can be read without an address: an archive and its shelf mark, a court and its docket, an ISBN.",
            "Town archive of Northwind, shelf 12/3",
        ),
    ] = None
    tier: Annotated[
        Tier,
        told(
            "Whether it is the actor's own record (`primary`) or somebody's account (`secondary`).", "primary"
        ),
    ]
    wording: Annotated[
        Wording,
        told(
            "Where we read its words: in the `original`, in a `copy`, or only in somebody's account (`relayed`).",
            "copy",
        ),
    ] = Wording.ORIGINAL
    voice: Annotated[Id | None, told("The id of the entity that `we` is in this source.", "northwind")] = None
    relays: Annotated[
        Id | None, told("The id of another source that this one only repeats.", "northwind-report")
    ] = None

    @model_validator(mode="after")
    def can_be_looked_up(self) -> Source:
        """A reader has to be able to open what a fact rests on."""
        if not self.url and self.archive is None:
            raise Mistake("a source needs a `url` or an `archive`", lacks="url")
        return self
