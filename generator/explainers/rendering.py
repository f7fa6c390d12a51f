"""One authored page rendered: its calls answered, its numbers looked over, its footnotes added."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from inspect import signature

from pydantic import ConfigDict, ValidationError, validate_call

from generator.charts.chart import Chart
from generator.checks.unknown_id import near_ids
from generator.diagnostics import Diagnostic
from generator.explainers.calls import CALLS
from generator.explainers.citations import footnotes
from generator.explainers.desk import Desk, LeftOut, Unusable, Waiver
from generator.explainers.markdown import PRINTED, front, is_active
from generator.explainers.prose import typed, typed_numbers
from generator.explainers.sharing import card_path
from generator.explainers.templates import Markdown
from generator.model.change import Dated
from generator.model.ledger import Ledger
from generator.model.names import numbered_names, without_names
from generator.model.repository import Repository, edit_address
from generator.quantities import quantities_in
from generator.reading.calls import Call, read_calls
from generator.reading.pages import AuthoredPage
from generator.reading.yaml_nodes import MapNode, plain

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
    repository: Repository | None = None,
    history: Sequence[Dated] | None = None,
) -> Rendered:
    """The page's Markdown; what goes wrong becomes diagnostics, and the rest of the page still renders."""
    desk = Desk(ledger, page.address, addresses, draw, repository, history)
    pieces, misread = read_calls(page)
    problems = [*typed_numbers(page, ledger), *misread]
    body = "".join(each if isinstance(each, str) else _answer(each, desk, page, problems) for each in pieces)
    cited = tuple(desk.cited)
    notes = footnotes(ledger, cited, page=page.address, addresses=addresses)
    markdown = _header(page, repository) + body.rstrip("\n") + ("\n\n" + notes if notes else "") + "\n"
    return Rendered(
        address=page.address,
        title=page.entry("title") or page.address,
        markdown=markdown,
        cited=cited,
        assets=desk.assets,
        charts=tuple(desk.charts),
        waivers=tuple(desk.waivers),
        problems=tuple(problems),
    )


def _header(page: AuthoredPage, repository: Repository | None) -> str:
    """The front matter as written, unless it is broken or a theme would act on what it prints of it.

    What templates need besides stands in it too, since not every engine tells them which file a page is: the picture
    beside shared links, and where the page is edited.
    """
    if not isinstance(page.front, MapNode):
        return ""
    more = {"card": card_path(page.address)} if page.entry("figure") else {}
    if repository:
        more["edit"] = edit_address(repository, page.path)
    if any(is_active(page.entry(key)) for key in PRINTED):
        return front({**{key: plain(value) for key, (_, value) in page.front.entries.items()}, **more})
    head, fence, rest = page.header.rpartition("\n---")
    return head + "".join(f"\n{key}: {json.dumps(path)}" for key, path in more.items()) + fence + rest


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
        hint = f"write `{written(call.name)}`, with what you need of it"
        problems.append(Diagnostic("bad-call", page.place(call.line, call.name), headline, hint))
    return MISSING


_CHECKED: Mapping[str, Callable[..., Markdown]] = {
    name: validate_call(config=ConfigDict(arbitrary_types_allowed=True))(call) for name, call in CALLS.items()
}
"""The calls, refusing arguments of wrong kinds."""


def written(name: str) -> str:
    """How a call is written, with everything that it takes."""
    taken = tuple(signature(CALLS[name]).parameters.values())[1:]
    words = [f"{each.name}=…" if each.kind is each.KEYWORD_ONLY else f"“{each.name}”" for each in taken]
    return f"{name}({', '.join(words)})"


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


def _misuse(error: ValidationError) -> str:
    first = error.errors()[0]
    return f"{first['msg'].lower()} ({'.'.join(map(str, first['loc']))})"
