"""YAML text to nodes that keep every scalar as text with its place, built from the parser's events."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

import yaml

from generator.diagnostics import Diagnostic, Note, Place
from generator.reading.characters import odd_characters, odd_in_value
from generator.reading.quoting import quoted
from generator.reading.slips import Scene, mended, slip

MAX_DEPTH = 12
MOST_SLIPS = 20
"""Values without their quotation marks that are told of in one text; whoever mends these sees the next."""
_AGAIN = {
    "id": "begin the new entry with a dash at the edge of the file: `- id: …`",
    "source": "begin the second piece of evidence with a dash: `- source: …`",
    "quote": "write a line `- source: …` above it, which begins a second piece of evidence",
}
"""What is meant by a key that stands twice, where something new begins with it."""
_NUMBER_SIGN = re.compile(r"\s+(#\d[^\s]*)")


@dataclass(frozen=True, slots=True)
class TextNode:
    """A scalar, never interpreted: `NO` stays `NO`, `012` stays `012`."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class ListNode:
    """A sequence of nodes."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class MapNode:
    """A mapping: keys with their own places, in file order, each key once."""

    entries: dict[str, tuple[Place, Node]]
    place: Place


Node = TextNode | ListNode | MapNode
Plain = str | list["Plain"] | dict[str, "Plain"]


def plain(node: Node) -> Plain:
    """The node as nested lists and dictionaries of text, without places."""
    match node:
        case TextNode():
            return node.text
        case ListNode():
            return [plain(item) for item in node.items]
        case MapNode():
            return {key: plain(value) for key, (_, value) in node.entries.items()}


def place_of(node: Node, path: tuple[str | int, ...]) -> Place:
    """The place of the value at `path`, or of the nearest node on the way there."""
    for step in path:
        if isinstance(node, MapNode) and step in node.entries:
            node = node.entries[str(step)][1]
        elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            break
    return head_of(node)


def key_place(node: Node, path: tuple[str | int, ...]) -> Place:
    """The place of the key at the end of `path`."""
    *way, last = path
    for step in way:
        if isinstance(node, MapNode) and step in node.entries:
            node = node.entries[str(step)][1]
        elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
    if isinstance(node, MapNode) and last in node.entries:
        return node.entries[str(last)][0]
    return head_of(node)


def head_of(node: Node) -> Place:
    """Where to point for a whole node: a scalar's own span, a mapping's or list's first entry."""
    if isinstance(node, MapNode) and node.entries:
        key, value = next(iter(node.entries.values()))
        return Place(key.path, key.line, key.column, value.place.end_line, value.place.end_column)
    if isinstance(node, ListNode) and node.items:
        return head_of(node.items[0])
    return node.place


