"""Parts of an issue on GitHub: text that cannot call anyone, facts with the way to them, lists that fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.explainers.markdown import escape
from generator.explainers.telling import statement_text
from generator.model.ledger import Ledger
from generator.model.repository import Repository, file_address
from generator.reporting.visible import visible

LARGEST = 60_000
"""Characters of an issue; GitHub takes 65,536."""


def quiet(text: str) -> str:
    """`text` with nothing that acts: an @ would call people and a # would link issues, even as a reference."""
    shown = escape(visible(" ".join(text.split())))
    return shown.replace("@", "@<!-- -->").replace("&#35;", "&#35;<!-- -->")


def fact_line(ledger: Ledger, name: str, repository: Repository | None) -> str:
    """A fact as an item of a list: its id, leading to its place in the repository, and what it states."""
    fact = ledger.facts[name]
    place = ledger.place(fact)
    shown = f"`{name}`"
    if repository:
        shown = f"[{shown}]({file_address(repository, place.path, line=place.line)})"
    return f"- {shown}: {quiet(statement_text(ledger, fact))}"


def fitted(lines: Iterable[str]) -> str:
    """The lines as one text, cut at a line where an issue could not hold more."""
    return "".join(_fitting(lines))


def _fitting(lines: Iterable[str]) -> Iterator[str]:
    size = 0
    for line in lines:
        size += len(line) + 1
        if size > LARGEST:
            yield "\nThere is more than an issue can hold; the command lists it all.\n"
            return
        yield f"{line}\n"
