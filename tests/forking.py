"""Processes of `explainer`, forked off one that has imported the generator and run nothing: importing it takes longer than most commands."""

from __future__ import annotations

import json
import os
import runpy
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile

ROOT = Path(__file__).parent.parent
_MESSAGE = 1 << 17
"""Bytes of one command with all its environment."""


def run(
    arguments: Sequence[str], *, cwd: Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """What `python -m generator` gives, in a process of its own that starts with nothing but its imports done."""
    asked = json.dumps([list(arguments), str(cwd), dict(environment)]).encode()
    channel = _channel()
    with TemporaryFile() as out, TemporaryFile() as err:
        socket.send_fds(channel, [asked], [out.fileno(), err.fileno()])
        code = int(channel.recv(_MESSAGE))
        for each in (out, err):
            each.seek(0)
        texts = [each.read().decode().replace("\r\n", "\n") for each in (out, err)]
    return subprocess.CompletedProcess(["explainer", *arguments], code, *texts)


@cache
def _channel() -> socket.socket:
    """A line to the process that forks; it ends when this end is closed, with the tests at the latest."""
    ours, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _MESSAGE)
    subprocess.Popen(
        [sys.executable, "-m", "tests.forking"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=other.fileno(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    other.close()
    return ours


def main() -> None:
    """Fork for every message and answer with the exit code; the child leaves the loop and becomes the command."""
    import generator.cli  # noqa: F401, PLC0415 - only this process has it imported

    channel = socket.socket(fileno=os.dup(0))
    while asked := socket.recv_fds(channel, _MESSAGE, 2):
        message, handed, *_ = asked
        if not message:
            return
        child = os.fork()
        if child == 0:
            channel.close()
            _become(json.loads(message), handed)
            return
        for each in handed:
            os.close(each)
        channel.send(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])).encode())


def _become(asked: tuple[list[str], str, dict[str, str]], handed: Sequence[int]) -> None:
    arguments, cwd, environment = asked
    nothing = os.open(os.devnull, os.O_RDONLY)
    for each, number in ((nothing, 0), (handed[0], 1), (handed[1], 2)):
        os.dup2(each, number)
        os.close(each)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["explainer", *arguments]
    runpy.run_module("generator", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
