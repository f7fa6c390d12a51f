"""When a check is red: the likeliest mistakes and what is said of each, from the manual's own examples."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator import manual
from generator.explainers.markdown import escape_part, front
from generator.explainers.templates import Markdown, fill
from generator.model.ledger import Ledger
from generator.pages.shown import Page, Used

ADDRESS = "mistakes.md"
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "The file cannot be read",
        (
            "wrong-indent", "tab-indent", "space-missing", "colon-unquoted", "start-unquoted", "curly-quotes",
            "quotes-open",
        ),
    ),
    ("A field is wrong", ("unknown-key", "missing-key", "bad-value")),
    ("An id is wrong", ("bad-id", "id-taken", "unknown-source", "unknown-entity")),
    ("The quote does not hold", ("quote-not-found", "quote-cut-off")),
    ("The figure or the statement does not hold", ("value-not-in-quote", "number-typed", "stated-as-certain")),
    ("A date is wrong", ("bad-date",)),
    ("It is there already", ("same-address", "fact-twice", "contradiction")),
)  # fmt: skip
"""The codes as they are shown; the manual says which of their examples are."""
_LINE = re.compile(r"\s*(\d*) \|(?: (.*))?")
_REMARK = re.compile(r"\s+(note|hint): (.*)")


def pages(ledger: Ledger, used: Used) -> Iterator[Page]:
    """One page; the first mistake of a code has the code as its anchor."""
    seen: Counter[str] = Counter()
    groups = []
    for title, codes in GROUPS:
        shown = []
        for each in (mistake for code in codes for mistake in manual.mistakes(code)):
            seen[each.code] += 1
            anchor = each.code if seen[each.code] == 1 else f"{each.code}-{seen[each.code]}"
            shown.append(
                {
                    "title": Markdown(each.title),
                    "anchor": anchor,
                    "code": each.code,
                    "text": Markdown(each.text),
                    "rows": tuple(_rows(each.report)),
                }
            )
        groups.append({"title": title, "mistakes": shown})
    count = sum(seen.values())
    description = (
        f"The {count} likeliest mistakes in a fact, the message on each, and what to write in its place."
    )
    yield Page(
        ADDRESS,
        front({"title": "When a check is red", "description": description, "search": {"boost": 0.5}})
        + fill("pages/mistakes.md", groups=groups, count=count)
        + "\n",
    )


def _rows(report: str) -> Iterator[dict[str, Markdown]]:
    """A report as rows that may wrap: what carets point at in a terminal is marked in the line itself."""
    lines = report.splitlines()
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        found, under = _LINE.fullmatch(line), _LINE.fullmatch(below)
        remark = _REMARK.fullmatch(line)
        if found and found[1]:
            pointed = under is not None and not under[1] and (under[2] or "").strip(" ^") == ""
            yield {
                "kind": Markdown("line"),
                "text": _marked(found[1], found[2] or "", under[2] if under and pointed else ""),
            }
        elif found and (found[2] or "").strip(" ^"):
            yield {"kind": Markdown("line"), "text": Markdown(escape_part(found[2]))}
        elif remark:
            yield {
                "kind": Markdown(remark[1]),
                "text": Markdown(f"<b>{remark[1]}:</b> {escape_part(remark[2])}"),
            }
        elif line.strip() and not found:
            place, space, rest = line.partition(" ")
            yield {
                "kind": Markdown("head"),
                "text": Markdown(f"<b>{escape_part(place)}</b>{space}{escape_part(rest)}"),
            }


def _marked(number: str, line: str, carets: str | None) -> Markdown:
    """A line of the file after its number, with what stands above the carets marked."""
    start, end = len(carets or "") - len((carets or "").lstrip()), len(carets or "")
    parts = (line[:start], line[start:end], line[end:])
    before, meant, after = (escape_part(part) for part in parts)
    mark = f"<mark>{meant or ' '}</mark>" if end else ""
    return Markdown(f"<i>{number}</i> {before}{mark}{after}")
