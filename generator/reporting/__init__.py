"""Reports: diagnostics as text for people, annotations for GitHub, data for programs; one file per form."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from generator.diagnostics import Diagnostic
from generator.reporting import full, github, json_text, line, markdown, sarif

Report = Callable[[Sequence[Diagnostic], Mapping[str, str]], str]

REPORTS: Mapping[str, Report] = {
    "full": full.render,
    "line": line.render,
    "github": github.render,
    "json": json_text.render,
    "markdown": markdown.render,
    "sarif": sarif.render,
}


def report(
    problems: Sequence[Diagnostic],
    sources: Mapping[str, str],
    environment: Mapping[str, str],
    *,
    colour: bool = False,
) -> str:
    """What a command prints: the full form, and in GitHub Actions the annotations below it."""
    if not problems:
        return ""
    text = full.render_full(problems, sources, colour=colour) + "\n"
    if environment.get("GITHUB_ACTIONS") == "true":
        text += github.render(problems, sources)
    return text