@dataclass(slots=True)
class _Builder:
    """Turns events into nodes; lives for the reading of one text."""

    path: str
    first_line: int
    lines: Sequence[str]
    events: Iterator[yaml.events.Event]
    problems: list[Diagnostic] = field(default_factory=list)

    def place(self, event: yaml.events.Event) -> Place:
        start, end = cast("yaml.Mark", event.start_mark), cast("yaml.Mark", event.end_mark)
        row = self.first_line
        return Place(self.path, start.line + row, start.column + 1, end.line + row, end.column + 1)

    def span(self, first: yaml.events.Event, last: yaml.events.Event) -> Place:
        start, end = self.place(first), self.place(last)
        return Place(self.path, start.line, start.column, end.end_line, end.end_column)

    def refuse(self, code: str, place: Place, headline: str, hint: str, *notes: Note) -> None:
        self.problems.append(Diagnostic(code, place, headline, hint, notes))

    def node(self, event: yaml.events.Event, depth: int = 0) -> Node:
        anchor = getattr(event, "anchor", None)
        if anchor is not None:
            is_alias = isinstance(event, yaml.events.AliasEvent)
            hint = "write the value itself" if is_alias else f"write the value without `&{anchor}`"
            self.refuse("yaml-anchor", self.place(event), "anchors and aliases are not allowed here", hint)
        if isinstance(event, yaml.events.AliasEvent):
            return TextNode("", self.place(event))
        tag = getattr(event, "tag", None)
        if tag is not None:
            self.refuse(
                "yaml-tag",
                self.place(event),
                f"the tag {tag} is not allowed here",
                "write the value without its tag",
            )
        if depth > MAX_DEPTH:
            raise yaml.MarkedYAMLError(
                problem="lists are nested too deeply", problem_mark=cast("yaml.Mark", event.start_mark)
            )
        if isinstance(event, yaml.events.ScalarEvent):
            self.problems += odd_in_value(event.value, self.place(event)) if event.style == '"' else ()
            self.cut_short(event)
            return TextNode(event.value, self.place(event))
        if isinstance(event, yaml.events.SequenceStartEvent):
            return self.sequence(event, depth)
        return self.mapping(event, depth)

    def cut_short(self, event: yaml.events.ScalarEvent) -> None:
        """A text that goes on with a number sign, `#1`, from where on YAML reads a comment."""
        end = cast("yaml.Mark", event.end_mark)
        line = self.lines[end.line] if end.line < len(self.lines) else ""
        found = _NUMBER_SIGN.match(line, end.column) if event.value and end.column else None
        if found:
            row = end.line + self.first_line
            place = Place(self.path, row, found.start(1) + 1, row, len(line.rstrip()) + 1)
            headline = f"from `{found[1]}` on this line is read as a comment, not as part of the text"
            whole = quoted(f"{event.value} {line[found.start(1) :].rstrip()}")
            self.refuse("number-sign", place, headline, f"put quotation marks around the text: `{whole}`")

    def sequence(self, first: yaml.events.Event, depth: int) -> ListNode:
        items: list[Node] = []
        while not isinstance(event := next(self.events), yaml.events.SequenceEndEvent):
            items.append(self.node(event, depth + 1))
        return ListNode(tuple(items), self.span(first, event))

    def mapping(self, first: yaml.events.Event, depth: int) -> MapNode:
        entries: dict[str, tuple[Place, Node]] = {}
        again: set[str] = set()
        while not isinstance(event := next(self.events), yaml.events.MappingEndEvent):
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if not isinstance(key, TextNode):
                self.refuse("yaml-key", head_of(key), "a key must be plain text", "write the key as one word")
            elif key.text in entries:
                if "id" not in again:  # else a whole entry is told already
                    earlier = Note("first written here", entries[key.text][0])
                    hint = _AGAIN.get(key.text, "keep one of them")
                    self.refuse("key-twice", key.place, f"the key `{key.text}` stands twice", hint, earlier)
                again.add(key.text)
            else:
                entries[key.text] = (key.place, value)
        return MapNode(entries, self.span(first, event))


def read_yaml(path: str, text: str, *, first_line: int = 1) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The only document of `text` as a node (None when empty or broken), and what is wrong with it.

    `first_line` is the line of the file on which `text` starts (front matter starts on line 2). Where values need
    quotation marks, each of them is told, and the rest is read as if they had them.
    """
    odd = tuple(odd_characters(path, text, first_line=first_line))
    if odd:
        return None, odd
    slips: list[Diagnostic] = []
    while len(slips) < MOST_SLIPS:
        root, problems, scene = _parsed(path, text, first_line)
        if scene is None:
            return root, (*slips, *problems)
        told = slip(scene)
        text = mended(scene, told)
        farther = told.place.line - slips[-1].place.line if slips else 2
        if farther >= (
            1 if text else 2
        ):  # else it follows from the one before, as in a text of several lines
            slips.append(told)
        if not text or farther < 1:
            return None, (*slips, *problems)
    return None, tuple(slips)


def _parsed(
    path: str, text: str, first_line: int
) -> tuple[Node | None, tuple[Diagnostic, ...], Scene | None]:
    """The document, what is wrong with it, and the scene where the parser gave up, if it did."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = _Builder(path, first_line, text.split("\n"), yaml.parse(text, Loader=loader))
    root: Node | None = None
    try:
        for event in builder.events:
            if isinstance(event, yaml.events.DocumentStartEvent):
                if root is not None:
                    builder.refuse(
                        "yaml-documents",
                        builder.place(event),
                        "a second document starts here",
                        "remove `---`",
                    )
                    break
                root = builder.node(next(builder.events))
    except yaml.YAMLError as error:
        return None, tuple(builder.problems), _scene(path, text, error, first_line)
    except RecursionError:
        broken = Diagnostic("yaml-broken", Place(path, first_line), "the YAML is nested too deeply")
        return None, (*builder.problems, broken), None
    return _without_nothing(root), tuple(builder.problems), None


def _without_nothing(root: Node | None) -> Node | None:
    return None if isinstance(root, TextNode) and not root.text else root


def _scene(path: str, text: str, error: yaml.YAMLError, first_line: int) -> Scene:
    mark, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    mark = mark or opened
    return Scene(
        path,
        first_line,
        [line.removesuffix("\r") for line in text.split("\n")],
        problem=str(getattr(error, "problem", None) or "it cannot be read"),
        row=mark.line if mark else 0,
        column=mark.column if mark else 0,
        opened=(opened.line, opened.column) if opened else None,
        context=str(getattr(error, "context", None) or ""),
    )
