"""Layout: how a seed file is written, so that two people who say the same write the same bytes."""

from generator.layout.formatting import Formatted, difference, formatted, laid_out

__all__ = ("Formatted", "difference", "formatted", "laid_out")
