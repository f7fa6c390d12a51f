"""The faults of a page's HTML: what its author wrote that is not for pages, as a browser reads what an engine renders."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from turbohtml import Comment, Element, ProcessingInstruction, TokenType, tokenize

from generator.explainers.allowed import (
    DRAWN,
    ELEMENTS,
    EVERYWHERE,
    HEADINGS,
    IN_HEADINGS,
    ON,
    RESERVED_IDS,
    is_class,
    wrong_link,
    wrong_picture,
)
from generator.explainers.html import LAYOUT, Rendered
from generator.explainers.marking import MARK, is_made
from generator.explainers.noted import BY_HAND, by_hand, is_list, noted
from generator.markup.activity import activity
from generator.markup.nesting import flaws

OUT = "leave it out"
PAIR = "close what the page opens, and nothing else"
_DRAWN = frozenset(map(str.lower, DRAWN))
_NAMED = re.compile(r"`(</?[\w-]+)>`")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong; `needle` is what to look for in the page's source."""

    code: str
    headline: str
    hint: str
    needle: str


@dataclass(frozen=True, slots=True)
class Given:
    """What the calls of a page gave: the word that marks their tags, and how often they refer to each footnote."""

    word: str
    notes: Mapping[str, int]

    def made(self, element: Element) -> bool:
        """Whether a call gave the element."""
        return is_made(element, self.word)


def faults(page: Rendered, given: Given) -> Iterator[Fault]:
    """Everything on `page` that its author may not write; calls within tags alone, since these spoil what is around."""
    if within := list(_calls_within(page, given)):
        yield from within
        return
    yield from _tags(page)
    yield from _pairs(page)
    ids = Counter(found for element in page.elements if (found := element.attr("id")))
    for element in page.elements:
        if given.made(element):
            yield from _active(element)
        elif not (noted(element) or is_list(element)):
            yield from _written(element, ids)
    for needle in by_hand(page, given.notes, given.made):
        yield Fault("reserved-name", BY_HAND, 'write {{ cite("…") }} with the id of a fact', needle)
    for label in page.labels:
        yield Fault("unknown-element", "the attribute `data-toc-label` is not for pages", OUT, label)


def _calls_within(page: Rendered, given: Given) -> Iterator[Fault]:
    """Tags that a call stands in, and takes apart."""
    for element in page.elements:
        texts = (*element.attrs, *(element.attr(name) or "" for name in element.attrs))
        if not given.made(element) and any(MARK in text for text in texts):
            tag = element.tag if element.tag in ELEMENTS else "…"
            headline, hint = f"a call stands within the tag `<{tag}>`", "write the call in the text"
            yield Fault("unknown-element", headline, hint, f"<{tag}")


def _tags(page: Rendered) -> Iterator[Fault]:
    """Tags as they are written, also those that a browser leaves out or moves; and what is neither tag nor text."""
    for token in tokenize(page.html):
        tag = (token.tag or "").lower()
        if token.type is TokenType.DOCTYPE:
            yield Fault("unknown-element", "`<!doctype>` is not for pages", OUT, "<!")
        if token.type is TokenType.START_TAG and tag not in ELEMENTS | _DRAWN:
            hint = "write it as Markdown, or leave it out"
            yield Fault("unknown-element", f"`<{tag}>` is not for pages", hint, f"<{tag}")
    for node in page.document.descendants:
        if isinstance(node, ProcessingInstruction) or (
            isinstance(node, Comment) and node.data.startswith("?")
        ):
            yield Fault("unknown-element", "`<?…>` is not for pages", OUT, "<?")
        elif isinstance(node, Comment) and ("<" in node.data or ">" in node.data):
            headline = "a remark with `<` or `>` in it is not for pages"
            yield Fault("unknown-element", headline, "leave the signs out of the remark", "<!")


def _pairs(page: Rendered) -> Iterator[Fault]:
    """What the page opens and does not close, or closes without having opened it."""
    found = list(flaws(page.whole))
    for _, _, text in found:
        named = _NAMED.search(text)
        yield Fault("tag-without-pair", text, PAIR, named[1] if named else "<")
    if not found and not _is_in_its_place(page):
        yield Fault("tag-without-pair", "the page’s HTML does not end where the page ends", PAIR, "<")


