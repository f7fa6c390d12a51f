"""A theme's style sheets without what no page of this site uses: it has rules for every site, and this is one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

_ATTRIBUTE = re.compile(r"""\b(?:class|data-md-[\w-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)""")
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_PICTURE = re.compile(r"(--[\w-]+):url\(")
_DRAWN = re.compile(r"var\(\s*(--[\w-]+)")
_GROUPS = ("media", "supports", "container")


def names(html: str) -> Iterator[str]:
    """The classes of a page, and the values that the theme keeps in attributes of its own."""
    for found in _ATTRIBUTE.findall(html):
        yield from found.strip("\"'").split()


def words(script: str) -> Iterator[str]:
    """Every word of a script: it may give any of them to an element as a class."""
    yield from _WORD.findall(script)


def lean(sheets: Mapping[str, str], used: Collection[str], others: Iterable[str] = ()) -> Mapping[str, str]:
    """`sheets` without the rules whose selectors all name something that is not `used`, and without pictures never drawn.

    What a script composes, such as `tag--` and a name, counts as used by its beginning. `others` are sheets and
    scripts that may draw a picture too.
    """
    known = frozenset(used)
    beginnings = tuple(sorted(word for word in known if word.endswith(("--", "__"))))
    kept = {path: _serialized(_rules(sheet), known, beginnings) for path, sheet in sheets.items()}
    drawn = {name for text in (*kept.values(), *others) for name in _DRAWN.findall(text)}
    return {path: _without_pictures(sheet, drawn) for path, sheet in kept.items()}


def _rules(sheet: str | Sequence[Node]) -> Sequence[Node]:
    return list(tinycss2.parse_rule_list(sheet, skip_comments=True, skip_whitespace=True))


def _serialized(rules: Sequence[Node], known: frozenset[str], beginnings: tuple[str, ...]) -> str:
    texts = []
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = [each for each in _selectors(rule.prelude) if _is_used(each, known, beginnings)]
            if selectors:
                heads = ",".join(tinycss2.serialize(each).strip() for each in selectors)
                texts.append(f"{heads}{{{tinycss2.serialize(rule.content)}}}")
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in _GROUPS and rule.content is not None:
            inner = _serialized(_rules(rule.content), known, beginnings)
            if inner:
                texts.append(f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}")
        else:
            texts.append(rule.serialize())
    return "".join(texts)


def _selectors(prelude: Sequence[Node]) -> Iterator[Sequence[Node]]:
    """The selectors of a rule, which commas part; those within brackets belong to one of them."""
    selector: list[Node] = []
    for part in prelude:
        if part == ",":
            yield selector
            selector = []
        else:
            selector.append(part)
    yield selector


def _is_used(selector: Sequence[Node], known: frozenset[str], beginnings: tuple[str, ...]) -> bool:
    """Whether a page may hold what `selector` asks for; what stands in `:not()` or `:is()` is not asked for."""
    return all(name in known or name.startswith(beginnings) for name in _asked(selector))


def _asked(selector: Sequence[Node]) -> Iterator[str]:
    for before, part in zip([None, *selector], selector, strict=False):
        if part.type == "ident" and before == ".":
            yield part.value
        elif part.type == "[] block" and "=" in part.content:
            name, value = [each.value for each in part.content if each.type in ("ident", "string")][:2]
            if name.startswith("data-md-"):
                yield value


def _without_pictures(sheet: str, drawn: Collection[str]) -> str:
    """`sheet` without the pictures in custom properties that no rule draws."""
    unused = {name for name in _PICTURE.findall(sheet) if name not in drawn}
    texts = []
    for rule in _rules(sheet):
        if isinstance(rule, QualifiedRule) and unused.intersection(_PICTURE.findall(rule.serialize())):
            content = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
            kept = [each.serialize() for each in content if getattr(each, "name", "") not in unused]
            texts.append(f"{tinycss2.serialize(rule.prelude)}{{{';'.join(kept)}}}" if kept else "")
        else:
            texts.append(rule.serialize())
    return "".join(texts)
