"""What the site looks like: templates of blocks and pages, and the one style sheet the site adds."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

STYLE = "assets/explainer.css"


def style() -> Mapping[str, str]:
    """The style sheet by its path on the site; read once with the package."""
    return {STYLE: files(__name__).joinpath("explainer.css").read_text(encoding="utf-8")}
