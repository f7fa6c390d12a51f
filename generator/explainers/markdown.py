"""Text from records made safe where it lands: Markdown, HTML and attributes alike."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping

PRINTED = ("title", "description")
"""What a theme prints of the front matter, in text and in attributes, without escaping it."""
_ACTIVE = re.compile(r"[\\`*_{}\[\]<>#|~^\"'&]")
_HEAD = re.compile(r"\A(\d+)([.)])(?=\s|\Z)|\A([-+=:])(?=[-=\s]|\Z)")


def escape(text: str) -> str:
    """`text` on one line with everything that Markdown, HTML or a template would act on as a character reference.

    Character references mean the same in Markdown, between HTML tags and in attributes, so one rule serves all.
    """
    line = escape_part(" ".join(text.split()))
    return _HEAD.sub(lambda found: f"{found[1] or ''}{_referenced(found[2] or found[3])}", line)


def escape_part(text: str) -> str:
    """`text` from the middle of a line, its spaces kept."""
    return _ACTIVE.sub(_reference, text)


def _reference(found: re.Match[str]) -> str:
    return _referenced(found[0])


def _referenced(characters: str) -> str:
    return "".join(f"&#{ord(character)};" for character in characters)


def relative(target: str, *, page: str) -> str:
    """The address of `target` (a path below `docs/`, with or without `#…`) as seen from `page`."""
    path, mark, fragment = target.partition("#")
    way = posixpath.relpath(path, posixpath.dirname(page) or ".")
    return f"{way}{mark}{fragment}"


def front(entries: Mapping[str, object]) -> str:
    """Front matter; JSON is YAML. Themes print title and description as they are, so these are escaped."""
    shown = {key: escape(str(value)) if key in PRINTED else value for key, value in entries.items()}
    rows = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in shown.items())
    return "\n".join(("---", *rows, "---", "", ""))
