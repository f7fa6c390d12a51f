"""`python -m tests.measures`: the counts of both halves; `open` names what failed, the half put aside never does."""

from __future__ import annotations

import sys

from tests.measures.measuring import HALVES, outcomes


def main() -> None:
    """Print the counts."""
    for half in HALVES:
        found = list(outcomes(half))
        honest = [each for each in found if each.is_honest]
        wrong = [each for each in found if not each.is_honest]
        taken = sum(not each.errors for each in honest)
        locked = sum(each.is_locked_out for each in honest)
        caught = sum(bool(each.errors) for each in wrong)
        sys.stdout.write(
            f"{half}: {taken} of {len(honest)} honest facts taken, {locked} locked out; {caught} of {len(wrong)} wrong ones caught\n"
        )
        if half == "open" and "-v" in sys.argv:
            for each in found:
                if each.is_honest == bool(each.errors):
                    said = " | ".join(f"[{one.code}] {one.headline}" for one in each.errors)
                    sys.stdout.write(f"  {each.article} {each.id}: {said or 'passed'}\n")


main()
