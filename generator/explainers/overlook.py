"""One page looked over: what both engines make of it, what is wrong with that, and where it stands in the source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.diagnostics import Diagnostic, Place
from generator.explainers.allowed import READ
from generator.explainers.faults import Fault, Given, faults
from generator.explainers.html import Rendered, Unrenderable, engines, rendered
from generator.explainers.rows import Row, first
from generator.reading.notation import Extensions
from generator.reading.pages import AuthoredPage

MOST = 20
"""Problems of one page that are reported; whoever mends these sees the next."""
LONGEST = 20_000
"""Characters of a page up to which the place of a problem is looked for by rendering parts of it."""
LOOKED_FOR = 3
"""Problems of a page whose places are looked for so, since each costs several renderings."""
Look = Callable[[str], list[Fault]]


@dataclass(frozen=True, slots=True)
class Overlook:
    """What came out: the page's title, the texts in attributes that readers see, and what is wrong."""

    title: str = ""
    read: tuple[str, ...] = ()
    problems: tuple[Diagnostic, ...] = ()


def overlook(
    page: AuthoredPage, rows: Sequence[Row], notes: str, given: Given, extensions: Extensions
) -> Overlook:
    """The page of `rows` with its footnotes `notes`, in which the tags that calls gave are marked."""
    text = "".join(row.text for row in rows)

    def look(text: str) -> list[Fault]:
        return [fault for each in engines() for fault in faults(rendered(text, each, extensions), given)]

    whole = f"{text.rstrip()}\n\n{notes}\n"
    try:
        seen = [rendered(whole, each, extensions) for each in engines()]
    except Unrenderable:
        return Overlook(problems=(_unrenderable(page, rows, extensions),))
    problems = tuple(_problems(page, rows, [list(faults(each, given)) for each in seen], look))
    return Overlook(seen[0].title, tuple(_read(seen[0], given)), problems)


def _problems(
    page: AuthoredPage, rows: Sequence[Row], found: Sequence[Sequence[Fault]], look: Look
) -> Iterator[Diagnostic]:
    """What either engine makes wrong: as often as the one that makes more of it, each at its place."""
    alike: dict[Fault, int] = {}
    for wrong in found:
        for fault in wrong:
            alike[fault] = max(alike.get(fault, 0), wrong.count(fault))
    left, last = LOOKED_FOR if len(page.body) <= LONGEST else 0, 1
    for fault, count in list(alike.items())[:MOST]:
        at = _named(page, fault, count)
        if not at and left:
            last, left = first(rows, partial(_shows, fault=fault, look=look)), left - 1
            at = (last,)
        for place in _places(page, fault, at, last):
            yield Diagnostic(fault.code, place, fault.headline, fault.hint)


def _named(page: AuthoredPage, fault: Fault, count: int) -> tuple[int, ...]:
    """The lines of a fault’s words, where these stand on the page as often as it does."""
    lines, needle = page.body.lower().split("\n"), fault.needle.lower()
    at = tuple(row for row, line in enumerate(lines, start=1) for _ in range(line.count(needle)) if needle)
    return at if len(at) == count else ()


def _places(page: AuthoredPage, fault: Fault, at: Sequence[int], last: int) -> Iterator[Place]:
    """The places on these lines; without any, the first that has the fault’s words, else that of the `last` fault."""
    lines, needle = page.body.lower().split("\n"), fault.needle.lower()
    first_named = next((row for row, line in enumerate(lines, start=1) if needle and needle in line), last)
    for row in at or (first_named,):
        start = lines[row - 1].find(needle) if needle and row <= len(lines) else -1
        written = page.body.split("\n")[row - 1][start : start + len(needle)] if start >= 0 else ""
        yield page.place(row, written)


def _shows(text: str, fault: Fault, look: Look) -> bool:
    try:
        return fault in look(text)
    except Unrenderable:
        return False


def _unrenderable(page: AuthoredPage, rows: Sequence[Row], extensions: Extensions) -> Diagnostic:
    """`page-unrenderable`, where it begins."""

    def fails(text: str) -> bool:
        try:
            for each in engines():
                rendered(text, each, extensions)
        except Unrenderable:
            return True
        return False

    headline = "Markdown cannot be read from here on: the renderer fails"
    hint = "write `<` as `&lt;` where it begins no tag"
    line = 1 if len(page.body) > LONGEST else first(rows, fails)
    return Diagnostic("page-unrenderable", page.place(line), headline, hint)


def _read(page: Rendered, given: Given) -> Iterator[str]:
    """What the author wrote into attributes that a reader sees or hears."""
    for element in page.elements:
        if not given.made(element) and element.attr("class") != "headerlink":
            yield from (value for name in READ if (value := element.attr(name)))
