"""A command at a real pseudo-terminal: wait for what it asks, answer, read what it says."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.conftest import ROOT

PATIENCE = 60
_COLOURS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


def _heeding() -> None:
    """Heed Ctrl-C even where the tests run in the background, in which shells have it ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Terminal:
    """`explainer` with `arguments` in `cwd`; `shown` is everything it has written so far, without colours."""

    def __init__(self, *arguments: str, cwd: Path) -> None:
        self.side, other = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "generator", *arguments],
            cwd=cwd, stdin=other, stdout=other, stderr=other, start_new_session=True, preexec_fn=_heeding,  # noqa: PLW1509 - no threads here
            env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "GITHUB_ACTIONS": ""},
        )  # fmt: skip
        os.close(other)
        self.shown = ""
        self.read = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.side)

    def sees(self, text: str) -> None:
        """Wait until it has written `text` after what was waited for before."""
        self._until(lambda: text in self.shown[self.read :], text)
        self.read = self.shown.index(text, self.read) + len(text)

    def answers(self, *pairs: tuple[str, str]) -> None:
        """For each question that is seen, type a line."""
        for question, line in pairs:
            self.sees(question)
            os.write(self.side, f"{line}\n".encode())

    def interrupted(self) -> None:
        """Ctrl-C, as the terminal would send it; pressed again where it fell just before the wait for an answer."""
        for _ in range(PATIENCE):
            os.killpg(self.process.pid, signal.SIGINT)
            try:
                self.process.wait(1)
            except subprocess.TimeoutExpired:
                continue
            return

    def closed(self) -> None:
        """Ctrl-D on an empty line."""
        os.write(self.side, b"\x04")

    def ends(self) -> int:
        """Its exit code, once all it has to say was read."""
        self._until(lambda: False, "the end")
        return self.process.wait(PATIENCE)

    def _until(self, done: object, wanted: str) -> None:
        limit = time.monotonic() + PATIENCE
        while not (callable(done) and done()):
            assert time.monotonic() < limit, f"never saw {wanted!r} in:\n{self.shown}"
            ready, _, _ = select.select([self.side], [], [], 1)
            try:
                chunk = os.read(self.side, 65536) if ready else b""
            except OSError:
                chunk = b""
                if self.process.poll() is not None:
                    break
            if chunk:
                self.shown = _COLOURS.sub("", self.shown + chunk.decode("utf-8", "replace")).replace(
                    "\r\n", "\n"
                )
            elif self.process.poll() is not None and not ready:
                break
        assert wanted == "the end" or (callable(done) and done()), f"ended before {wanted!r}:\n{self.shown}"
