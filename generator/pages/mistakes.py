"""When a check is red: the likeliest mistakes and what is said of each, from the manual's own examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator import manual
from generator.explainers.markdown import front
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
                    "report": Markdown(each.report),
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
