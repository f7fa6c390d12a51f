"""The line that closes a verification: what was read, how it came out, and how much still fits."""

from __future__ import annotations

from collections.abc import Iterator

from generator.verifying import Verified, weights


def closing_line(verified: Verified) -> str:
    """Pages, files, weight, problems, the projection, and what could not be checked."""
    return " · ".join(_parts(verified))


def _parts(verified: Verified) -> Iterator[str]:
    built, errors = verified.built, len(verified.diagnostics)
    yield f"{len(built.pages):,} page{'' if len(built.pages) == 1 else 's'}"
    yield f"{len(built.files):,} files, {weights.megabytes(weights.total(built))}"
    yield f"{errors:,} problem{'' if errors == 1 else 's'}"
    fitting, over = weights.fitting(built), weights.first_over(built)
    if fitting is not None and over is not None:
        yield f"{weights.facts(built):,} addresses of facts, and about {_rounded(fitting):,} fit on GitHub Pages"
        yield f"{over[0]} reaches {weights.megabytes(weights.FILE)} at about {_rounded(over[1]):,}"
    yield from (f"not checked: {each}" for each in verified.unchecked)


def _rounded(count: int) -> int:
    """Two figures of a projection are all it can say."""
    step = int(f"1{'0' * max(0, len(str(count)) - 2)}")
    return count // step * step
