"""What every kind of fact has: its name, its statement, how sure it is, its relations and its evidence."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, model_validator

from generator.model.mistake import Mistake
from generator.model.pointers import Disagreement, Evidence, Retraction, Stance
from generator.model.record import Date, Id, Ids, Record, Text, nothing_or_many
from generator.model.written import told


class Modality(StrEnum):
    """Whether a fact is told as what is, what is planned, or what somebody claims."""

    ACTUAL = "actual"
    PROJECTED = "projected"
    CLAIMED = "claimed"


_ID = told(
    "The fact's name for ever: small letters, digits and single hyphens, and nobody else's.",
    "northwind-plan",
)
DATE = told(
    "When it happened, was said or became known: a day, month or year; `~` behind it means about.",
    "2025-01-29",
    "2025-01~",
    "2025",
)


class BaseFact(Record):
    """What every kind of fact has."""

    id: Annotated[Id, _ID]
    entities: Annotated[Ids, told("The ids of others whom the fact is about.", ["harbour", "ada-berg"])]
    date: Annotated[Date | None, DATE] = None
    modality: Annotated[
        Modality,
        told(
            "Whether it is so (`actual`), is planned or expected (`projected`), or is only claimed.",
            "projected",
        ),
    ] = Modality.ACTUAL
    claimed_by: Annotated[
        Id | None, told("The id of the one who claims it; only with `modality: claimed`.", "northwind")
    ] = None
    statement: Annotated[
        Text,
        told(
            "One sentence in your own words. It never types the figure: `{value}`, `{date}` and `{period}` stand for it.",
            "Northwind plans to spend {value} on a harbour in {period}.",
        ),
    ]
    supersedes: Annotated[Ids, told("The ids of earlier facts that this one replaces.", ["northwind-plan"])]
    disagrees_with: Annotated[
        tuple[Disagreement, ...],
        BeforeValidator(nothing_or_many),
        told(
            "Facts that say something else, each with the reason why both stand.",
            [{"fact": "northwind-plan", "because": "It leaves out the ground that the town gave."}],
        ),
    ] = ()
    retracted: Annotated[
        Retraction | None,
        told("Why the fact no longer stands.", {"because": "The source has taken the figure back."}),
    ] = None
    evidence: Annotated[
        tuple[Evidence, ...],
        BeforeValidator(nothing_or_many),
        told(
            "Where the fact is said: each piece names a source and quotes it.",
            [{"source": "harbour-gazette", "quote": "Its shares fell 17% on Monday"}],
        ),
    ] = ()

    @model_validator(mode="after")
    def claimant(self) -> BaseFact:
        """`claimed_by` stands exactly where the modality is claimed."""
        claimed = self.modality is Modality.CLAIMED
        if claimed and self.claimed_by is None:
            hint = "add `claimed_by: …` with the id of the one who says so"
            raise Mistake("`modality: claimed` needs to know who claims it", hint, key="modality")
        if self.claimed_by is not None and not claimed:
            hint = "write `modality: claimed`"
            raise Mistake("`claimed_by` goes with `modality: claimed`", hint, key="claimed_by")
        return self


class Evidenced(BaseFact):
    """A fact that must point into a source itself."""

    @model_validator(mode="after")
    def proven(self) -> Evidenced:
        """Promise 1: every fact has evidence."""
        if not self.evidence:
            raise Mistake("a fact needs `evidence`", lacks="evidence")
        if not any(each.stance is Stance.SUPPORTS for each in self.evidence):
            raise Mistake("no piece of `evidence` supports the fact", "add one that does", key="evidence")
        return self
