"""The ways in which somebody follows a hint, knowing no more than the diagnostic and the files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from generator.diagnostics import Diagnostic
from tests.following import moving, removing, writing
from tests.following.editing import Files

Way = Callable[[re.Match[str], Diagnostic, Files], Iterable[Files]]


def followed(problem: Diagnostic, files: Files) -> Iterator[Files]:
    """What the files may become by the hint, the likeliest first; nothing where the hint needs a person's knowledge."""
    for pattern, way in WAYS:
        found = pattern.fullmatch(problem.hint)
        if found:
            yield from way(found, problem, files)
            return


WAYS: tuple[tuple[re.Pattern[str], Way], ...] = tuple(
    (re.compile(pattern), way)
    for pattern, way in (
        (
            r"(?:write|add) `(?P<line>(?:- )?\w+: [^`…]+)`(?:, if that is the passage you mean|, or .*)?",
            writing.write_line,
        ),
        (r"add `(?P<line>[^`]+)` to the entity, .*", writing.add_to_entity),
        (r"add `kind: …`, one of (?P<words>.+)", writing.add_kind),
        (r"write (?P<words>[^:]+?) in its place(?:[:,] .*)?", writing.write_in_its_place),
        (r"give the new one another id, such as `(?P<words>[\w-]+)`", writing.another_id),
        (r"write the value without .*", writing.without),
        (r"(?:write|write only|did you mean) `(?P<words>[^`]+)`\??", writing.write_words),
        (r"take it out(?:[;,] .*)?", removing.take_out),
        (r"take the answer out", removing.take_answer_out),
        (r"take `(?P<id>[\w-]+)` out(?:, .*)?", removing.take_record_out),
        (r"quote “(?P<words>.+)” too", moving.quote_too),
        (r"(?:name the file|rename it to|move it to) (?P<path>[\w/.-]+\.\w+)(?:, .*)?", moving.rename),
        (r"write its entries at the end of (?P<path>[\w/.-]+)", moving.move_entries),
        (r"delete the file; .*", removing.delete_file),
        (r"remove it(?:, .*)?|remove `---`", removing.drop),
        (r"put quotation marks around the text: `(?P<words>.+)`", writing.quote_marks),
        (r"write (?P<mark>[\"']) at the end of this text too", writing.close),
        (r"begin its first line with a dash: .*|write `- [^…]*`(?:,| before) .*", moving.begin_with_dash),
        (r"(?P<way>take away|add) (?P<count>\d+) spaces?, so that .*", moving.shift),
        (r"add (?P<count>\d+) spaces before its dash, .*", moving.shift_entry),
        (r"delete the tab, .*|delete what stands before the first word, .*", moving.type_spaces),
        (r"put it at the end of the line before, .*", moving.join),
        (r"keep one of the two versions, .*", removing.keep_one),
        (r"keep one of them", removing.drop_line),
        (r"write a line `- source: …` above it, .*", writing.add_source),
        (r"save the file as UTF-8", moving.save),
        (r"use (?P<words>\w+\(\)(?: or \w+\(\))*)", writing.call),
        (r"(?:write|the \w+(?: of \w+\(\))? are)(?: one of)? (?P<words>[^;:…“]+)", writing.choose),
    )
)
"""What a hint says, and how it is followed; the first that fits."""
