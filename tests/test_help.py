"""The help of every command ends in examples that can be typed as they stand."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.cli import main

Way = tuple[str, ...]


def commands(group: click.Command, way: Way = ()) -> Iterator[tuple[Way, click.Command]]:
    yield way, group
    for name, command in getattr(group, "commands", {}).items():
        yield from commands(command, (*way, name))


EVERY = dict(commands(main))


def examples(way: Way) -> list[list[str]]:
    """The examples of a command's help, line ends behind a backslash joined, each as words."""
    told = CliRunner().invoke(main, [*way, "--help"]).output.replace("\\\n", " ")
    _, _, below = told.partition("\n  For example:\n")
    return [shlex.split(line)[1:] for line in re.findall(r"^    (explainer .*)$", below, re.MULTILINE)]


@pytest.mark.parametrize("way", EVERY, ids=" ".join)
def test_every_command_shows_examples_that_it_understands(way: Way) -> None:
    found = examples(way)
    assert found
    for words in found:
        meant = max((each for each in EVERY if tuple(words[: len(each)]) == each), key=len)
        assert meant[: len(way)] == way
        assert EVERY[meant].make_context(meant[-1], words[len(meant) :])


@pytest.mark.parametrize("record", ["fact", "source", "entity"])
def test_what_the_help_of_new_shows_can_be_written(
    project: Path, record: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    done = CliRunner().invoke(main, examples(("new", record))[-1])
    assert done.exit_code == 0, done.output
