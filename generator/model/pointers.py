"""Where a fact points: into a source as its evidence, and at what speaks against it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.record import Id, Record, Text
from generator.model.written import told, typed

Nearby = Annotated[
    str,
    Field(max_length=200),
    typed(r"^[\s\S]{0,200}$", "write at most 200 characters", "number", "boolean", "null"),
]


class Stance(StrEnum):
    """What a piece of evidence does for its fact."""

    SUPPORTS = "supports"
    DISPUTES = "disputes"
    CONTEXT = "context"


class Evidence(Record):
    """A pointer into a source: a verbatim quote (W3C Web Annotation `exact`, `prefix`, `suffix`) or a locator."""

    source: Annotated[Id, told("The id of the source that says so.", "harbour-gazette")]
    quote: Annotated[
        Text | None,
        told(
            "The source's own words, exactly as they stand there. From a source whose text is not stored here: "
            "the shortest phrase that carries the point, at most fifteen words.",
            "plans to spend $60 million to $65 million on a new harbour in 2025",
        ),
    ] = None
    locator: Annotated[
        Text | None,
        told("Where in the source to look: a page, a table, a section.", "page 5, table 1", "section 3.2"),
    ] = None
    prefix: Annotated[
        Nearby,
        told(
            "The words right before the quote, where the quote stands more than once.",
            "The shipping company",
        ),
    ] = ""
    suffix: Annotated[
        Nearby,
        told("The words right after the quote, where the quote stands more than once.", "on a new harbour"),
    ] = ""
    stance: Annotated[
        Stance,
        told(
            "What this evidence does for the fact: it supports it, disputes it, or only explains.", "disputes"
        ),
    ] = Stance.SUPPORTS


class Disagreement(Record):
    """A declared clash with another fact and the reason both stand."""

    fact: Annotated[Id, told("The id of the fact that says something else.", "northwind-plan")]
    because: Annotated[
        Text, told("Why both stand, in one sentence.", "The first leaves out the ground that the town gave.")
    ]


class Retraction(Record):
    """Why a fact no longer stands."""

    because: Annotated[
        Text, told("What was wrong, in one sentence.", "The source has taken the figure back.")
    ]
