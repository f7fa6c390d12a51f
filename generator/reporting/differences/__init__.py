"""How a comparison is printed: one file per form."""

from collections.abc import Callable, Mapping

from generator.changes.effects import Comparison
from generator.reporting.differences import json_text, markdown, text

FORMS: Mapping[str, Callable[[Comparison], str]] = {
    "text": text.render,
    "markdown": markdown.render,
    "json": json_text.render,
}
"""The forms of `explainer diff`, the first one for people at a terminal."""
