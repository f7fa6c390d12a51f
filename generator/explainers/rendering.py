"""One authored page rendered: its calls answered, its numbers looked over, its footnotes added."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType

from jinja2 import StrictUndefined, Template, TemplateSyntaxError
from jinja2.exceptions import SecurityError, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import ConfigDict, ValidationError, validate_call

from generator.checks.unknown_id import near_ids
from generator.diagnostics import Diagnostic, Place
from generator.explainers.calls import CALLS
from generator.explainers.citations import footnotes
from generator.explainers.desk import Desk, LeftOut, Unusable, Waiver
from generator.explainers.markdown import PRINTED, front, is_active
from generator.explainers.prose import typed_numbers
from generator.explainers.templates import Markdown, printed
from generator.model.ledger import Ledger
from generator.reading.pages import AuthoredPage
from generator.reading.yaml_nodes import MapNode, plain

MISSING = Markdown('<span class="left-out">(left out: this fact has an error)</span>')
_TYPES = ConfigDict(arbitrary_types_allowed=True)
_TEMPLATE = "<template>"
_USER_ERRORS = (
    TemplateError,
    ArithmeticError,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    RecursionError,
)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as delivered: its address below `docs/`, its Markdown, the facts it cites, what it drew and waived."""

    address: str
    markdown: str
    cited: tuple[str, ...]
    assets: Mapping[str, str]
    waivers: tuple[Waiver, ...]
    problems: tuple[Diagnostic, ...]


class _PageEnvironment(ImmutableSandboxedEnvironment):
    """Jinja for authored pages: sandboxed, strict, and without arithmetic (that is what derived facts are for)."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def call_binop(self, context: object, operator: str, left: object, right: object) -> object:
        """Refuse to compute: a figure computed on a page would have no evidence."""
        raise SecurityError(f"pages do not compute (`{operator}`)")


def render(
    page: AuthoredPage, ledger: Ledger, *, addresses: Mapping[str, str], draw: Callable[[str], str]
) -> Rendered:
    """The page's Markdown; what goes wrong becomes diagnostics, and the rest of the page still renders."""
    desk = Desk(ledger, page.address, addresses, draw)
    problems = list(typed_numbers(page, ledger))
    environment = _PageEnvironment(undefined=StrictUndefined, finalize=printed, keep_trailing_newline=True)
    body = ""
    try:
        template = environment.from_string(page.body)
        body = template.render({name: _answering(name, desk, page, template, problems) for name in CALLS})
    except TemplateSyntaxError as error:
        problems.append(_jinja(page, error.lineno, str(error.message)))
    except _USER_ERRORS as error:
        problems.append(_jinja(page, _line_of(error.__traceback__), str(error)))
    cited = tuple(desk.cited)
    notes = footnotes(ledger, cited, page=page.address, addresses=addresses)
    markdown = _header(page) + body.rstrip("\n") + ("\n\n" + notes if notes else "") + "\n"
    return Rendered(page.address, markdown, cited, desk.assets, tuple(desk.waivers), tuple(problems))


def _header(page: AuthoredPage) -> str:
    """The front matter as written, unless it is broken or a theme would act on what it prints of it."""
    if not isinstance(page.front, MapNode):
        return ""
    if any(is_active(page.entry(key)) for key in PRINTED):
        return front({key: plain(value) for key, (_, value) in page.front.entries.items()})
    return page.header


def _answering(
    name: str, desk: Desk, page: AuthoredPage, template: Template, problems: list[Diagnostic]
) -> Callable[..., Markdown]:
    """The call `name` for one page: a mistake becomes a diagnostic at the call's line, and the page goes on."""
    call = validate_call(config=_TYPES)(CALLS[name])

    def answer(*words: object, **named: object) -> Markdown:
        try:
            return call(desk, *words, **named)
        except LeftOut:
            return MISSING
        except Unusable as error:
            place = _place(page, _calling_line(template), error.needle)
            problems.append(Diagnostic(error.code, place, error.headline, error.hint))
        except ValidationError as error:
            headline = f"{name}() cannot be called like this: {_misuse(error)}"
            place = _place(page, _calling_line(template), name)
            problems.append(Diagnostic("bad-call", place, headline, f"see the calls for authors: {name}()"))
        return MISSING

    return answer


def _misuse(error: ValidationError) -> str:
    first = error.errors()[0]
    return f"{first['msg'].lower()} ({'.'.join(map(str, first['loc']))})"


def _calling_line(template: Template) -> int:
    """The line of the page's body on which the call now running stands."""
    frame = inspect.currentframe()
    while frame is not None:
        if frame.f_code.co_filename == _TEMPLATE:
            return template.get_corresponding_lineno(frame.f_lineno)
        frame = frame.f_back
    return 1


def _line_of(traceback: TracebackType | None) -> int:
    """The line of the body where an error arose; Jinja rewrites its tracebacks to the template's lines."""
    line = 1
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == _TEMPLATE:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line


def _place(page: AuthoredPage, line: int, needle: str) -> Place:
    """Where `needle` stands on a line of the body, the whole line where it does not."""
    lines = page.body.split("\n")
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    row = page.body_line + line - 1
    column = text.find(needle) if needle else -1
    if column < 0:
        start = len(text) - len(text.lstrip())
        return Place(page.path, row, start + 1, row, max(len(text), start + 1) + 1)
    return Place(page.path, row, column + 1, row, column + 1 + len(needle))


def _jinja(page: AuthoredPage, line: int, message: str) -> Diagnostic:
    headline = f"the page cannot be rendered: {message}"
    return Diagnostic("jinja-error", _place(page, line, ""), headline, _helping(message))


def _helping(message: str) -> str:
    """One hint for a message of Jinja's or of ours."""
    if message.startswith("pages do not compute"):
        return "write a fact of kind `derived`, and show that"
    unknown = re.match(r"'(\w+)' is undefined", message)
    near = near_ids(unknown[1], CALLS) if unknown else ""
    if near:
        return f"did you mean {near}?"
    return (
        f"the calls are {', '.join(CALLS)}"
        if unknown
        else "look at the braces and quotation marks of this line"
    )
