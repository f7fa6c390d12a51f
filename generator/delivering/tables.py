"""Tables as the page’s script and a phone need them, made before it is shown: nothing moves when the script begins."""

from __future__ import annotations

import re

_OURS = re.compile(r'<div class="table\b[^>]*>\s*<table>.*?</table>', re.DOTALL)
_UNSORTED = re.compile(r'<div class="table[^"]*\bunsorted\b')
_HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_BODY = re.compile(r"<tbody>.*?</tbody>", re.DOTALL)
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<td\b")
_TAG = re.compile(r"<[^>]*>")
_SORTED_FROM = 3
"""Rows from which on a table can be sorted, if its order says nothing (`unsorted`)."""
_WRAPPED = {
    "<table>": '<div class="md-typeset__scrollwrap"><div class="md-typeset__table"><table>',
    "</table>": "</table></div></div>",
}
"""What the theme’s script puts around tables."""


def with_tables(html: str) -> str:
    """`html` with every table wrapped; in ours each cell names its column, and a head that will sort keeps the room."""
    text = _OURS.sub(lambda found: _prepared(found[0]), html)
    for tag, wrapped in _WRAPPED.items():
        text = text.replace(tag, wrapped)
    return text


def _prepared(table: str) -> str:
    names = [_TAG.sub("", head).strip().replace('"', "&quot;") for head in _HEAD.findall(table)]
    rows = len(_ROW.findall(table)) - 1
    text = _BODY.sub(lambda body: _ROW.sub(lambda row: _labelled(row[0], names), body[0]), table)
    sorts = rows >= _SORTED_FROM and not _UNSORTED.match(table)
    return _HEAD.sub(lambda head: _sortable(head[0], head[1]), text) if sorts else text


def _labelled(row: str, names: list[str]) -> str:
    """`row` with the name of its column at each cell: on a phone a row is a list, and nobody sees the heads."""
    left = iter(names)
    return _CELL.sub(lambda cell: f'<td data-label="{name}"' if (name := next(left, "")) else cell[0], row)


def _sortable(head: str, inner: str) -> str:
    """`head` with the place for its button: the script makes the one the other, and the column stays as wide."""
    return head.replace(f">{inner}<", f'><span class="sort">{inner}</span><') if inner.strip() else head
