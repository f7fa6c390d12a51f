"""Where one page is composed: the ledger to draw on, and what the page has cited, drawn and waived so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from generator.charts.chart import Chart
from generator.checks.unknown_id import instead, made_by
from generator.diagnostics import Note
from generator.explainers.markdown import escape, relative
from generator.explainers.templates import Markdown
from generator.model.change import Dated
from generator.model.fact import Fact
from generator.model.ledger import Ledger
from generator.model.repository import Repository

R = TypeVar("R")


class Unusable(Exception):
    """What an author asked for cannot be given; `needle` is the text in the page to point at."""

    def __init__(
        self, code: str, headline: str, hint: str = "", needle: str = "", notes: Sequence[str] = ()
    ) -> None:
        super().__init__(headline)
        self.code, self.headline, self.hint, self.needle = code, headline, hint, needle
        self.notes = tuple(Note(text) for text in notes)


class LeftOut(Exception):
    """What an author asked for has an error of its own, reported where it stands."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """A number typed by hand on purpose, listed publicly."""

    page: str
    text: str
    because: str


@dataclass(slots=True)
class Desk:
    """The state of composing one page; `page` is its path below `docs/`, `addresses` where each fact is shown.

    `history` is None where nobody knows it.
    """

    ledger: Ledger
    page: str
    addresses: Mapping[str, str]
    draw: Callable[[str], str]
    repository: Repository | None = None
    history: Sequence[Dated] | None = None
    cited: dict[str, None] = field(default_factory=dict)
    assets: dict[str, str] = field(default_factory=dict)
    charts: list[Chart] = field(default_factory=list)
    waivers: list[Waiver] = field(default_factory=list)

    def fact(self, name: str) -> Fact:
        """The fact `name`; `Unusable` with near ids where there is none."""
        return self._found("fact", name, self.ledger.facts)

    def record(self, kind: str, name: str, known: Mapping[str, R]) -> R:
        """A record of another kind by its id."""
        return self._found(kind, name, known)

    def _found(self, kind: str, name: str, known: Mapping[str, R]) -> R:
        if name in known:
            return known[name]
        if name in self.ledger.left_out:
            raise LeftOut(name)
        article = "an" if kind[0] in "aeiou" else "a"
        headline = f"`{name}` is not the id of {article} {kind}"
        notes = tuple(made_by(kind))
        raise Unusable(f"unknown-{kind}", headline, instead(kind, name, known), name, notes)

    def cite(self, *names: str) -> Markdown:
        """Footnote marks for facts."""
        self.cited.update(dict.fromkeys(names))
        return Markdown("".join(f"[^{name}]" for name in names))

    def link(self, target: str, text: str) -> Markdown:
        """A link to another page of the site (a path below `docs/`)."""
        return Markdown(f"[{escape(text)}]({relative(target, page=self.page)})")
