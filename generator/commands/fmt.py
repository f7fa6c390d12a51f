"""`explainer fmt`: every seed file in the one layout."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from generator import files as disk
from generator.commands.examples import example
from generator.commands.project import project_root, refuse
from generator.diagnostics import Diagnostic
from generator.layout import difference, formatted
from generator.reading.seeds import decode, read_seeds
from generator.reporting import report


@click.command(epilog=example("explainer fmt seeds/facts --check"))
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; name the files that differ, and exit with 1.")
def fmt(paths: tuple[Path, ...], check: bool) -> None:
    """Lay out seed files: order of keys, quotation marks, lists, empty lines.

    PATHS are files or folders below seeds/; without any, all of them. Comments and meaning are kept: a file is
    written only after it was read again and said the same. Where a file cannot be read, none is written.
    """
    root = project_root()
    chosen = _chosen(root, paths)
    texts, problems = _read(chosen)
    laid_out = {path: formatted(path, text) for path, text in texts.items()}
    problems = [*problems, *(problem for each in laid_out.values() for problem in each.problems)]
    if problems:
        _tell(problems, texts)
        sys.exit(1)
    wanted = {path: each.text for path, each in laid_out.items() if each.text.encode() != chosen[path]}
    if check:
        as_stored = {path: chosen[path].decode() for path in wanted}
        _tell([difference(path, as_stored[path], text) for path, text in wanted.items()], as_stored)
    else:
        _write(root, wanted)
    click.echo(_closing(len(chosen), len(wanted), check=check))
    sys.exit(1 if check and wanted else 0)


def _chosen(root: Path, paths: Sequence[Path]) -> Mapping[str, bytes]:
    """The seed files at or below `paths`, by path; a path that leads to none ends the command."""
    seeds = {path: content for path, content in disk.collect(root).items() if path.startswith("seeds/")}
    names = [Path(os.path.relpath(path, root)).as_posix() for path in paths] or ["seeds"]
    found: dict[str, bytes] = {}
    for name in names:
        below = {path: each for path, each in seeds.items() if f"{path}/".startswith(f"{name}/")}
        if not below:
            refuse(f"there is no seed file at {name}; name a file or a folder below seeds/")
        found.update(below)
    return found


def _read(files: Mapping[str, bytes]) -> tuple[Mapping[str, str], Sequence[Diagnostic]]:
    """The texts, and everything for which one of them cannot be read."""
    decoded = {path: decode(path, content) for path, content in files.items()}
    texts = {path: text for path, (text, problems) in decoded.items() if not problems}
    undecodable = [problem for _, problems in decoded.values() for problem in problems]
    return texts, [*undecodable, *read_seeds(texts).problems]


def _write(root: Path, wanted: Mapping[str, str]) -> None:
    for path, text in wanted.items():
        try:
            disk.write(root / path, text)
        except OSError as error:
            refuse(f"{path} cannot be written: {error.strerror}")
        click.echo(f"{path} is laid out anew")


def _tell(problems: Sequence[Diagnostic], texts: Mapping[str, str]) -> None:
    sys.stdout.write(report(problems, texts, os.environ, colour=sys.stdout.isatty()))


def _closing(count: int, changed: int, *, check: bool) -> str:
    files = f"{count:,} seed file{'' if count == 1 else 's'}"
    if not changed:
        return f"{files}: all laid out alike"
    return f"{files}: {changed:,} {'laid out otherwise' if check else 'laid out anew'}"
