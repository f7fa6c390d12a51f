"""Calls inside a sentence: a fact's value, its statement, its date, its citation."""

from __future__ import annotations

import re

from generator.explainers.desk import Desk, Unusable, Waiver
from generator.explainers.markdown import escape
from generator.explainers.telling import date_text, statement_text, value_text
from generator.explainers.templates import Markdown

_MAGNITUDE = re.compile(r"(?<=\d) (?=[a-zA-Z])")
"""Where a number must not part from its magnitude or noun at the end of a line."""


def fact(desk: Desk, id: str) -> Markdown:
    """The value with its citation."""
    return Markdown(f'<span class="figure">{value(desk, id)}</span>{desk.cite(id)}')


def value(desk: Desk, id: str) -> Markdown:
    """The value alone, for a sentence that cites it elsewhere."""
    text = value_text(desk.ledger, desk.fact(id))
    if not text:
        raise Unusable("no-value", f"the fact {id} has no value", "use say() or cite()", id)
    return Markdown(_MAGNITUDE.sub("&nbsp;", escape(text)))


def say(desk: Desk, id: str) -> Markdown:
    """The statement with its citation."""
    return Markdown(escape(statement_text(desk.ledger, desk.fact(id))) + desk.cite(id))


def cite(desk: Desk, *ids: str) -> Markdown:
    """The citation alone, of one fact or several."""
    for id in ids:
        desk.fact(id)
    return desk.cite(*ids)


def when(desk: Desk, id: str) -> Markdown:
    """The date in words."""
    text = date_text(desk.ledger, desk.fact(id))
    if not text:
        raise Unusable("no-date", f"the fact {id} has no date", "give the fact a `date`", id)
    return Markdown(escape(text))


def plain(desk: Desk, text: str, *, because: str) -> Markdown:
    """A number typed by hand on purpose; it is listed on the page about the method."""
    if not text.strip() or not because.strip():
        raise Unusable("no-reason", "a number typed by hand needs a reason", "say why in `because`")
    desk.waivers.append(Waiver(desk.page, text, because))
    return Markdown(escape(text))
