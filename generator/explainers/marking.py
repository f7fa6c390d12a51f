"""Which HTML of a page calls have given: their tags are marked, with a word that nobody can write who writes the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256

from turbohtml import Element, tokenize

MARK = "data-made"
_READ = "markdown"
"""An attribute for the renderer, which takes it out."""
_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9]*)((?:\s[^<>]*?)?)(?=/?>)")
_LIST = re.compile(r"\{ \.([a-z-]+) \}")
"""A list of attributes behind a link, as templates have it; braces from records are escaped."""
_NOTE = re.compile(r"\[\^([a-z0-9-]+)\](?!:)")


def word(body: str) -> str:
    """The word that marks tags on a page: to write it, one would have to know the hash of a text that holds it."""
    return sha256(body.encode()).hexdigest()


def marked(given: str, word: str) -> str:
    """What a call has given, its tags marked. What it prints of records is escaped, so each tag in it is its own."""

    def listed(found: re.Match[str]) -> str:
        return f'{{ {MARK}="{_sum(word, "a", {"class": found[1]})}" .{found[1]} }}'

    tagged = _TAG.sub(lambda found: f'<{found[1]} {MARK}="{_of_tag(word, found[0])}"{found[2]}', given)
    return _LIST.sub(listed, tagged)


def cited(given: str) -> Counter[str]:
    """How often a call's text refers to each footnote."""
    return Counter(_NOTE.findall(given))


def is_made(element: Element, word: str) -> bool:
    """Whether a call has given the element, with these very attributes: a mark counts for its own tag only.

    A call that stands inside of a tag gives its mark to that one too, which has others. A link with a list of
    attributes gets its address from Markdown.
    """
    mark = element.attr(MARK)
    if mark is None:
        return False
    attributes = {name: element.attr(name) or "" for name in element.attrs if name != MARK}
    if mark == _sum(word, element.tag, attributes):
        return True
    return (
        element.tag == "a"
        and set(attributes) == {"class", "href"}
        and mark == _sum(word, "a", {"class": attributes["class"]})
    )


@lru_cache(maxsize=4096)
def _of_tag(word: str, tag: str) -> str:
    (token, *_) = tokenize(f"{tag}>")
    return _sum(word, token.tag or "", dict(token.attrs or ()))


def _sum(word: str, tag: str, attributes: Mapping[str, str]) -> str:
    """The mark of a tag: who knows the word can make it."""
    # Markdown writes an attribute without a value as if its name were its value.
    valued = {name.lower(): "" if value == name else value for name, value in attributes.items()}
    kept = sorted((name, value) for name, value in valued.items() if name != _READ)
    return sha256(repr((word, tag.lower(), kept)).encode()).hexdigest()[:32]
