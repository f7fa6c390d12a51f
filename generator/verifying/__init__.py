"""A built site, verified from its files alone, whichever engine made it: one file per check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.diagnostics import Diagnostic, Note, by_place
from generator.theme.scripts import Scripts
from generator.verifying import (
    active_files,
    dead_links,
    invalid_html,
    leftover_delimiters,
    main_headings,
    names,
    outside_layout,
    policies,
    requests_elsewhere,
    sitemaps,
    strange_scripts,
    text_alternatives,
    weights,
)
from generator.verifying.built import Built, read

Check = Callable[[Built], Iterator[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    active_files.find,
    dead_links.find,
    invalid_html.find,
    leftover_delimiters.find,
    main_headings.find,
    names.find,
    outside_layout.find,
    policies.find,
    requests_elsewhere.find,
    sitemaps.find,
    strange_scripts.find,
    text_alternatives.find,
    weights.find,
)


@dataclass(frozen=True, slots=True)
class Verified:
    """What came out: the site as it was read, every problem, and what could not be checked."""

    built: Built
    diagnostics: tuple[Diagnostic, ...]
    unchecked: tuple[str, ...]

    @property
    def texts(self) -> Mapping[str, str]:
        """The texts of the files that problems stand in, by the paths that their places name."""
        named = {problem.place.path for problem in self.diagnostics}
        read = {self.built.place(path).path: content for path, content in self.built.files.items()}
        return {path: read[path].decode(errors="replace") for path in named & set(read)}


def verify(
    files: Mapping[str, bytes], *, folder: str = "", address: str = "", scripts: Scripts | None = None
) -> Verified:
    """Every check over the site in `files` (path → content); `folder` stands before the paths of places.

    `scripts` are those that it may run: those of the themes and our own, unless others are named.
    """
    built = read(files, folder=folder, address=address, scripts=scripts)
    problems = [problem for check in CHECKS for problem in check(built)]
    return Verified(built, tuple(_once(problems)), () if built.address else (sitemaps.UNKNOWN,))


def _once(problems: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """What a template does wrong is wrong on every page: it is shown at its first place, with a count of the others."""
    alike: dict[tuple[str, str, str], list[Diagnostic]] = {}
    for problem in sorted(set(problems), key=by_place):
        alike.setdefault((problem.code, problem.headline, problem.hint), []).append(problem)
    for first, *others in alike.values():
        told = f"one of {len(others)} more place{'' if len(others) == 1 else 's'} with the same"
        more = (Note(told, others[0].place),) if others else ()
        yield replace(first, notes=(*first.notes, *more))
