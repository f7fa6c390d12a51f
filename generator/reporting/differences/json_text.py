"""A comparison as JSON: one object, every field of one type."""

from __future__ import annotations

import json
from dataclasses import asdict

from generator.changes.effects import Comparison


def render(found: Comparison) -> str:
    """`changes`, `records`, `sentences`, and the errors of both sides."""
    told = {
        "changes": [
            {
                **asdict(change),
                "pages": [{"address": address, "title": title} for address, title in touched.pages],
                "charts": [{"address": address, "title": title} for address, title in touched.charts],
                "facts": list(touched.facts),
            }
            for change, touched in found.changes
        ],
        "records": [asdict(each) for each in found.others],
        "sentences": [asdict(each) for each in found.sentences],
        "errors": {"before": found.errors[0], "after": found.errors[1]},
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
