"""What holds on every kind of page, whichever engine made it: one list for both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Golden:
    """A page: its title, some headings by id, how many elements it has at least, some of its links and words."""

    path: str
    title: str
    headings: Mapping[str, str] = field(default_factory=dict)
    holds: Mapping[str, int] = field(default_factory=dict)
    links: tuple[str, ...] = ()


EVERYWHERE = (
    'meta[http-equiv="Content-Security-Policy"]',
    'meta[name="description"]',
    'meta[property="og:title"]',
    'link[rel="canonical"]',
    'script[src$="assets/explainer.js"]',
    'link[rel="stylesheet"][href$="assets/explainer.css"]',
    "article h1",
)
"""What every page has once."""

GOLDEN = (
    Golden(
        "",
        "What holds up",
        {"what-holds-up": "What holds up", "what-is-new": "What is new", "how-we-know": "How we know"},
        {".question-card": 3, ".footnote li": 3, "sup a.footnote-ref": 3, 'meta[property="og:image"]': 1},
        ("deepseek-timeline/", "meta-spending/", "open-source-debate/", "facts/deepseek/#v3-training-cost"),
    ),
    Golden(
        "meta-spending/",
        "Meta’s AI spending",
        {"metas-ai-spending": "Meta’s AI spending", "the-short-answer": "The short answer"},
        {
            ".figure-card": 2,
            "figure.chart svg[aria-label]": 3,
            "figure.chart svg text": 20,
            "figure.chart details table": 3,
            "figure.chart a[href$='.csv']": 3,
            ".footnote li": 50,
            ".footnote .citation blockquote, .footnote .citation q, .footnote .citation": 50,
            ".table table tbody tr": 5,
            ".timeline .entry": 10,
        },
        ("sources/autogpt-meta-deepseek/", "glossary/#capital-expenditure"),
    ),
    Golden(
        "open-source-debate/",
        "The open-source debate",
        {},
        {".debate": 1, ".table table": 1, ".footnote li": 20},
    ),
    Golden(
        "facts/",
        "Facts",
        {},
        {".ledger-filters[data-list]": 1},
        ("facts/deepseek/", "facts/meta-spending/", "facts/open-source/"),
    ),
    Golden(
        "facts/deepseek/",
        "Facts: DeepSeek",
        {"v3-training-cost": ""},
        {"h2[id]": 50, ".standing": 50},
        ("entities/deepseek/", "fact/v3-training-cost/"),
    ),
    Golden(
        "sources/autogpt-meta-deepseek/",
        "Mark Zuckerberg announces",
        {},
        {"h2[id]": 2, 'a[href^="https://autogpt.net/"]': 1},
        ("facts/meta-spending/#autogpt-total-expenses-2025",),
    ),
    Golden("entities/meta/", "Meta", {"facts-newest-first": "Facts, newest first"}, {"li": 50}),
    Golden("glossary/", "Glossary", {"capital-expenditure": ""}, {"h2[id]": 20}),
    Golden("coverage/", "Coverage", {}, {"h2[id]": 3, "table": 1}),
)

ENTRIES = {
    "meta-spending/": "Meta’s AI spending",
    "fact/v3-training-cost/": "DeepSeek put the final training of V3",
    "glossary/#capital-expenditure": "Capital expenditure",
    "entities/meta/": "Meta",
}
"""What the search knows, by where it leads: the beginning of its title."""
