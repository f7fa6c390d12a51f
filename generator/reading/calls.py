"""The calls in a page: Jinja's notation read into text and calls with written-out arguments, and nothing else run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.diagnostics import Diagnostic
from generator.reading.characters import odd_in_value
from generator.reading.pages import AuthoredPage

_RAW = re.compile(r"\{%[-+]?\s*raw\b")
_REMARK = re.compile(r"\{#.*?(?:#\}|\Z)", re.DOTALL)
Argument = str | int | float | bool | None | list["Argument"]


@dataclass(frozen=True, slots=True)
class Call:
    """`name(words, named)` on a line of the page's body, counted from 1."""

    name: str
    words: tuple[Argument, ...]
    named: Mapping[str, Argument]
    line: int


Piece = str | Call


def read_calls(page: AuthoredPage) -> tuple[tuple[Piece, ...], tuple[Diagnostic, ...]]:
    """The body's texts and calls in their order, and what is wrong with the notation.

    Only `{{ name(…) }}` with constants is read; loops, variables and arithmetic are refused, so a page can neither
    compute a figure nor run on. The rest of a page with such a mistake is still read.
    """
    try:
        tree = Environment(keep_trailing_newline=True).parse(page.body)  # noqa: S701 - only parsed, never rendered
    except TemplateSyntaxError as error:
        headline = f"the page cannot be read: {error.message}"
        hint = "look at the braces and quotation marks of this line"
        return (page.body,), (Diagnostic("jinja-error", page.place(error.lineno), headline, hint),)
    except (RecursionError, ValueError):  # nested too deeply; a number of thousands of digits
        headline = "the page cannot be read: a call is nested too deeply, or holds a number without end"
        return (page.body,), (
            Diagnostic("jinja-error", page.place(1), headline, "write each call on its own"),
        )
    pieces: list[Piece] = []
    problems = [*_raw(page), *_remarks(page)]
    for piece in _pieces(tree, page):
        if isinstance(piece, Diagnostic):
            problems.append(piece)
        else:
            pieces.append(piece)
    return tuple(pieces), tuple(problems)


def _raw(page: AuthoredPage) -> Iterator[Diagnostic]:
    """What stands between `raw` and `endraw` would be shown as it is and read as a call."""
    for found in _RAW.finditer(page.body):
        line = page.body.count("\n", 0, found.start()) + 1
        hint = "write braces as `&#123;`"
        yield Diagnostic("not-a-call", page.place(line, found[0]), "`{% raw %}` is not for pages", hint)


def _remarks(page: AuthoredPage) -> Iterator[Diagnostic]:
    """A remark is gone when the page is shown, and what stands around it is read together: no check would see that."""
    for found in _REMARK.finditer(page.body):
        line = page.body.count("\n", 0, found.start()) + 1
        headline = "`{# … #}` is not for pages: what stands around it would run together"
        yield Diagnostic(
            "not-a-call", page.place(line, "{#"), headline, "write `<!-- … -->` on a line of its own"
        )


def _pieces(tree: nodes.Template, page: AuthoredPage) -> Iterator[Piece | Diagnostic]:
    for node in tree.body:
        if not isinstance(node, nodes.Output):
            yield _refused(page, node, f"`{{% {type(node).__name__.lower()} … %}}` is not for pages")
            continue
        for each in node.nodes:
            if isinstance(each, nodes.TemplateData):
                yield each.data
            else:
                yield _call(each, page)


def _call(node: nodes.Expr, page: AuthoredPage) -> Call | Diagnostic:
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return _refused(page, node, "this is not a call")
    if node.dyn_args or node.dyn_kwargs:
        return _refused(page, node, "`*` and `**` are not for pages")
    try:
        words = tuple(_argument(each) for each in node.args)
        named = {each.key: _argument(each.value) for each in node.kwargs}
    except ValueError:
        return _refused(page, node, f"what {node.node.name}() is given is not written out")
    odd = next(
        (
            found
            for text in _texts([*words, *named.values()])
            for found in odd_in_value(text, page.place(node.lineno))
        ),
        None,
    )
    if odd is not None:
        return odd
    return Call(node.node.name, words, named, node.lineno)


def _argument(node: nodes.Expr) -> Argument:
    if isinstance(node, nodes.Const):
        value: Argument = node.value
        return value
    if isinstance(node, nodes.List | nodes.Tuple):
        return [_argument(each) for each in node.items]
    raise ValueError(type(node).__name__)


def _texts(given: Sequence[Argument]) -> Iterator[str]:
    for each in given:
        if isinstance(each, str):
            yield each
        elif isinstance(each, list):
            yield from _texts(each)


def _refused(page: AuthoredPage, node: nodes.Node, headline: str) -> Diagnostic:
    hint = 'pages only make calls such as {{ fact("…") }}; a computed figure is a fact of kind `derived`'
    return Diagnostic("not-a-call", page.place(node.lineno or 1), headline, hint)
