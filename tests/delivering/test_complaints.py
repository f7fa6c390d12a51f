"""What an engine says is kept, what only its makers need is not."""

from __future__ import annotations

from generator.delivering.complaints import complaint


def test_colours_steps_and_tracebacks_go_and_sentences_stay() -> None:
    said = (
        "Build started\n\x1b[33mWarning:\x1b[0m page does not exist  \n1 issue found\nTraceback (most recent call last):\n"
        '  File "a", line 1, in b\n    c()\nRuntimeError: Aborted because --strict flag is set'
    )
    assert (
        complaint(said)
        == "Warning: page does not exist\n1 issue found\nAborted because --strict flag is set\n"
    )
    assert complaint("Error: x\n") == "Error: x\n"
