"""What an engine says that failed, as people can read it: no colours on a pipe, no traceback of its own."""

from __future__ import annotations

import re

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_TRACEBACK = re.compile(r"^Traceback \(most recent call last\):\n(?:[ \t].*\n)*(?:\w+: )?", re.MULTILINE)
_STEPS = re.compile(r"^Build (?:started|finished.*)\n", re.MULTILINE)


def complaint(output: str) -> str:
    """The sentences of `output`, each line ended."""
    told = _STEPS.sub("", _TRACEBACK.sub("", _COLOUR.sub("", f"{output.rstrip()}\n")))
    return "\n".join(line.rstrip() for line in told.splitlines()) + "\n"
