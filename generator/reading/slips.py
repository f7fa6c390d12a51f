"""What is wrong with a text that is no YAML, in plain words: the slips of the hand that people make most."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Note, Place
from generator.reading.quoting import CURLY, quoted

_KEY = re.compile(
    r"(?P<before>[ ]*(?:-[ ]+)*)(?P<key>[^\s:#{}\[\]'\"]+)(?P<colon>[ ]*:)(?:[ ]+(?P<value>.*\S))?[ ]*\Z"
)
_TIGHT = re.compile(r"(?P<before>[ ]*(?:-[ ]+)*)(?P<key>[a-z_]+):(?P<value>[^\s/].*)\Z")
_DASH = re.compile(r"(?P<before>[ ]*)-(?P<rest>[^\s-].*:.*)\Z")
_LEFT_OVER = re.compile(r"(<{7}|={7}|>{7})(?:\s|\Z)")
_OTHER_SPACE = re.compile(r"[ ]*([\u00a0\u2000-\u200a\u202f\u3000])")
_SPECIAL = "{[}]*&!%@`|>-,?"
IN_A_LIST = 4
"""Columns by which the keys of an item stand further in than the key of their list."""
_FARTHEST = 40
"""Lines that are looked back at for a quotation mark left open."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Where the parser gave up, in rows and columns from 0, and where what it was reading began."""

    path: str
    first_line: int
    lines: Sequence[str]
    problem: str
    row: int
    column: int
    opened: tuple[int, int] | None
    context: str

    def line(self, row: int) -> str:
        """The line at `row`, empty past the end."""
        return self.lines[row] if 0 <= row < len(self.lines) else ""

    def place(self, row: int, start: int, end: int | None = None) -> Place:
        """A span in one line; without an end, of one character."""
        number = row + self.first_line
        return Place(self.path, number, start + 1, number, (start + 1 if end is None else end) + 1)

    def rows(self) -> tuple[int, ...]:
        """The rows that may hold the slip, the likeliest first."""
        likely = [self.row, *([self.opened[0]] if self.opened else []), self.row - 1]
        return tuple(dict.fromkeys(row for row in likely if 0 <= row < len(self.lines)))


def slip(scene: Scene) -> Diagnostic:
    """The first slip that explains what the parser met."""
    found = (told for look in _LOOKS for told in look(scene))
    return next(found, _unexplained(scene))


def _unexplained(scene: Scene) -> Diagnostic:
    hint = "compare the spaces and marks of this line and the one above with an entry that is right"
    note = Note(f"in the words of the YAML reader: {scene.problem}")
    place = scene.place(scene.row, scene.column)
    return Diagnostic("yaml-broken", place, "from here on the file cannot be read as YAML", hint, (note,))


def _merge(scene: Scene) -> Iterator[Diagnostic]:
    for row, line in enumerate(scene.lines):
        if found := _LEFT_OVER.match(line):
            headline = f"`{found[1]}` is left over from joining two versions of this file"
            hint = "keep one of the two versions, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`"
            yield Diagnostic("merge-left-over", scene.place(row, 0, 7), headline, hint)


def _tab(scene: Scene) -> Iterator[Diagnostic]:
    for row in scene.rows():
        line = scene.line(row)
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            place = scene.place(row, 0, len(indent))
            hint = "delete the tab, and type spaces until the line stands under its neighbours"
            yield Diagnostic(
                "tab-indent", place, "this line begins with a tab, where only spaces may stand", hint
            )


def _other_space(scene: Scene) -> Iterator[Diagnostic]:
    for row in scene.rows():
        if found := _OTHER_SPACE.match(scene.line(row)):
            headline = f"this line begins with a space of another kind (U+{ord(found[1]):04X})"
            hint = "delete what stands before the first word, and type ordinary spaces"
            yield Diagnostic("wrong-indent", scene.place(row, 0, found.end()), headline, hint)


