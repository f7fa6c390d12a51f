"""Assessments: our judgement of one claim in a source, with the facts it rests on."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.record import Id, Ids, Record, Text


class Verdict(StrEnum):
    """How a claim holds up against the facts."""

    HOLDS = "holds"
    IMPRECISE = "imprecise"
    WRONG = "wrong"
    UNSUPPORTED = "unsupported"


class Assessment(Record):
    """One claim of a source, in its words, and how it holds up."""

    id: Id
    quote: Text
    verdict: Verdict
    because: Text
    rests_on: Annotated[Ids, Field(min_length=1)]
