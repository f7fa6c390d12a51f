"""A problem in the input, as data: code, severity, place, headline, notes, hint; rendering lives in `reporting`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad: an error leaves its fact or page out and fails the build; a warning asks for attention."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span in a file: lines and columns count from 1, columns in characters; the end is exclusive."""

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Note:
    """A further remark, with a place of its own where it has one."""

    text: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: `code` is stable kebab-case, `headline` stands alone, `hint` names one thing to do."""

    code: str
    place: Place
    headline: str
    hint: str = ""
    notes: tuple[Note, ...] = ()
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        """Whether this fails the build."""
        return self.severity is Severity.ERROR


def by_place(problem: Diagnostic) -> tuple[Place, str, str]:
    """The order in which diagnostics are shown: by file, line, column, then code."""
    return (problem.place, problem.code, problem.headline)
