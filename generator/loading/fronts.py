"""The front matter of pages to typed records; what is no key, or no value of its key, is a problem at its place."""

from __future__ import annotations

from pydantic import ValidationError

from generator.diagnostics import Diagnostic
from generator.loading.misshapen import problems
from generator.model.front import Front
from generator.reading.pages import AuthoredPage
from generator.reading.yaml_nodes import MapNode, head_of, plain


def front_of(page: AuthoredPage) -> tuple[Front, tuple[Diagnostic, ...]]:
    """The front matter of `page`; an empty one where there is none, or where something in it is wrong."""
    if page.front is None:
        return Front(), ()
    if not isinstance(page.front, MapNode):
        headline, hint = "the front matter is no list of keys", "write `title: …` on a line of its own"
        return Front(), (Diagnostic("bad-value", head_of(page.front), headline, hint),)
    try:
        return Front.model_validate(plain(page.front)), ()
    except ValidationError as error:
        return Front(), tuple(problems(error.errors(), Front, page.front))
