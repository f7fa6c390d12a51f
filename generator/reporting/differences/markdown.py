"""A comparison as Markdown, for a pull request’s summary; everything from the facts is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from generator.changes.effects import Comparison, Touched
from generator.changes.sentences import Reworded
from generator.explainers.markdown import escape as escaped
from generator.model.change import KINDS, Change
from generator.reporting.differences.wording import headline, left_out, statements, touches

MOST = 100
"""Changes, and sentences a page, that are told one by one: GitHub takes a summary of one megabyte at most."""


_CALLED = re.compile(r"@(?=[\w-])|(?<=&#35;)(?=\d)")
_LINKED = re.compile(r"(?<=\w):(?=//)|(?<=\bwww)\.", re.I)


def escape(text: str) -> str:
    """The text safe in Markdown, with nothing in it that calls people or other threads, or becomes a link by itself.

    GitHub looks for `@name` and `#1` in the text after Markdown has read it, so a remark parts them.
    """
    plain = _LINKED.sub(lambda mark: f"&#{ord(mark[0])};", escaped(text))
    return _CALLED.sub(lambda mark: f"{mark[0]}<!-- -->", plain)


def render(found: Comparison) -> str:
    """A headline, the changes by kind, then the sentences that read differently, folded page by page."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Comparison) -> Iterator[str]:
    yield f"**{headline(found)}**"
    if said := left_out(found):
        yield f"\n{said}"
    shown = found.changes[:MOST]
    for kind, group in groupby(shown, key=lambda each: each[0].kind):
        yield f"\n### {kind.value.capitalize()}: {KINDS[kind]}\n"
        for change, touched in group:
            yield from _change(change, touched)
    if len(found.changes) > MOST:
        yield f"\n… and {len(found.changes) - MOST:,} more; `explainer diff` tells them all."
    if found.others:
        yield "\n### Other records\n"
        yield from (
            f"- {each.kind} `{escaped(each.id)}`: {escape(each.what)}" for each in found.others[:MOST]
        )
        if len(found.others) > MOST:
            yield f"- … and {len(found.others) - MOST:,} more"
    for _, sentences in groupby(found.sentences, key=lambda each: each.page):
        yield from _page(tuple(sentences))


def _change(change: Change, touched: Touched) -> Iterator[str]:
    yield f"- `{escaped(change.fact)}` in {escape(change.path)}, line {change.line}"
    yield from (f"    - {escape(told)}" for told in statements(change))
    for each in change.differences:
        percent = f" ({escape(each.percent)})" if each.percent else ""
        before, after = (escape(text) or "*nothing*" for text in (each.before, each.after))
        yield f"    - **{escape(each.field)}:** {before} → {after}{percent}"
    yield from (f"    - {label}: {escape(listed)}" for label, listed in touches(touched))


def _page(found: tuple[Reworded, ...]) -> Iterator[str]:
    shown = found[:MOST]
    yield f"\n<details><summary>{escape(found[0].title)} reads differently: {len(found):,} places</summary>\n"
    for each in shown:
        yield from (f"- before: {escape(sentence)}" for sentence in each.before)
        yield from (f"- **now:** {escape(sentence)}" for sentence in each.after)
    if len(found) > len(shown):
        yield f"- … and {len(found) - len(shown):,} more"
    yield "\n</details>"
