"""Where a fact points: into a source as its evidence, and at what speaks against it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from generator.model.record import Id, Record, Text, nothing_or_many
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


Answerable = Literal[
    "figure-not-asserted",
    "stated-as-certain",
    "figure-not-the-value",
    "subject-not-in-passage",
    "wrong-claimant",
    "denied-next",
    "statement-differs",
]
"""Rules that read the sense of a sentence, and so cannot be certain; words, value, unit, period and speaker are no matter of opinion."""


class Review(Record):
    """A person's answer, in public, to a rule that cannot be certain."""

    rule: Annotated[
        Answerable, told("The code of the rule that is answered, as the message names it.", "wrong-claimant")
    ]
    because: Annotated[
        Text,
        told(
            "Why the quote does say so, in one sentence.",
            "The paragraph before names the ministry as the one who says it.",
        ),
    ]


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
    figure: Annotated[
        Text | None,
        told("The figure that is meant, as it stands in the quote, where the quote holds several.", "112"),
    ] = None
    reviewed: Annotated[
        tuple[Review, ...],
        BeforeValidator(nothing_or_many),
        told(
            "A person's answers to rules that cannot be certain; readers see them.",
            [{"rule": "wrong-claimant", "because": "The paragraph before names the ministry."}],
        ),
    ] = ()
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
