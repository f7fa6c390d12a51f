"""What the site looks like: templates of blocks and pages, its style sheet, its script, what it changes of the theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files

ASSETS = ("explainer.css", "explainer.js")


def assets() -> Mapping[str, str]:
    """The site's own style sheet and script by their paths on the site."""
    return {f"assets/{name}": files(__name__).joinpath(name).read_text(encoding="utf-8") for name in ASSETS}


def form_assets() -> Mapping[str, str]:
    """The script, in parts, and the style sheet of the form for contributions; no other page loads them."""
    folder = files(__name__).joinpath("contribution")
    parts = sorted(each.name for each in folder.iterdir())
    return {
        f"assets/contribution/{name}": folder.joinpath(name).read_text(encoding="utf-8") for name in parts
    }


def overrides() -> str:
    """The folder of templates that take the place of the theme's."""
    return str(files(__name__).joinpath("material"))


def overrides_texts() -> Iterator[str]:
    """The texts of these templates."""
    waiting = [files(__name__).joinpath("material")]
    while waiting:
        for each in waiting.pop().iterdir():
            if each.is_dir():
                waiting.append(each)
            else:
                yield each.read_text(encoding="utf-8")
