"""A Content-Security-Policy for every page, with the hashes of the page's own inline scripts and of no others."""

from __future__ import annotations

import base64
import re
from hashlib import sha256

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL | re.IGNORECASE)
_NOT_RUN = re.compile(r"\bsrc\s*=|\btype\s*=\s*[\"']?application/(?:ld\+)?json", re.IGNORECASE)
_HEAD = re.compile(r"<meta charset=[\"']?utf-8[\"']?\s*/?>", re.IGNORECASE)


def policy(html: str) -> str:
    """The policy that lets `html` run what it holds and load what its own host has, nothing else.

    Styles may stand inline: charts colour their marks so, and a style cannot send anything anywhere.
    https://www.w3.org/TR/CSP3/
    """
    scripts = " ".join(("'self'", *sorted(set(_hashes(html)))))
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
    )


def with_policy(html: str) -> str:
    """`html` with its policy right behind the character set, before anything that could be loaded or run."""
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(html)}">'
    return _HEAD.sub(lambda found: f"{found[0]}\n{tag}", html, count=1)


def _hashes(html: str) -> list[str]:
    """The theme’s scripts stand around the text of a page; one inside of it came with the text and is not let run."""
    start, end = html.find("<article"), html.rfind("</article>")
    around = html[:start] + html[end:] if 0 <= start < end else html
    texts = [found["text"] for found in _SCRIPT.finditer(around) if not _NOT_RUN.search(found["attributes"])]
    return [f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'" for text in texts]
