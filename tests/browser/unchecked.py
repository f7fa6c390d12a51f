"""Builds the project in this folder with the checks of pages taken out, to see what the policy alone is worth."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

from generator import pipeline
from generator.engines import zensical
from generator.explainers import rendering
from generator.explainers.overlook import Overlook
from generator.model.front import Front
from generator.pipeline import Site


def take_out() -> None:
    """Pages are published as they are written, front matter and all, whatever is wrong with them."""
    setattr(rendering, "overlook", lambda *_: Overlook())  # noqa: B010 - replaced on purpose
    setattr(rendering, "_header", lambda page, *_: page.header)  # noqa: B010
    setattr(pipeline, "front_of", lambda _: (Front(), ()))  # noqa: B010
    setattr(Site, "errors", property(lambda _: ()))  # noqa: B010


def forgiving(command: Sequence[str], **more: object) -> subprocess.CompletedProcess[str]:
    """An engine that only warns of links that lead nowhere."""
    kept = [each for each in command if each != "--strict"]
    return subprocess.run(kept, **more)  # type: ignore[call-overload,no-any-return]  # noqa: PLW1510


def main() -> None:
    """Build into `site/` with the engine that is named."""
    take_out()
    if sys.argv[1] == "mkdocs":
        from mkdocs.__main__ import cli  # noqa: PLC0415 - reads the configuration of logging as it is imported

        cli(["build", "--quiet", "--site-dir", "site"])
    else:
        setattr(zensical, "subprocess", SimpleNamespace(run=forgiving))  # noqa: B010
        sys.exit(zensical.build(Path.cwd(), Path.cwd() / "site"))


if __name__ == "__main__":
    main()
