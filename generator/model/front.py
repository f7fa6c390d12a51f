"""The front matter of a page: what a page may say of itself, and nothing else."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, StringConstraints

from generator.model.record import Id, Record, one_or_many

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
Hidden = Literal["navigation", "toc", "footer", "path"]


class Front(Record):
    """The head of an authored page; themes print some of it, and choose by nothing that is not listed here."""

    title: Line | None = None
    description: Line | None = None
    question: Line | None = None
    summary: Line | None = None
    topic: Id | None = None
    accent: Literal["blue", "plum", "green"] | None = None
    figure: Id | None = None
    hide: Annotated[tuple[Hidden, ...], BeforeValidator(one_or_many)] = ()
