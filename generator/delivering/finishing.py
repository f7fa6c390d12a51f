"""A published file as it leaves: the search index holds the facts, a page says what it may load; on either engine."""

from __future__ import annotations

import re

from generator.delivering.mending import mended
from generator.delivering.policy import with_policy
from generator.delivering.search import with_facts
from generator.delivering.tables import with_tables
from generator.model.ledger import Ledger
from generator.theme.scripts import Scripts

INDEXES = ("search/search_index.json", "search.json")
"""Where an engine writes what its search knows, below the site."""
MAP = "sitemap.xml"
_NOTES = '<div class="footnote">'
_UNPLACED = re.compile(r'\s*<link rel="canonical" href="/[^"]*">|\s*<url>\s*<loc>/[^<]*</loc>\s*</url>')
"""Where a site does not know its address, an engine may say that it stands at the root of its host."""


def is_finished(path: str) -> bool:
    """Whether anything is done with the file at `path` below the site once the engine has written it."""
    return path in (*INDEXES, MAP) or path.endswith(".html")


def finished(path: str, text: str, ledger: Ledger, *, scripts: Scripts | None) -> str:
    """The text of such a file as readers get it.

    `scripts` are those that the policy of a page lets run; without them it gets none, since an engine that serves adds
    scripts of its own later.
    """
    if path in INDEXES:
        return with_facts(text, ledger)
    text = _UNPLACED.sub("", text)
    if path == MAP:
        return text
    page = _counted(with_tables(mended(text)))
    return with_policy(page, scripts) if scripts else page


def _counted(html: str) -> str:
    """`html` with the number of its footnotes, by which its style sheet guesses their height until somebody comes near."""
    count = html.count('<li id="fn:')
    return html.replace(_NOTES, f'{_NOTES[:-1]} style="--count: {count}">', 1)
