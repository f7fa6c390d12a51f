"""What an author writes beside a figure given by a call, so that it reads as another one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.deriving.beside import changing
from generator.diagnostics import Diagnostic
from generator.model.ledger import Ledger
from generator.reading.pages import AuthoredPage

CALLS = re.compile(
    r"\{\{(?:(?!\{\{|\}\}).){0,4000}\}\}|\{%(?:(?!\{%|%\}).){0,4000}%\}|\{#(?:(?!\{#|#\}).){0,4000}#\}",
    re.DOTALL,
)
"""Calls, statements and remarks of Jinja."""
_ATTACHED = re.compile(
    r"(?:[\w$€£¥%.,+−-]|(?<![\w-])\d{1,9}\s)\{\{-?\s*(?:fact|value|count|when)\([^{}]{0,400}\}\}"
    r"|\{\{-?\s*(?:value|count|when)\([^{}]{0,400}\}\}[\w%]"
)
_VALUE = re.compile(r"\{\{-?\s*(?:fact|value)\(\s*[\"']([^\"'{}]{1,200})[\"']\s*\)\s*-?\}\}")
_MARKS = re.compile(r"[*_]|<[^<>]{0,400}>|\A[^<>]{0,400}>|^>+", re.MULTILINE)
_BREAK = re.compile(r"\n[ \t]*\n")


def attached(page: AuthoredPage, ledger: Ledger) -> Iterator[Diagnostic]:
    """`attached-placeholder`: digits or words that touch a figure given by a call, or change it from beside."""
    told = [(found.start(), found[0]) for found in _ATTACHED.finditer(page.body)]
    for start, words in (*told, *_changed(page.body, ledger)):
        line = page.body.count("\n", 0, start) + 1
        headline = f"“{words}” puts something to the figure that no source says"
        alone = " ".join(found[0] for found in CALLS.finditer(words))
        hint = f"write {alone} in its place: the unit comes with the value"
        yield Diagnostic("attached-placeholder", page.place(line, words), headline, hint)


def _changed(body: str, ledger: Ledger) -> Iterator[tuple[int, str]]:
    """The calls with words beside them that scale, turn or limit the figure, and where they stand."""
    for found in _VALUE.finditer(body):
        fact = ledger.facts.get(found[1])
        quantity = ledger.value(fact) if fact else None
        before = _BREAK.split(_plain(body[max(0, found.start() - 400) : found.start()]))[-1]
        after = _BREAK.split(_plain(body[found.end() : found.end() + 400]))[0]
        if fact and quantity and (words := changing(fact, quantity, before, after)):
            yield found.start(), words.replace("…", found[0])


def _plain(text: str) -> str:
    """The text as it is read: without calls, tags and marks of emphasis and quotation."""
    return _MARKS.sub("", CALLS.sub("\x00", text))
