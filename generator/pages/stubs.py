"""The permanent address of every fact: a small page at `fact/<id>/` that leads to where its entry stands today."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape


def stubs(addresses: Mapping[str, str]) -> Mapping[str, str]:
    """A static page for each fact, by its path below the site; `addresses` gives page and anchor of its entry."""
    return {f"fact/{name}/index.html": _stub(name, address) for name, address in addresses.items()}


def _stub(name: str, address: str) -> str:
    page, _, anchor = address.partition("#")
    target = escape(f"../../{page.removesuffix('.md')}/#{anchor}", quote=True)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(name)}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url={target}">\n'
        f'<link rel="canonical" href="{target}">\n'
        '<link rel="icon" href="data:,">\n</head>\n'  # else a browser asks the host for one, which it may not have
        f'<body><p>The fact <a href="{target}">{escape(name)}</a> stands in the facts ledger.</p></body>\n</html>\n'
    )
