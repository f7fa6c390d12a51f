"""A Content-Security-Policy for every page: it lets the theme's scripts run and our own, which are known before."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from hashlib import sha256

from turbohtml import parse

from generator.theme.scripts import Scripts

_HEAD = re.compile(r"<meta charset=[\"']?utf-8[\"']?\s*/?>", re.IGNORECASE)


def policy(html: str, known: Scripts) -> str:
    """The policy that lets `html` run those of its scripts that are `known`, load what its own host has, nothing else.

    A page cannot add to what is known: what it holds besides is not let run, wherever it stands. Styles may stand inline: charts colour their marks so, and a style cannot send anything anywhere.
    https://www.w3.org/TR/CSP3/
    """
    scripts = " ".join(("'self'", *sorted(set(_hashes(html, known)))))
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
    )


def with_policy(html: str, known: Scripts) -> str:
    """`html` with its policy right behind the character set, before anything that could be loaded or run."""
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(html, known)}">'
    return _HEAD.sub(lambda found: f"{found[0]}\n{tag}", html, count=1)


def _hashes(html: str, known: Scripts) -> Iterator[str]:
    for script in parse(html).find_all("script"):
        if script.attr("src") is None and known.holds(script.text):
            yield f"'sha256-{base64.b64encode(sha256(script.text.encode()).digest()).decode()}'"
