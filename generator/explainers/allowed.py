"""What HTML the author of a page may write: elements, attributes with their values, classes, ids; all else is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from generator.markup.addresses import Leads, leads, normal, scheme

ELEMENTS = frozenset(
    "a abbr b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li "
    "mark ol p pre q s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr".split()
)
"""Nothing that runs, loads, takes input or turns the order of what is read."""
DRAWN = frozenset("svg g path line rect text tspan defs clipPath".split())
"""Elements of drawings; only calls give these."""
HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
IN_HEADINGS = frozenset(
    "a abbr b br cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var wbr".split()
)
"""A heading is printed in the table of contents too, and an engine takes attributes out of it there by patterns."""
CLASSES = frozenset(
    "question questions question-card accent-blue accent-plum accent-green key beside counts table unsorted "
    "admonition admonition-title note tip info warning example highlight filename".split()
)
"""Classes that lay out a page and say nothing of evidence; the last two are those of blocks of code."""
SCHEMES = ("https", "mailto")
RESERVED_IDS = ("evidence-card",)
_ID = re.compile(r"(?!__)[a-z0-9_-]{1,200}")
"""As headings get them; what begins with two underscores, or holds other signs, belongs to the theme and to footnotes."""
_LANGUAGE = re.compile(r"language-[a-z0-9+#-]{1,30}")
_TOKEN = re.compile(r"[a-z]{1,2}[0-9]?|err|esc|hll|[a-z]+(?:-[A-Z][A-Za-z]*)+")
"""What a highlighter calls the parts of code: https://pygments.org/docs/tokens/"""
_PICTURE = re.compile(r"(?:\.\./)*[a-z0-9._-]+(?:/[a-z0-9._-]+)*\.(?:png|jpe?g|webp)")
_WHOLE = re.compile(r"\d{1,4}")
_DATE = re.compile(r"[\dT:.+Z-]{1,40}")
_TONGUE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}")
_ALIGNED = re.compile(r"text-align: (?:left|right|center);")

Test = Callable[[str], object]
EVERYWHERE: Mapping[str, Test] = {
    "id": _ID.fullmatch,
    "class": lambda value: True,
    "lang": _TONGUE.fullmatch,
    "title": lambda value: True,
    "aria-label": lambda value: True,
}
_CELL: Mapping[str, Test] = {
    "style": _ALIGNED.fullmatch,
    "colspan": _WHOLE.fullmatch,
    "rowspan": _WHOLE.fullmatch,
}
_DATED: Mapping[str, Test] = {"datetime": _DATE.fullmatch}
ON: Mapping[str, Mapping[str, Test]] = {
    "a": {"href": lambda value: not wrong_link(value)},
    "img": {"src": lambda value: not wrong_picture(value), "alt": lambda value: True},
    "ol": {"start": _WHOLE.fullmatch},
    "td": _CELL,
    "th": {**_CELL, "scope": ("row", "col").__contains__},
    "time": _DATED,
    "del": _DATED,
    "ins": _DATED,
    "details": {"open": ("", "open").__contains__},
}
"""The attributes that an element takes beside those that every one does, and the test of their values."""
READ = ("title", "aria-label", "alt")
"""Attributes whose values a reader sees or hears."""


def wrong_link(address: str) -> str:
    """What is wrong with the address of a link; empty for a page of the site, an `https` and a mail address."""
    if leads(address) is Leads.SCHEME:
        return "" if scheme(address) in SCHEMES else f"a link to `{scheme(address)}:` is not for pages"
    if leads(address) is Leads.HOST or "\\" in address or normal(address) != address.strip(" "):
        return "a link that browsers read otherwise than it is written is not for pages"
    return ""


def wrong_picture(address: str) -> str:
    """What is wrong with the address of a picture; empty for a file of a listed kind beside the pages."""
    return (
        "" if _PICTURE.fullmatch(address) else "a picture that is no file beside the pages is not for pages"
    )


def is_class(name: str, *, tag: str, in_code: bool) -> bool:
    """Whether an author may give this class to an element; `in_code` for what stands in a block of code."""
    if name in CLASSES:
        return True
    return bool(_LANGUAGE.fullmatch(name)) if tag == "code" else in_code and bool(_TOKEN.fullmatch(name))
