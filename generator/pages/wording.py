"""Names that generated pages give to topics and kinds."""

from __future__ import annotations

_WRITTEN = {"deepseek": "DeepSeek", "ai": "AI"}


def topic_title(topic: str) -> str:
    """A topic's id as a title: `meta-spending` is “Meta spending”."""
    words = [_WRITTEN.get(word, word) for word in topic.split("-")]
    title = " ".join(words)
    return title[:1].upper() + title[1:]
