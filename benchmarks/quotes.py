"""A thousand quotes looked for in articles of six hundred words: `python -m benchmarks.quotes`."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from generator.evidence.quotes import Match, find_quote, passages
from generator.reading.articles import Article, read_article

ARTICLE = Path(__file__).parent.parent / "seeds" / "articles" / "autogpt-meta-deepseek.md"
QUOTES = 1000


def quotes(article: Article) -> list[str]:
    """A thousand passages of five to fourteen words that stand in the article's paragraphs."""
    words = [block.text.split() for block in article.blocks if block.kind == "paragraph"]
    passages = [
        " ".join(block[start : start + length])
        for length in range(5, 15)
        for block in words
        for start in range(max(0, len(block) - length))
    ]
    return (passages * (QUOTES // len(passages) + 1))[:QUOTES]


def seconds(work: Callable[[], object]) -> float:
    """The fastest of three runs."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Print the time for all quotes, and what folding the article anew for each would cost in proportion."""
    article = read_article(ARTICLE.name, ARTICLE.read_text(encoding="utf-8"))
    wanted = quotes(article)
    within = passages(article)
    once = seconds(lambda: [find_quote(within, quote) for quote in wanted])
    anew = seconds(lambda: [find_quote(passages(article), quote) for quote in wanted])
    found = sum(isinstance(find_quote(within, quote), Match) for quote in wanted)
    sys.stdout.write(
        f"{len(wanted):,} quotes, {len(article.text.split())} words: {once:.2f} s, {found:,} found whole\n"
        f"folding the article anew for each quote: {anew / once:.1f} times as long\n"
    )


if __name__ == "__main__":
    main()
