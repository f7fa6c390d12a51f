"""The generator knows no subject: what this site is about stands in its facts, pages and configuration alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.pages.wording import topic_title
from generator.pipeline import Site
from tests.conftest import ROOT

SUBJECT = re.compile(
    r"deepseek|zuckerberg|openai|chatgpt|\bgpt-?\d|anthropic|nvidia|llama|mistral|qwen|gemini|hugging ?face|alibaba|instagram|"
    r"facebook|artificial intelligence|machine learning|chatbot",
    re.IGNORECASE,
)
SHORT = re.compile(
    r"\bAI\b|\bLLMs?\b|\bMeta\b(?![ -]?[Dd]ata)|\bmeta-(?:spending|capex|plan)|\b(?:R1|V3|H800|H100)\b"
)
"""Short words by their very letters: `meta` is an element of HTML too."""
FILES = sorted(
    path
    for path in (ROOT / "generator").rglob("*")
    if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc"
)


def told(text: str) -> list[str]:
    return [found[0] for pattern in (SUBJECT, SHORT) for found in pattern.finditer(text)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_generator_names_nothing_of_this_site(path: Path) -> None:
    assert told(path.name) == []
    assert told(path.read_text(encoding="utf-8", errors="replace")) == []


@pytest.mark.parametrize(
    "text", ["DeepSeek-R1", "spending on AI", "Meta plans", "meta-spending.yml", "Llama 4"]
)
def test_the_words_of_this_site_are_known(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize("text", ['<meta name="accent">', "page.meta.title", "Metadata", "said", "AIR"])
def test_other_words_are_free(text: str) -> None:
    assert told(text) == []


def test_topics_are_written_as_their_entities_are(own_site: Site) -> None:
    titles = [topic_title(own_site.ledger, topic) for topic in own_site.ledger.topics()]
    assert titles == ["DeepSeek", "Meta spending", "Open source"]
