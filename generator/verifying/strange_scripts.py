"""Scripts: the site runs those that were known before it was made, and nothing that stands in an attribute or a file."""

from __future__ import annotations

from collections.abc import Iterator

from turbohtml import Element

from generator.diagnostics import Diagnostic
from generator.markup.activity import activity
from generator.markup.addresses import Leads, leads
from generator.verifying.built import Built, Page
from generator.verifying.policies import RUN
from generator.verifying.references import refreshed

DATA = frozenset(("application/json", "application/ld+json"))
"""Types of scripts that a browser only keeps."""
HINT = "find out what put it there; build the site anew from what is known"


def find(built: Built) -> Iterator[Diagnostic]:
    """Scripts in pages that are neither the theme’s nor our own, files of scripts likewise, events and addresses that run."""
    for page in built.pages.values():
        for element in page.elements:
            for headline in _strange(built, page, element):
                yield Diagnostic("strange-script", page.place(element), headline, HINT)
    for path, content in built.files.items():
        if path.lower().endswith((".js", ".mjs", ".cjs")) and not built.scripts.has_file(content):
            yield Diagnostic(
                "strange-script", built.place(path), f"{path} is no script of the theme or of ours", HINT
            )


def _strange(built: Built, page: Page, element: Element) -> Iterator[str]:
    """What of an element would run and is not known; addresses as browsers read them."""
    attributes = {name: element.attr(name) or "" for name in element.attrs}
    yield from (text for _, text in activity(element.tag, attributes))
    if element.tag == "meta" and (to := refreshed(element)) and leads(to) is not Leads.WITHIN:
        yield f"the page sends its reader on to `{' '.join(to.split())[:60]}`"
    if element.tag == "base":
        yield "`<base>` moves every address of the page"
    if element.tag != "script" or "src" in attributes:
        return
    kind = attributes.get("type", "").strip().lower()
    if kind not in DATA and not (kind in RUN and built.scripts.holds(element.text)):
        yield "the page holds an inline script that is neither the theme’s nor ours"
