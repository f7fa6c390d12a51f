"""Which answers a record cannot do without, given those that are there."""

from __future__ import annotations

from collections.abc import Mapping

from generator.drafting.fields import Field, asked
from generator.model.fact import Figure
from generator.model.record import Record

INSTEAD: Mapping[str, str] = {"locator": "quote", "date": "period", "archive": "url"}
"""What may be answered in place of a field that is otherwise needed."""


def missing(model: type[Record], answers: Mapping[str, object]) -> tuple[str, ...]:
    """The fields that have to be answered and are not."""
    lacking = (field for field in asked(model) if not answers.get(field.name))
    return tuple(field.name for field in lacking if wanted(field.name, answers) and needed(field, answers))


def needed(field: Field, answers: Mapping[str, object]) -> bool:
    """Whether a field has to be answered."""
    if field.name == "locator":
        return not answers.get("quote")
    if field.name == "date" and field.model is Figure:
        return not answers.get("period")
    if field.name == "archive":
        return not answers.get("url")
    return field.required or field.name == "claimed_by"


def wanted(name: str, answers: Mapping[str, object]) -> bool:
    """Whether a field has a place beside the other answers: a claimant only for claims, a locator without a quote."""
    if name == "claimed_by":
        return answers.get("modality") == "claimed"
    instead = {"locator": "quote", "archive": "url"}
    return name not in instead or not answers.get(instead[name])
