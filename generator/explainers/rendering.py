"""One authored page rendered: its calls answered, its numbers looked over, its footnotes added."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from inspect import Parameter, signature

from pydantic import ConfigDict, ValidationError, validate_call

from generator.charts.chart import Chart
from generator.checks.unknown_id import near_ids
from generator.diagnostics import Diagnostic
from generator.explainers import marking
from generator.explainers.calls import CALLS
from generator.explainers.citations import footnotes
from generator.explainers.desk import Desk, LeftOut, Unusable, Waiver
from generator.explainers.faults import Given
from generator.explainers.markdown import front as head_written
from generator.explainers.overlook import Overlook, overlook
from generator.explainers.prose import typed, typed_numbers
from generator.explainers.rows import Row, rows
from generator.explainers.sharing import card_path
from generator.explainers.templates import Markdown
from generator.model.change import Dated
from generator.model.front import Front
from generator.model.ledger import Ledger
from generator.model.names import numbered_names, without_names
from generator.model.repository import Repository, edit_address
from generator.quantities import quantities_in
from generator.reading.calls import Call, read_calls
from generator.reading.notation import DEFAULT, Extensions
from generator.reading.pages import AuthoredPage

NOTHING = Front()
"""The front matter of a page that has none, or none that can be read."""
REFUSED = "This page holds HTML that is not for pages, so nothing of it is shown."
MISSING = Markdown('<span class="left-out">(left out: this fact has an error)</span>')


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as delivered: its address below `docs/`, its title, its Markdown, the facts it cites, what it drew and waived."""

    address: str
    title: str
    markdown: str
    cited: tuple[str, ...]
    assets: Mapping[str, str]
    charts: tuple[Chart, ...]
    waivers: tuple[Waiver, ...]
    problems: tuple[Diagnostic, ...]


def render(
    page: AuthoredPage,
    ledger: Ledger,
    *,
    addresses: Mapping[str, str],
    draw: Callable[[str], str],
    front: Front = NOTHING,
    extensions: Extensions = DEFAULT,
    repository: Repository | None = None,
    history: Sequence[Dated] | None = None,
) -> Rendered:
    """The page's Markdown; what goes wrong becomes diagnostics, and the rest of the page still renders.

    A page with HTML that is not for pages has no text at all: nobody is shown it, not even while it is written.
    """
    desk = Desk(ledger, page.address, addresses, draw, repository, history)
    pieces, misread = read_calls(page)
    problems = [*misread]
    given = tuple(rows(page, pieces, lambda call: _answer(call, desk, page, problems)))
    cited = tuple(desk.cited)
    notes = footnotes(ledger, cited, page=page.address, addresses=addresses)
    seen = _looked_over(page, given, notes, extensions)
    problems += [*seen.problems, *typed_numbers(page, ledger, seen.read)]
    body = "".join(row.text for row in given).rstrip("\n") + ("\n\n" + notes if notes else "")
    head = _header(page, front, seen.title, repository)
    return Rendered(
        address=page.address,
        title=front.title or seen.title or page.address,
        markdown=f"{head}{REFUSED if seen.problems else body}\n",
        cited=cited,
        assets=desk.assets,
        charts=tuple(desk.charts),
        waivers=tuple(desk.waivers),
        problems=tuple(problems),
    )


def _looked_over(page: AuthoredPage, given: Sequence[Row], notes: str, extensions: Extensions) -> Overlook:
    """The page as its readers would have it, with the tags marked that calls gave."""
    word = marking.word(page.body)
    shown = [
        Row(row.line, marking.marked(row.text, word) if isinstance(row.text, Markdown) else row.text)
        for row in given
    ]
    cited = marking.cited("\n".join(row.text for row in given if isinstance(row.text, Markdown)))
    return overlook(page, shown, marking.marked(notes, word), Given(word, cited), extensions)


def _header(page: AuthoredPage, front: Front, title: str, repository: Repository | None) -> str:
    """The front matter written anew: what the page says of itself, and what templates need besides.

    That stands in it too, since not every engine tells them which file a page is: the picture beside shared links, and
    where the page is edited. A page without a title of its own has that of its first heading; an engine would print
    the heading itself, read as HTML.
    """
    said = front.model_dump(exclude_none=True, exclude_defaults=True)
    entries: dict[str, object] = {"title": front.title or title or page.address.removesuffix(".md"), **said}
    if front.figure:
        entries["card"] = card_path(page.address)
    if repository:
        entries["edit"] = edit_address(repository, page.path)
    return head_written(entries)


def _answer(call: Call, desk: Desk, page: AuthoredPage, problems: list[Diagnostic]) -> Markdown:
    """What a call gives; a mistake becomes a diagnostic at the call's line, and the page goes on."""
    if call.name not in CALLS:
        near = near_ids(call.name, CALLS)
        hint = f"did you mean {near}?" if near else f"the calls are {', '.join(CALLS)}"
        place = page.place(call.line, call.name)
        problems.append(Diagnostic("unknown-call", place, f"there is no call {call.name}()", hint))
        return MISSING
    problems.extend(_numbers(call, desk, page))
    try:
        return _CHECKED[call.name](desk, *call.words, **call.named)
    except LeftOut:
        return MISSING
    except Unusable as error:
        place = page.place(call.line, error.needle)
        problems.append(Diagnostic(error.code, place, error.headline, error.hint, error.notes))
    except ValidationError as error:
        headline = f"{call.name}() cannot be called like this: {_misuse(error)}"
        option = str(error.errors()[0]["loc"][-1])
        place = page.place(call.line, option if option in call.named else call.name)
        problems.append(Diagnostic("bad-call", place, headline, _options(call.name, option)))
    return MISSING


_CHECKED: Mapping[str, Callable[..., Markdown]] = {
    name: validate_call(config=ConfigDict(arbitrary_types_allowed=True))(call) for name, call in CALLS.items()
}
"""The calls, refusing arguments of wrong kinds."""


def _numbers(call: Call, desk: Desk, page: AuthoredPage) -> Iterator[Diagnostic]:
    """Numbers typed into titles and labels."""
    names = numbered_names(desk.ledger.entities.values())
    for text in _told(call):
        for found in quantities_in(without_names(text, names)):
            yield typed(text[found.start : found.end], page.place(call.line, text))


def _told(call: Call) -> Iterator[str]:
    """What an author says in a call in words of their own: titles, labels, reasons."""
    for key in ("title", "label", "labels", "because"):
        given = call.named.get(key)
        yield from (each for each in (given if isinstance(given, list) else [given]) if isinstance(each, str))


def _options(name: str, option: str) -> str:
    """The hint for an option that a call does not have, or whose value it cannot use."""
    kinds = (Parameter.POSITIONAL_OR_KEYWORD, Parameter.KEYWORD_ONLY)
    known = [each.name for each in signature(CALLS[name]).parameters.values() if each.kind in kinds][1:]
    if option in known:
        return f"give `{option}` a value as in the examples of CONTRIBUTING.md"
    near = near_ids(option, dict.fromkeys(known))
    return f"did you mean {near}?" if near else f"the options of {name}() are {', '.join(known) or 'none'}"


def _misuse(error: ValidationError) -> str:
    first = error.errors()[0]
    return f"{first['msg'].lower()} ({'.'.join(map(str, first['loc']))})"