def _is_in_its_place(page: Rendered) -> bool:
    """Whether the layout is as it was, with all that belongs to the page in its innermost element."""
    html, head, title, body, main, column, article = page.layout
    if (
        page.end is None
        or tuple(each.tag for each in page.layout) != LAYOUT
        or page.end.parent is not article
    ):
        return False
    around = (html, body, main, column, article)
    nested = all(inner.parent is outer for outer, inner in pairwise(around))
    bare = dict(html.attrs) == {"lang": "en"} and not any(each.attrs for each in (head, title, *around[1:]))
    return (
        nested and bare and all(any(around is article for around in each.ancestors) for each in page.elements)
    )


def _active(element: Element) -> Iterator[Fault]:
    """What a call gave cannot run either, whatever an author put around it."""
    attributes = {name: element.attr(name) or "" for name in element.attrs}
    for name, text in activity(element.tag, attributes):
        yield Fault("unknown-element", f"{text} is not for pages", OUT, name)
    if element.tag == "a" and (wrong := wrong_link(attributes.get("href", ""))):
        yield Fault("unknown-element", wrong, OUT, "<a")


def _written(element: Element, ids: Mapping[str, int]) -> Iterator[Fault]:
    """An element that the author wrote, in HTML or in Markdown."""
    tag = element.tag
    if tag not in ELEMENTS:
        if tag in DRAWN:
            yield Fault("unknown-element", f"`<{tag}>` is not for pages", OUT, f"<{tag}")
        return
    heading = next(
        (each for each in element.ancestors if isinstance(each, Element) and each.tag in HEADINGS), None
    )
    if heading is not None and tag not in IN_HEADINGS:
        hint = "write it below the heading"
        yield Fault("unknown-element", f"`<{tag}>` is not for headings", hint, f"<{tag}")
    own_link = heading is not None and _is_own_link(element, heading)
    for name in element.attrs:
        value = element.attr(name) or ""
        if not own_link:
            yield from _attribute(element, name, value, in_heading=heading is not None)
    if not own_link:
        yield from _names(element, ids)


def _is_own_link(element: Element, heading: Element) -> bool:
    """The link of a heading to itself, which an extension makes."""
    names = tuple(element.attrs)
    return (
        element.tag == "a"
        and element.parent is heading
        and names in (("class", "href"), ("class", "href", "title"))
        and element.attr("class") == "headerlink"
        and element.attr("href") == f"#{heading.attr('id')}"
    )


def _attribute(element: Element, name: str, value: str, *, in_heading: bool) -> Iterator[Fault]:
    tests = {**EVERYWHERE, **ON.get(element.tag, {})}
    if "<" in value or ">" in value:
        hint = "write it in words"
        yield Fault(
            "unknown-element",
            f"`<` or `>` in the attribute of `<{element.tag}>` is not for pages",
            hint,
            name,
        )
    elif name not in tests:
        yield Fault("unknown-element", f"the attribute `{name}` is not for pages", OUT, name)
    elif in_heading and (name not in ("href", "class", "id") or "id=" in value):
        yield Fault("unknown-element", f"the attribute `{name}` is not for headings", OUT, name)
    elif name in ("id", "class"):
        return
    elif not tests[name](value):
        yield _refused(element, name, value)


def _refused(element: Element, name: str, value: str) -> Fault:
    if name == "href":
        hint = "link to a page of the site or to an `https:` address"
        return Fault("unknown-element", wrong_link(value), hint, value.strip())
    if name == "src":
        hint = "put a PNG, JPEG or WebP file below docs/, and write its path"
        return Fault("unknown-element", wrong_picture(value), hint, value.strip())
    headline = f"`{' '.join(value.split())[:60]}` is no `{name}` for `<{element.tag}>` on a page"
    return Fault("unknown-element", headline, OUT, name)


def _names(element: Element, ids: Mapping[str, int]) -> Iterator[Fault]:
    """Classes and ids: what the theme, the site's script or evidence goes by is not for authors."""
    in_code = element.tag == "code" or any(
        isinstance(each, Element) and each.tag in ("code", "pre") for each in element.ancestors
    )
    for name in (element.attr("class") or "").split():
        if not is_class(name, tag=element.tag, in_code=in_code):
            hint = "take it out; what stands for evidence comes from calls, with its classes"
            yield Fault("reserved-name", f"the class `{name}` is not for pages", hint, name)
    found = element.attr("id")
    if found is None:
        return
    if found in RESERVED_IDS or not EVERYWHERE["id"](found):
        hint = "write small letters, digits and hyphens"
        yield Fault("reserved-name", f"the id `{' '.join(found.split())[:60]}` is not for pages", hint, found)
    elif ids[found] > 1:
        hint = "give it a name of its own"
        yield Fault("reserved-name", f"the id `{found}` stands twice on the page", hint, found)