def _open_quote(scene: Scene) -> Iterator[Diagnostic]:
    """A quotation mark that nothing closes; where another one follows far below, the parser stops there."""
    if scene.opened and "quoted scalar" in scene.context and "end of stream" in scene.problem:
        yield _left_open(scene, *scene.opened)
        return
    for row in range(scene.row - 1, max(scene.row - _FARTHEST, -1), -1):
        found = _KEY.match(scene.line(row))
        value = (found["value"] or "") if found else ""
        if found and value[:1] in ('"', "'") and value.count(value[0]) == 1:
            yield _left_open(scene, row, found.start("value"))


def _left_open(scene: Scene, row: int, column: int) -> Diagnostic:
    mark = scene.line(row)[column : column + 1]
    headline = f"the quotation mark {mark} that opens here is never closed"
    return Diagnostic(
        "quotes-open", scene.place(row, column), headline, f"write {mark} at the end of this text too"
    )


def mended(scene: Scene, problem: Diagnostic) -> str:
    """The whole text with a value written as the hint of `problem` says; empty where the slip is of another kind."""
    value = next((quoted(value) for told, value in _values(scene) if told == problem), "")
    row, place = problem.place.line - scene.first_line, problem.place
    line = scene.line(row)
    whole = f"{line[: place.column - 1]}{value}{line[place.end_column - 1 :]}"
    return "\n".join((*scene.lines[:row], whole, *scene.lines[row + 1 :])) if value else ""


def _value(scene: Scene) -> Iterator[Diagnostic]:
    """A value that needs quotation marks, or has the wrong ones."""
    return (problem for problem, _ in _values(scene))


def _values(scene: Scene) -> Iterator[tuple[Diagnostic, str]]:
    """Every such value, as a problem and as the text that it should be between quotation marks."""
    for row in scene.rows():
        found = _KEY.match(scene.line(row))
        value = found["value"] if found else None
        if not found or not value:
            continue
        key, place = found["key"], scene.place(row, found.start("value"), found.end("value"))
        inside = row == scene.row and scene.column > found.end("colon")
        if value[0] in CURLY and ": " in value:
            headline = f"`{key}` stands between curly quotation marks, which do not protect the colon in it"
            yield (
                Diagnostic("curly-quotes", place, headline, _write(key, value.strip("“”„«»‘’‚ "))),
                value.strip("“”„«»‘’‚ "),
            )
        elif value[0] in ('"', "'"):
            if inside or value[1:].rstrip()[-1:] != value[0]:
                headline = f"the quotation marks of `{key}` close before its end"
                yield (
                    Diagnostic("quotes-inside", place, headline, _write(key, _unwrapped(value))),
                    _unwrapped(value),
                )
        elif value[0] in _SPECIAL and not (value[0] in "{[" and scene.row != row and not scene.opened):
            headline = f"`{key}` begins with `{value[0]}`, which means something else to YAML"
            yield Diagnostic("start-unquoted", place, headline, _write(key, value)), value
        elif inside and ": " in value + " " and "mapping values" in scene.problem:
            headline = f"`{key}` has a colon in its text, and no quotation marks around it"
            yield Diagnostic("colon-unquoted", place, headline, _write(key, value)), value


def _unwrapped(value: str) -> str:
    """A text without the one mark at each end; marks that only enclose its first words are kept."""
    mark, inner = value[0], value[1:-1]
    opening = not inner.partition(mark)[0].rstrip(" ") or inner.partition(mark)[0].endswith(" ")
    whole = mark == value[-1] and mark in inner and (mark == "'" or opening)
    return inner if whole else value


def _write(key: str, value: str) -> str:
    return f"write `{key}: {quoted(value)}`"


def _space(scene: Scene) -> Iterator[Diagnostic]:
    for row in scene.rows():
        line = scene.line(row)
        if found := _DASH.match(line):
            rest = found["rest"]
            place = scene.place(row, found.end("before"), len(line.rstrip()))
            yield Diagnostic(
                "space-missing", place, "a space is missing after the dash", f"write `- {rest.strip()}`"
            )
        elif (found := _TIGHT.match(line)) and "':'" in scene.problem:
            place = scene.place(row, found.start("key"), len(line.rstrip()))
            hint = f"write `{found['key']}: {found['value'].strip()}`"
            yield Diagnostic("space-missing", place, "a space is missing after the colon", hint)


