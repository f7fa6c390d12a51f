"""`python -m tests.measures`: the counts of both halves; `-v` names what failed in the open half, `--write` keeps the counts."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict

import yaml

from generator.evidence import measured as kept
from tests.measures.measuring import HALVES, Outcome, counts, outcomes

PLACE = f"{kept.__file__.rpartition('/')[0]}/{kept.FILE}"


def main(options: Sequence[str]) -> None:
    """Print the counts; what failed in the half put aside is never named."""
    found = {half: list(outcomes(half)) for half in HALVES}
    for half, each in found.items():
        sys.stdout.write(f"{counts(half, each)}\n")
        if half == "open" and "-v" in options:
            sys.stdout.writelines(_failed(each))
    if "--write" in options:
        text = yaml.safe_dump([asdict(counts(half, each)) for half, each in found.items()], sort_keys=False)
        with open(PLACE, "w", encoding="utf-8") as file:
            file.write(f"# Written by `python -m tests.measures --write`; a test measures it again.\n{text}")


def _failed(found: Sequence[Outcome]) -> list[str]:
    return [
        f"  {each.article} {each.id}: {' | '.join(f'[{one.code}] {one.headline}' for one in each.errors) or 'passed'}\n"
        for each in found
        if each.is_honest == bool(each.errors)
    ]


if __name__ == "__main__":
    main(sys.argv[1:])
