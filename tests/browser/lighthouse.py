"""Lighthouse on the main pages as a phone sees them: `make lighthouse` prints the median of three runs and fails below the bar.

Its score of performance is simulated, yet leans on the processor: it tells the truth only on a machine that rests.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from tests.browser.chromium import usable
from tests.browser.serving import ARGUMENTS, packed

VERSION = "12"
"""The last line of releases that runs on Node 20."""
PAGES = ("", "deepseek-timeline/", "meta-spending/", "open-source-debate/", "facts/")
BARS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
SHIFT = "cumulative-layout-shift"
RUNS = 3


def run(npx: str, browser: Path, url: str) -> Mapping[str, float]:
    """The scores of one run out of a hundred, and how far things jumped."""
    flags = " ".join(("--headless=new", *ARGUMENTS))
    command = [
        npx,
        "--yes",
        f"lighthouse@{VERSION}",
        url,
        "--quiet",
        f"--chrome-flags={flags}",
        "--output=json",
    ]
    environment = {**os.environ, "CHROME_PATH": str(browser)}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    report = json.loads(done.stdout)
    scores = {name: 100 * report["categories"][name]["score"] for name in BARS}
    return {**scores, SHIFT: report["audits"][SHIFT]["numericValue"]}


def main() -> None:
    """Score the site in the folder named first."""
    browser, npx = usable(), shutil.which("npx")
    if npx is None:
        sys.exit("Lighthouse runs on Node, and there is no npx here: install Node 20 or newer")
    below = []
    with packed(Path(sys.argv[1])) as (address, _):
        for path in PAGES:
            runs = [run(npx, browser, f"{address}/{path}") for _ in range(RUNS)]
            medians = {name: median(each[name] for each in runs) for name in (*BARS, SHIFT)}
            told = ", ".join(f"{name} {value:g}" for name, value in medians.items())
            sys.stdout.write(f"/{path}: {told}\n")
            below += [path for name, bar in BARS.items() if round(medians[name]) < bar]
            below += [path] if medians[SHIFT] > 0 else []
    if below:
        sys.exit(f"Below the bar: {', '.join(f'/{path}' for path in dict.fromkeys(below))}")


if __name__ == "__main__":
    main()
