"""The templates of blocks and pages: everything printed is escaped unless it is Markdown of our own making."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.explainers.markdown import escape


class Markdown(str):
    """Text that is Markdown already and is printed as it is."""

    __slots__ = ()


def printed(value: object) -> str:
    """What a template prints for `value`: Markdown as it is, everything else escaped (Jinja's `finalize`)."""
    return value if isinstance(value, Markdown) else escape(str(value))


def fill(template: str, **values: object) -> Markdown:
    """The template `theme/<template>` with `values`; the blank lines at its ends are taken off."""
    return Markdown(_environment().get_template(template).render(**values).strip("\n"))


@cache
def _environment() -> Environment:
    """One environment a process: templates are constant files of this package, compiled once."""
    return Environment(
        loader=PackageLoader("generator", "theme"),
        undefined=StrictUndefined,
        finalize=printed,
        autoescape=False,  # noqa: S701 - `printed` escapes everything that is not Markdown already
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
