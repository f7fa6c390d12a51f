"""Assessments: our judgement of one claim in a source, with the facts it rests on."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from generator.model.record import Id, Record, SomeIds, Text
from generator.model.written import told


class Verdict(StrEnum):
    """How a claim holds up against the facts."""

    HOLDS = "holds"
    IMPRECISE = "imprecise"
    WRONG = "wrong"
    UNSUPPORTED = "unsupported"


class Assessment(Record):
    """One claim of a source, in its words, and how it holds up."""

    id: Annotated[Id, told("The assessment's name.", "gazette-people")]
    quote: Annotated[
        Text, told("The claim, in the words of the article.", "Northwind employs about 1,200 people.")
    ]
    verdict: Annotated[Verdict, told("How the claim holds up against the facts.", "imprecise")]
    because: Annotated[
        Text, told("Why, in one or two sentences.", "The company's own report gives the same number.")
    ]
    rests_on: Annotated[
        SomeIds,
        told("The ids of the facts that the verdict rests on.", ["northwind-people"]),
    ]