def _colon(scene: Scene) -> Iterator[Diagnostic]:
    if not scene.opened or "simple key" not in scene.context:
        return
    row, column = scene.opened
    line = scene.line(row).rstrip()
    first, _, rest = line[column:].partition(" ")
    place = scene.place(row, column, len(line))
    if re.fullmatch(r"[a-z_]+", first) and rest and column in dict(_above(scene, row)):
        yield Diagnostic("no-colon", place, f"a colon is missing after `{first}`", f"write `{first}: {rest}`")
    else:
        hint = "put it at the end of the line before, if it goes on from there"
        yield Diagnostic("no-colon", place, "this line does not say which key it belongs to", hint)


def _indent(scene: Scene) -> Iterator[Diagnostic]:
    found = _KEY.match(scene.line(scene.row))
    if not found:
        return
    column, key = found.start("key"), found["key"]
    above = _above(scene, scene.row)
    near = min(above, key=lambda each: (abs(each[0] - column), -each[0]), default=None)
    if near is None or near[0] == column:
        return
    right = column > near[0]
    count = abs(column - near[0])
    spaces = f"{count} space{'' if count == 1 else 's'}"
    headline = f"`{key}` stands {spaces} too far to the {'right' if right else 'left'}"
    hint = f"{'take away' if right else 'add'} {spaces}, so that `{key}` stands right under `{near[1]}`"
    yield Diagnostic("wrong-indent", scene.place(scene.row, column, found.end("key")), headline, hint)


def outside(place: Place, key: str, list_key: str, count: int) -> Diagnostic:
    """`wrong-indent`, for an item that stands outside the list it belongs to."""
    headline = f"`{key}` stands {count} spaces too far to the left"
    hint = f"add {count} spaces before its dash, and under it put each of its lines right under `{key}`"
    return Diagnostic("wrong-indent", place, headline, hint, (Note(f"it would belong to `{list_key}`"),))


def _outside(scene: Scene) -> Iterator[Diagnostic]:
    """A dash further to the left than the key whose list it begins, with lines under it that stand right."""
    dashes = (row for row in range(scene.row - 1, -1, -1) if scene.line(row).lstrip().startswith("- "))
    row = next(dashes, 0)
    item, list_of = _KEY.match(scene.line(row)), _KEY.match(scene.line(row - 1))
    if not item or not list_of or list_of["value"] or item["key"] == "id" or not row:
        return
    inside, wanted = item.start("key"), list_of.start("key") + IN_A_LIST
    if item["before"].index("-") < list_of.start("key") and inside < wanted:
        place = scene.place(row, inside, item.end("key"))
        yield outside(place, item["key"], list_of["key"], wanted - inside)


def _new_entry(scene: Scene) -> Iterator[Diagnostic]:
    """An entry below others that begins without a dash."""
    line = scene.line(scene.row).rstrip()
    if line.startswith("id:") and any(each.startswith("- id:") for each in scene.lines[: scene.row]):
        headline = "the new entry does not begin with a dash"
        hint = f"write `- {line}`, and two spaces before each of the lines under it"
        yield Diagnostic("not-a-list", scene.place(scene.row, 0, len(line)), headline, hint)


def _above(scene: Scene, row: int) -> list[tuple[int, str]]:
    """The columns in which keys of the same entry stand above `row`, each with the last key in it."""
    columns: list[tuple[int, str]] = []
    for line in scene.lines[:row]:
        if found := _KEY.match(line):
            column = found.start("key")
            columns = [each for each in columns if each[0] < column]
            columns.append((column, found["key"]))
    return columns


_LOOKS: tuple[Callable[[Scene], Iterator[Diagnostic]], ...] = (
    _merge, _tab, _other_space, _open_quote, _value, _space, _colon, _new_entry, _outside, _indent,
)  # fmt: skip
