"""What an adapter says of a compiled site: every problem, then one line that sums it up."""

from __future__ import annotations

import os
import sys

from generator.pipeline import Site
from generator.reporting import report
from generator.reporting.closing import closing_line

STOPPED = "Nothing was built: mend the errors above first."


def tell(site: Site) -> None:
    """Say it on the error stream."""
    sys.stderr.write(report(site.diagnostics, site.texts, os.environ, colour=sys.stderr.isatty()))
    sys.stderr.write(f"{closing_line(site.ledger, site.diagnostics, is_whole=site.is_whole)}\n")
